public import ReportModel

/// The text of a section as `sections.text` gives it.
public enum SectionText {
    /// Sets `text` to the lines of a range, parted by line feeds, without empty lines at either end.
    public static func collect(_ range: Range<Int>, of document: Document, into text: inout [UInt8]) {
        text.removeAll(keepingCapacity: true)
        let lines = document.lines.span
        var body = range.clamped(to: 0..<lines.count)
        while let first = body.first, isEmpty(lines[first]) { body = (first + 1)..<body.upperBound }
        while let last = body.last, isEmpty(lines[last]) { body = body.lowerBound..<last }
        var index = body.lowerBound
        while index < body.upperBound {
            if index > body.lowerBound { text.append(0x0A) }
            let line = lines[index]
            if line.grid >= 0 {
                append(document.grids[Int(line.grid)], of: document, to: &text)
                index += 1
                continue
            }
            // Lines that stand one line feed apart in the source are taken in one piece.
            var end = Int(line.span.end)
            index += 1
            while index < body.upperBound, lines[index].grid < 0, Int(lines[index].span.start) == end + 1,
                document.text[end] == 0x0A
            {
                end = Int(lines[index].span.end)
                index += 1
            }
            text.append(contentsOf: document.text[Int(line.span.start)..<end])
        }
    }

    private static func isEmpty(_ line: Line) -> Bool { line.grid < 0 && line.span.isEmpty }

    /// A row a line, its cells parted by tabs; a cell's own line feeds and tabs become spaces.
    private static func append(_ grid: Grid, of document: Document, to text: inout [UInt8]) {
        var row: Int32?
        for cell in grid.cells {
            if let row { text.append(row == cell.row ? 0x09 : 0x0A) }
            row = cell.row
            for byte in document.text[cell.span.range] {
                text.append(byte == 0x0A || byte == 0x0D || byte == 0x09 ? 0x20 : byte)
            }
        }
    }

    /// The number of Unicode scalars of valid UTF-8 that are not white space.
    public static func characters(_ text: Span<UInt8>) -> Int {
        var count = 0
        for index in text.indices {
            let byte = text[index]
            // Leading bytes and ASCII above the space.
            count += (byte > 0x20 && byte < 0x7F) || byte >= 0xC0 || byte == 0x7F ? 1 : 0
            if byte == 0xE3 || byte == 0xE2 || byte == 0xE1 || byte == 0xC2 {
                count -= isWhiteSpace(text, at: index) ? 1 : 0
            }
        }
        return count
    }

    /// The white space of Unicode outside ASCII.
    private static func isWhiteSpace(_ text: Span<UInt8>, at index: Int) -> Bool {
        guard index + 1 < text.count else { return false }
        let second = text[index + 1]
        if text[index] == 0xC2 { return second == 0x85 || second == 0xA0 }
        guard index + 2 < text.count else { return false }
        switch (text[index], second, text[index + 2]) {
        case (0xE3, 0x80, 0x80), (0xE1, 0x9A, 0x80), (0xE2, 0x81, 0x9F): return true
        case (0xE2, 0x80, let third): return third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
        default: return false
        }
    }
}
