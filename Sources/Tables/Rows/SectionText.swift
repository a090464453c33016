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
}
