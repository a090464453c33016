import PageText
import ReportModel

extension Document {
    /// The document as text to hold against an expectation: a line a line, a table's row as cells between bars, with the
    /// spans of cells (`<rows x columns>`) and blanks as `_`.
    var rendered: String {
        lines.map { line in
            if line.grid < 0 { return string(line.span) }
            return rendered(grids[Int(line.grid)])
        }.joined(separator: "\n")
    }

    func rendered(_ grid: Grid) -> String {
        (0..<grid.rows).map { row in
            grid.cells.filter { $0.row == row }.map { cell in
                let span = cell.rowSpan == 1 && cell.columnSpan == 1 ? "" : "<\(cell.rowSpan)x\(cell.columnSpan)>"
                let text = string(cell.span).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
                return (text.isEmpty ? "_" : text) + span
            }.joined(separator: "|")
        }.joined(separator: "\n")
    }
}

func read(_ sketch: PDFSketch) throws(StageFailure) -> Document {
    try PDFReader(options: .patient).read(path: nil, bytes: sketch.bytes)
}

extension PDFOptions {
    /// For what has nothing to do with time, on machines however busy.
    static var patient: PDFOptions {
        var options = PDFOptions()
        options.timeLimitSeconds = 600
        return options
    }
}
