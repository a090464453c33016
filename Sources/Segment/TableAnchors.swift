internal import Codebook
internal import HanText
internal import ReportModel

/// Finds table labels. A label counts where it has four characters or more and fills its cell, up to blanks and figures.
struct AnchorFinder {
    let scanner = LineScanner()
    private let trie = Lexicon.shared.forms
    /// By state of the trie: the table of the label that ends there, as an index into `StatutoryTable.allCases`; -1 for none.
    private static let tables: [Int8] = (0..<Lexicon.shared.forms.count).map { state in
        Lexicon.shared.forms.labels(at: Int32(state)).first.flatMap { Lexicon.shared.labels[$0].table }.flatMap { table in
            StatutoryTable.allCases.firstIndex(of: table).map { Int8($0) }
        } ?? -1
    }
    private let tables = AnchorFinder.tables

    /// The table whose label begins the stretch, as an index into `StatutoryTable.allCases`; nil for none.
    ///
    /// - Parameter rest: where the stretch goes on behind the number in front, if that is known.
    func table(_ text: Span<UInt8>, _ range: Range<Int>, from rest: Int? = nil) -> Int? {
        let start = rest ?? scanner.enumerator(text, range).1
        var state = LabelTrie.root
        var index = start
        var length = 0
        // The state at which a whole label ends; ``LabelTrie/dead`` for none.
        var found = LabelTrie.dead
        // A label that a blank ends, whatever follows: several headers may stand on one line.
        var whole = LabelTrie.dead
        let glyphs = scanner.lexicon.glyphs
        while index < range.upperBound {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            let symbol = value < 0x10000 ? glyphs[Int(value)] & ~Lexicon.plain : Lexicon.unknown
            if symbol == Lexicon.skipped {
                if value == 0x7C || value == 0x09 { break }
                if value == 0x3002 || value == 0xFF1B { return nil }
                if found != LabelTrie.dead && ScalarClass.digit(value) != nil { break }
                if found != LabelTrie.dead && ScalarClass.isBlank(value) { whole = found }
            } else {
                state = trie.step(state, symbol)
                if state == LabelTrie.dead {
                    found = whole
                    break
                }
                length += 1
                found = length >= 4 && trie.isTerminal(state) ? state : LabelTrie.dead
            }
            index = next
        }
        guard found != LabelTrie.dead, tables[Int(found)] >= 0 else { return nil }
        return Int(tables[Int(found)])
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
