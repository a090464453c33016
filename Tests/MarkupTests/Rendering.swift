import Markup
import ReportModel

/// A document as text: its lines as they are, its grids row by row. A cell that spans is written `text{rows×columns}`;
/// line ends inside a cell show as `⏎`.
func render(_ document: Document) -> String {
    document.lines.map { line in
        guard line.grid >= 0 else { return document.string(line.span) }
        let grid = document.grids[Int(line.grid)]
        var rows = Array(repeating: [String](), count: grid.rows)
        for cell in grid.cells { rows[Int(cell.row)].append(render(cell, document)) }
        let body = rows.map { "  " + $0.joined(separator: " | ") }
        return (["[\(grid.rows)×\(grid.columns)]"] + body).joined(separator: "\n")
    }.joined(separator: "\n")
}

private func render(_ cell: GridCell, _ document: Document) -> String {
    let text = document.string(cell.span).replacing("\n", with: "⏎")
    return cell.rowSpan == 1 && cell.columnSpan == 1 ? text : "\(text){\(cell.rowSpan)×\(cell.columnSpan)}"
}

func page(_ html: String, hint: String? = nil) throws -> Document {
    try MarkupReader().html(Array(html.utf8), charsetHint: hint).value
}

/// The code of the failure that reading ends with; nil where it does not fail.
func failure(_ body: () throws(StageFailure) -> Document) -> FindingCode? {
    do throws(StageFailure) {
        _ = try body()
        return nil
    } catch {
        return error.finding.code
    }
}

/// The texts of a grid by expanded place; a cell stands at every place it spans.
func expanded(_ grid: Grid, _ document: Document) -> [[String]] {
    var texts = Array(repeating: Array(repeating: "∅", count: grid.columns), count: grid.rows)
    for cell in grid.cells {
        for row in cell.row..<cell.row + cell.rowSpan {
            for column in cell.column..<cell.column + cell.columnSpan {
                if texts[Int(row)][Int(column)] != "∅" { texts[Int(row)][Int(column)] = "overlap" }
                texts[Int(row)][Int(column)] = document.string(cell.span)
            }
        }
    }
    return texts
}
