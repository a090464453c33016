import Bytes

/// What a text needs to stand in a CSV field.
enum CSVQuoting {
    case none
    /// No quotes, but it may be a formula.
    case look
    case quotes

    /// Quotes are for a text with a comma, a quote or a line end, or with a space at an end that a lax reader would strip.
    static func need(_ bytes: Span<UInt8>) -> CSVQuoting {
        guard !bytes.isEmpty else { return .none }
        if bytes[0] == 0x20 || bytes[bytes.count - 1] == 0x20 { return .quotes }
        return ByteSearch.containsAny(of: (0x2C, 0x22, 0x0A, 0x0D), in: bytes) ? .quotes : .look
    }
}
