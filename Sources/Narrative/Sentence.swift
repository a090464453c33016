internal import HanText
internal import ReportModel

/// One sentence: its characters in half-width standard form without blanks, and the tokens found in it.
struct Sentence {
    /// Longer sentences are cut: nobody writes them, and the work for one grows faster than its length.
    static let capacity = 1200

    /// The first ``count`` are the sentence. 0x20 stands for a blank between two digits; else blanks are left out.
    private(set) var glyphs = [Glyph](repeating: Glyph(), count: Sentence.capacity + 2)
    private(set) var count = 0
    /// Of each line that the sentence stands on: its first glyph, and its index.
    private var lines: [(glyph: Int32, line: Int32)] = []
    var tokens: [Token] = []
    var numbers: [NumberToken] = []
    /// Whether a figure with a measure word, or a word for "none", was seen.
    private(set) var mayHoldFact = false
    /// Whether a paragraph begins with it.
    var startsParagraph = false

    @inline(__always)
    func code(_ index: Int) -> UInt16 { glyphs[index].code }

    var endsWithFigure: Bool { count > 0 && glyphs[count - 1].symbol & GlyphTable.figure != 0 }

    func offset(_ index: Int) -> Int { Int(glyphs[index].offset) }

    mutating func clear() {
        count = 0
        if !lines.isEmpty { lines.removeAll(keepingCapacity: true) }
        if !tokens.isEmpty { tokens.removeAll(keepingCapacity: true) }
        if !numbers.isEmpty { numbers.removeAll(keepingCapacity: true) }
        startsParagraph = false
        mayHoldFact = false
    }

    /// Takes in the characters of a line up to the end of a sentence.
    ///
    /// - Returns: where it stopped, and whether the sentence ended there.
    mutating func add(
        _ text: Span<UInt8>, _ range: Range<Int>, line: Int, _ table: GlyphTable
    ) -> (end: Int, isComplete: Bool) {
        lines.append((Int32(count), Int32(line)))
        return Sentence.fill(&glyphs, &count, &mayHoldFact, text, range, table)
    }

    private static func fill(
        _ array: inout [Glyph], _ total: inout Int, _ mayHoldFact: inout Bool, _ text: Span<UInt8>, _ range: Range<Int>,
        _ table: GlyphTable
    ) -> (end: Int, isComplete: Bool) {
        var glyphs = array.mutableSpan
        var count = total
        var holds = mayHoldFact
        var index = range.lowerBound
        var skippedBlank = false
        // A figure says something only where a measure word follows it, or where it ends a clause.
        var afterFigure = count > 0 && glyphs[count - 1].symbol & GlyphTable.figure != 0
        var isComplete = false
        while index < range.upperBound {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            guard value < 0x10000 else {
                index = next
                continue
            }
            let glyph = table.glyph(value, at: index)
            index = next
            if glyph.symbol & GlyphTable.skipped != 0 {
                if glyph.symbol == GlyphTable.sentenceEnd {
                    isComplete = true
                    break
                }
                skippedBlank = skippedBlank || value != 0x2A
                continue
            }
            if skippedBlank {
                skippedBlank = false
                // Two figures parted by a blank are not one; which of them is whole cannot be told.
                if glyph.code >= 0x30, glyph.code <= 0x39, count > 0, glyphs[count - 1].code >= 0x30,
                    glyphs[count - 1].code <= 0x39
                {
                    glyphs[count] = Glyph(code: 0x20, symbol: 0, offset: glyph.offset)
                    count += 1
                }
            }
            glyphs[count] = glyph
            count += 1
            if glyph.symbol & GlyphTable.figure != 0 {
                afterFigure = true
            } else if afterFigure {
                holds = holds || glyph.symbol & GlyphTable.followsFigure != 0
                afterFigure = glyph.code == 0x2E
            }
            if glyph.symbol & GlyphTable.negation != 0 { holds = true }
            if count >= Sentence.capacity {
                isComplete = true
                break
            }
        }
        total = count
        mayHoldFact = holds
        return (index, isComplete)
    }

    /// The document line on which a glyph stands.
    func line(of glyph: Int) -> Int {
        var found = 0
        for (start, line) in lines where Int(start) <= glyph { found = Int(line) }
        return found
    }
}
