/// Whether there is anything to read at all.
enum BlankText {
    /// - Parameter text: valid UTF-8. Blanks are ASCII white space, the no-break space, the ideographic space and byte order marks.
    static func isBlank(_ text: Span<UInt8>) -> Bool {
        var position = 0
        while position < text.count {
            let byte = text[position]
            if ContentSniffer.isWhite(byte) {
                position += 1
            } else if byte == 0xC2, text[position + 1] == 0xA0 {
                position += 2
            } else if byte == 0xE3, text[position + 1] == 0x80, text[position + 2] == 0x80 {
                position += 3
            } else if byte == 0xEF, text[position + 1] == 0xBB, text[position + 2] == 0xBF {
                position += 3
            } else {
                return false
            }
        }
        return true
    }
}
