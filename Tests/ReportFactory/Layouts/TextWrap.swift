/// Cutting text into lines.
enum TextWrap {
    /// Lines of at most `width` characters.
    static func wrap(_ text: String, _ width: Int) -> [String] {
        let characters = Array(text)
        guard characters.count > width else { return [text] }
        return stride(from: 0, to: characters.count, by: width).map {
            String(characters[$0..<min($0 + width, characters.count)])
        }
    }

    /// Columns that a text takes where Chinese characters are twice as wide as Latin ones.
    static func columns(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    }

    /// The text with spaces behind it, `width` columns wide.
    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - columns(text)))
    }
}
