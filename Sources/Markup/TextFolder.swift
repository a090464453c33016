import ReportModel

/// Writes text as a reader sees it: runs of blanks folded into one, no-break and full-width blanks counted among them,
/// characters without width left out.
struct TextFolder {
    enum Mode {
        /// One line. Tabs between words stay where no line end is among the blanks.
        case paragraph
        /// The paragraphs of a table cell, parted by line feeds.
        case cell
        /// Blanks and line ends as written.
        case preformatted
    }

    private(set) var text: [UInt8] = []
    /// Where the first visible byte of the current unit stood in its source; nil while there is none.
    private(set) var firstVisible: Int?
    private var unitStart = 0
    private var mode = Mode.paragraph
    /// Blanks seen and not yet written.
    private var hasSpace = false
    private var hasHardSpace = false
    private var hasLineEnd = false
    private var tabs = 0
    private var hasBreak = false

    mutating func reserve(_ bytes: Int) { text.reserveCapacity(bytes) }

    mutating func begin(_ mode: Mode) {
        self.mode = mode
        unitStart = text.count
        firstVisible = nil
        forgetBlanks()
        hasBreak = false
    }

    /// Ends the unit; blanks at its end are dropped, but for tabs, which may stand for empty cells.
    mutating func end() -> SourceSpan {
        if text.count > unitStart && keepsTabs { writeTabs() }
        forgetBlanks()
        return SourceSpan(unitStart, text.count)
    }

    /// A new paragraph within a cell.
    mutating func breakCell() {
        forgetBlanks()
        if text.count > unitStart { hasBreak = true }
    }

    /// Forgets the text from `start` on: it turned out to be nothing to deliver.
    mutating func drop(from start: Int) { text.removeLast(text.count - start) }

    private mutating func forgetBlanks() {
        hasSpace = false
        hasHardSpace = false
        hasLineEnd = false
        tabs = 0
    }

    mutating func append(_ source: [UInt8], _ range: Range<Int>) {
        var place = range.lowerBound
        let end = range.upperBound
        var runStart = place
        while place < end {
            let byte = source[place]
            if !Glyph.isSpecial[Int(byte)] {
                place &+= 1
                continue
            }
            let (length, meaning) = Glyph.judge(source, place, end)
            if case .visible = meaning {
                place &+= length
                continue
            }
            if place > runStart { write(source, runStart..<place) }
            take(meaning, length, source, place)
            place &+= length
            runStart = place
        }
        if end > runStart { write(source, runStart..<end) }
    }

    /// Appends what is set higher or lower than the line: its digits are written as such, so that the mark of a note does not become
    /// part of the number before it. Where nothing stands before it, it is text like any other.
    mutating func appendRaised(_ source: [UInt8], _ range: Range<Int>) {
        guard firstVisible != nil else { return append(source, range) }
        var start = range.lowerBound
        for place in range where source[place] >= 0x30 && source[place] <= 0x39 {
            append(source, start..<place)
            start = place
            // `[1]` is a mark as it stands.
            if text.last == 0x5B { continue }
            let digit = TextFolder.raisedDigits[Int(source[place] - 0x30)]
            write(digit, digit.indices)
            start = place + 1
        }
        append(source, start..<range.upperBound)
    }

    private static let raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹".map { Array(String($0).utf8) }

    private mutating func take(_ meaning: Glyph, _ length: Int, _ source: [UInt8], _ place: Int) {
        switch meaning {
        case .visible, .nothing: break
        case .space:
            if mode == .preformatted { writeBlank(0x20) } else { hasSpace = true }
        case .wideSpace:
            if mode != .preformatted {
                hasHardSpace = true
            } else if length == 3 {
                write(source, place..<place + length)
            } else {
                writeBlank(0x20)
            }
        case .tab:
            if mode == .preformatted { writeBlank(0x09) } else { tabs += 1 }
        case .lineEnd:
            if mode == .preformatted { writeBlank(0x0A) } else { hasLineEnd = true }
        case .instead(let scalar):
            if firstVisible == nil { firstVisible = place }
            let bytes = Array(String(scalar).utf8)
            write(bytes, bytes.indices)
        }
    }

    private mutating func writeBlank(_ byte: UInt8) { text.append(byte) }

    private mutating func write(_ source: [UInt8], _ range: Range<Int>) {
        if firstVisible == nil { firstVisible = range.lowerBound }
        if hasBreak {
            text.append(0x0A)
        } else if keepsTabs {
            writeTabs()
        } else if text.count > unitStart && (hasSpace || hasHardSpace || hasLineEnd || tabs > 0) {
            // Where the source was wrapped inside a Chinese word, there is no blank to be seen.
            let isWrap = hasLineEnd && !hasHardSpace && Glyph.isWide(source[range.lowerBound]) && endsWide
            if !isWrap { text.append(0x20) }
        }
        hasBreak = false
        forgetBlanks()
        text.append(contentsOf: source[range])
    }

    private var keepsTabs: Bool { tabs > 0 && !hasLineEnd && mode == .paragraph }

    private mutating func writeTabs() {
        for _ in 0..<tabs { text.append(0x09) }
        tabs = 0
    }

    /// True where the unit so far ends with a Chinese character.
    private var endsWide: Bool {
        var place = text.count - 1
        while place > unitStart && text[place] & 0xC0 == 0x80 { place -= 1 }
        return place >= unitStart && Glyph.isWide(text[place])
    }
}
