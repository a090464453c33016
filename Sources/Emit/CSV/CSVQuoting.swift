/// When a field has to stand in quotes.
enum CSVQuoting {
    /// True for a text with a comma, a quote or a line end, or with white space at an end that a lax reader would strip.
    static func isNeeded(_ bytes: Span<UInt8>) -> Bool {
        guard !bytes.isEmpty else { return false }
        if bytes[0] == 0x20 || bytes[bytes.count - 1] == 0x20 { return true }
        for index in bytes.indices {
            let byte = bytes[index]
            // All that matters lies at or below the comma, which keeps the common path at one comparison.
            if byte <= 0x2C && (byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D) { return true }
        }
        return false
    }
}
