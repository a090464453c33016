internal import HanText
internal import ReportModel

/// One sentence: its characters in half-width standard form without blanks, and the tokens found in it.
struct Sentence {
    /// Longer sentences are cut: nobody writes them, and the work for one grows faster than its length.
    static let capacity = 1200

    /// The first ``count`` are the sentence. 0x20 stands for a blank between two digits; else blanks are left out.
    private(set) var glyphs = [Glyph](repeating: Glyph(), count: 200)
    private(set) var count = 0
    private var firstLine = 0
    /// Of each further line that the sentence stands on: its first glyph, and its index.
    private var laterLines: [(glyph: Int32, line: Int32)] = []
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
        if !laterLines.isEmpty { laterLines.removeAll(keepingCapacity: true) }
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
        if count == 0 { firstLine = line } else { laterLines.append((Int32(count), Int32(line))) }
        var index = range.lowerBound
        while index < range.upperBound {
            if count + 8 > glyphs.count {
                if glyphs.count > Sentence.capacity { return (index, true) }
                glyphs.append(contentsOf: repeatElement(Glyph(), count: glyphs.count))
            }
            // A character takes a byte at least, so that this many bytes fit.
            let end = min(range.upperBound, index + glyphs.count - count - 2)
            if fill(text, &index, end, range.upperBound, table.entries) { return (index, true) }
        }
        return (index, false)
    }

    /// Takes in the characters that start before `end`.
    ///
    /// - Returns: whether the sentence ended.
    private mutating func fill(
        _ text: Span<UInt8>, _ start: inout Int, _ end: Int, _ lineEnd: Int, _ entries: [UInt32]
    ) -> Bool {
        var index = start
        var count = self.count
        var holds = mayHoldFact
        // A figure says something only where a measure word follows it, or where it ends a clause.
        var lastFigure = count > 0 && endsWithFigure ? count - 1 : -1
        var blank = -1
        var isComplete = false
        var glyphs = self.glyphs.mutableSpan
        while index < end {
            let first = text[index]
            var code = UInt32(first)
            var next = index &+ 1
            if first &- 0xE0 < 0x10 && index &+ 2 < lineEnd {
                code = (code & 0x0F) << 12 | UInt32(text[next] & 0x3F) << 6 | UInt32(text[index &+ 2] & 0x3F)
                next = index &+ 3
            } else if first >= 0x80 {
                (code, next) = UTF8Cursor.scalar(in: text, at: index)
                if code >= 0x10000 {
                    index = next
                    continue
                }
            }
            let entry = entries[Int(code)]
            if entry & UInt32(GlyphTable.flags) != 0 {
                let symbol = UInt16(truncatingIfNeeded: entry)
                if symbol & GlyphTable.skipped != 0 {
                    index = next
                    if symbol == GlyphTable.sentenceEnd {
                        isComplete = true
                        break
                    }
                    if code != 0x2A { blank = count }
                    continue
                }
                if symbol & GlyphTable.figure != 0 {
                    if blank == count && count > 0 && entry >> 16 < 0x3A && glyphs[count &- 1].code < 0x3A
                        && glyphs[count &- 1].symbol & GlyphTable.figure != 0
                    {
                        // Two figures parted by a blank are not one; which of them is whole cannot be told.
                        glyphs[count] = Glyph(entry: 0x20 << 16, offset: Int32(truncatingIfNeeded: index))
                        count &+= 1
                    }
                    lastFigure = count
                    if symbol & GlyphTable.negation != 0 { holds = true }
                } else if symbol & GlyphTable.negation != 0
                    || (lastFigure == count &- 1 && symbol & GlyphTable.followsFigure != 0)
                {
                    holds = true
                }
            }
            glyphs[count] = Glyph(entry: entry, offset: Int32(truncatingIfNeeded: index))
            count &+= 1
            index = next
        }
        start = index
        self.count = count
        mayHoldFact = holds
        return isComplete
    }

    /// The document line on which a glyph stands.
    func line(of glyph: Int) -> Int {
        var found = firstLine
        for (start, line) in laterLines where Int(start) <= glyph { found = Int(line) }
        return found
    }
}
