internal import Codebook
internal import HanText
internal import ReportModel

/// A look at the two ends of a line, which tells of most lines that they are nothing but prose or figures.
struct LineGlance {
    private let scanner = LineScanner()
    private let glyphs = Lexicon.shared.glyphs
    private let headings = Lexicon.shared.headings
    private let forms = Lexicon.shared.forms

    /// How a line may begin.
    struct Beginning {
        /// Whether it may be a section's heading.
        var heading = true
        /// Whether it may be a table's label.
        var label = true
        /// Where it goes on behind the number in front; nil where that was not looked at.
        var rest: Int?
    }

    /// Whether a line may begin with a section's heading, or with a table's label.
    ///
    /// - Parameter start: its first character that is no separator.
    func beginning(_ text: Span<UInt8>, _ span: SourceSpan, from start: Int) -> Beginning {
        let (value, _) = UTF8Cursor.scalar(in: text, at: start)
        // Anything but a word may be a number in front of one.
        if isWord(value) { return beginning(with: value, isMarked: text[Int(span.start)] == 0x23, at: start) }
        if value >= 0x30 && value <= 0x39 && LineGlance.holdsFiguresOnly(text, start, Int(span.end)) {
            return Beginning(heading: false, label: false)
        }
        guard start == Int(span.start) else { return Beginning() }
        let (enumerator, rest) = scanner.enumerator(text, start..<Int(span.end))
        guard rest > start, rest < Int(span.end) else { return Beginning() }
        let (first, _) = UTF8Cursor.scalar(in: text, at: rest)
        guard isWord(first) else { return Beginning(rest: rest) }
        var found = beginning(with: first, isMarked: false, at: rest)
        // What numbers itself as the form's sections do may be a misprinted heading.
        if case .ordinal = enumerator { found.heading = true }
        return found
    }

    /// Whether a character can only be part of a word. 第 may number a part.
    private func isWord(_ value: UInt32) -> Bool {
        value < 0x10000 && value != 0x7B2C && glyphs[Int(value)] & Lexicon.plain != 0
    }

    /// What may begin with a word's first character. A heading with Markdown marks may be misprinted.
    private func beginning(with value: UInt32, isMarked: Bool, at rest: Int) -> Beginning {
        let symbol = glyphs[Int(value)] & ~Lexicon.plain
        return Beginning(
            heading: isMarked || headings.step(LabelTrie.root, symbol) != LabelTrie.dead,
            label: forms.step(LabelTrie.root, symbol) != LabelTrie.dead, rest: rest)
    }

    /// ASCII digits, points, commas, hyphens and blanks.
    private static func holdsFiguresOnly(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        for index in start..<end {
            let byte = text[index]
            guard byte == 0x20 || byte == 0x09 || byte >= 0x2C && byte <= 0x39 && byte != 0x2F else { return false }
        }
        return true
    }

    /// Whether a line may end as titles do: with 报告, 年报, a bracket or a site's name behind it, or blanks.
    func mayEndTitle(_ text: Span<UInt8>, _ span: SourceSpan) -> Bool {
        guard span.count >= 3 else { return true }
        let last = text[Int(span.end) - 1]
        if last >= 0x30 && last <= 0x39 { return false }
        let (value, next) = UTF8Cursor.scalar(in: text, at: Int(span.end) - 3)
        guard last >= 0x80, next == Int(span.end) else { return true }
        switch value {
        case 0x544A, 0x543F, 0x62A5, 0x5831: return true
        case 0x7F51, 0x7AD9, 0x6237, 0x53F0: return true  // 网 站 户 台
        case 0x3002, 0x4E00...0x9FFF: return false
        default: return true
        }
    }
}
