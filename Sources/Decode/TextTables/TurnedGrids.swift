import ReportModel

/// Grids that stand the other way round: the seven applicants of section 3 as rows, and the rows of its form as columns.
enum TurnedGrids {
    /// The same document with such grids turned back; nil where there are none.
    static func turned(_ document: Document) -> Document? {
        let turned = document.grids.indices.filter { isTurned(document.grids[$0], document) }
        guard !turned.isEmpty else { return nil }
        var result = document
        for grid in turned { result.grids[grid] = transposed(document.grids[grid]) }
        return result
    }

    private static let applicants = 7
    /// The rows of section 3 in its older form are a few more.
    private static let leastColumns = 19

    private static func isTurned(_ grid: Grid, _ document: Document) -> Bool {
        guard grid.columns >= leastColumns, grid.rows > applicants, grid.rows <= applicants + 4 else { return false }
        var values = [Int](repeating: 0, count: grid.rows)
        var labels = [Int](repeating: 0, count: grid.rows)
        for cell in grid.cells {
            let text = String(decoding: document.text[cell.span.range], as: UTF8.self).unicodeScalars.map(\.value)
            let trimmed = CellText.trimmed(text[...])
            if trimmed.isEmpty { continue }
            if CellText.isValue(trimmed) { values[Int(cell.row)] += 1 } else { labels[Int(cell.row)] += 1 }
        }
        let rows = grid.rows
        let heads = rows - applicants
        // Labels above, then rows of a name or two and values.
        return (0..<heads).allSatisfy { values[$0] == 0 } && labels[..<heads].contains { $0 >= leastColumns - 4 }
            && (heads..<rows).allSatisfy { labels[$0] <= 3 } && values[heads...].count { $0 >= leastColumns - 4 } >= 1
    }

    private static func transposed(_ grid: Grid) -> Grid {
        let cells = grid.cells.map { cell in
            GridCell(
                span: cell.span, row: Int(cell.column), column: Int(cell.row), rowSpan: Int(cell.columnSpan), columnSpan: Int(cell.rowSpan),
                locator: cell.locator)
        }
        return Grid(rows: grid.columns, columns: grid.rows, cells: cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) })
    }
}
