internal import Codebook
internal import HanText
internal import ReportModel

/// Where labels of a statutory table stand at the beginning of lines, or in cells of a grid.
struct TableAnchors {
    var first = [Int](repeating: -1, count: 3)
    var last = [Int](repeating: -1, count: 3)
    var count = [Int](repeating: 0, count: 3)

    mutating func add(_ table: Int, line: Int) {
        if first[table] < 0 { first[table] = line }
        last[table] = line
        count[table] += 1
    }
}

/// Finds table labels. A label counts where it has four characters or more and fills its cell, up to blanks and figures.
struct AnchorFinder {
    let scanner = LineScanner()

    /// The table whose label begins the stretch, as an index into `StatutoryTable.allCases`; nil for none.
    func table(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let lexicon = Lexicon.shared
        let (_, start) = scanner.enumerator(text, range)
        var state = LabelTrie.root
        var index = start
        var length = 0
        var found: Int?
        // A label that a blank ends, whatever follows: several headers may stand on one line.
        var whole: Int?
        while index < range.upperBound {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            let symbol = lexicon.symbol(value)
            if symbol == Lexicon.skipped {
                if value == 0x7C || value == 0x09 { break }
                if value == 0x3002 || value == 0xFF1B { return nil }
                if found != nil && ScalarClass.digit(value) != nil { break }
                if found != nil && ScalarClass.isBlank(value) { whole = found }
            } else {
                state = lexicon.forms.step(state, symbol)
                if state == LabelTrie.dead {
                    found = whole
                    break
                }
                length += 1
                found = length >= 4 && lexicon.forms.isTerminal(state) ? lexicon.forms.labels(at: state).first : nil
            }
            index = next
        }
        guard let found, let table = lexicon.labels[found].table else { return nil }
        return StatutoryTable.allCases.firstIndex(of: table)
    }

    /// The stretch from the first character that is no separator.
    func withoutSeparators(_ text: Span<UInt8>, _ span: SourceSpan) -> Range<Int> {
        var start = Int(span.start)
        let end = Int(span.end)
        while start < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: start)
            guard ScalarClass.isBlank(value) || value == 0x7C || value == 0x2A || value == 0x23 else { break }
            start = next
        }
        return start..<end
    }
}
