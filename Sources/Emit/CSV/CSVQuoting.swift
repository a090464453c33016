/// What a text needs to stand in a CSV field.
enum CSVQuoting {
    case none
    /// No quotes, but it may be a formula.
    case look
    case quotes

    /// Quotes are for a text with a comma, a quote or a line end, or with a space at an end that a lax reader would strip.
    static func need(_ bytes: Span<UInt8>) -> CSVQuoting {
        guard !bytes.isEmpty else { return .none }
        // Most texts are the digits of a cell.
        var index = 0
        while index < bytes.count && bytes[index] >= 0x30 && bytes[index] <= 0x39 { index += 1 }
        if index == bytes.count { return .none }
        if bytes[0] == 0x20 || bytes[bytes.count - 1] == 0x20 { return .quotes }
        while index < bytes.count {
            let byte = bytes[index]
            // All that matters lies at or below the comma, which keeps the common path at one comparison.
            if byte <= 0x2C && (byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D) { return .quotes }
            index += 1
        }
        return .look
    }
}
