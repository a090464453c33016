internal import ReportModel

/// One sentence: its characters in half-width standard form without blanks, and the tokens found in it.
struct Sentence {
    /// 0x20 stands for a blank between two digits; else blanks are left out.
    var codes: [UInt16] = []
    /// Where each code stood, in bytes of the document.
    var offsets: [Int32] = []
    /// How many bytes each code took.
    var widths: [UInt8] = []
    /// Index of the line of each code's place: the first code of a line and the line, ascending.
    var lines: [(code: Int32, line: Int32)] = []
    var tokens: [Token] = []
    var numbers: [NumberToken] = []
    /// Whether a paragraph begins with it.
    var startsParagraph = false

    mutating func clear() {
        codes.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        widths.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        startsParagraph = false
    }

    /// The bytes from one code to before another.
    func span(_ range: Range<Int>) -> SourceSpan {
        guard let first = range.first, let last = range.last else { return .empty }
        return SourceSpan(Int(offsets[first]), Int(offsets[last]) + Int(widths[last]))
    }

    /// The document line on which a code stands.
    func line(of code: Int) -> Int {
        var found = 0
        for (start, line) in lines where Int(start) <= code { found = Int(line) }
        return found
    }
}
