/// Rows whose cells are parted by something else than tabs and upright strokes: commas, semicolons, wide strokes, slashes; with quotes
/// and brackets round them or without.
enum SeparatedRows {
    /// True where rows were found.
    static func unfold(_ lines: inout [TextLine]) -> Bool {
        var best: (separator: Separator, rows: [Int])?
        for separator in Separator.all {
            let rows = lines.indices.filter {
                lines[$0].scalars.contains(where: separator.marks.contains) && lines[$0].scalars.count <= longest
                    && !lines[$0].isProse && isRow(separator.cells(lines[$0].scalars))
            }
            // What may be part of a label too must do clearly better.
            let known = best?.rows.count ?? 0
            if rows.count >= leastRows, rows.count > (separator.isSoft ? known * 5 / 4 : known) { best = (separator, rows) }
        }
        guard let best, let first = best.rows.first, let last = best.rows.last else { return false }
        for index in max(0, first - reach)..<min(lines.count, last + reach)
        where lines[index].scalars.count <= longest && !lines[index].isProse {
            let cells = best.separator.cells(lines[index].scalars)
            if cells.count > 1 { lines[index] = TextLine(cells: cells, like: lines[index]) }
        }
        return true
    }

    private static let leastRows = 8
    private static let longest = 2000
    /// Headers stand so many lines above the first row, and single values as many below the last.
    private static let reach = 8

    /// Perhaps the row's number, labels and empty cells, then values and empty cells only.
    private static func isRow(_ cells: [[UInt32]]) -> Bool {
        let isNumbered = cells.count > 3 && cells[0].allSatisfy(CellText.isDigit) && !cells[1].isEmpty && !CellText.isValue(cells[1])
        let cells = isNumbered ? Array(cells.dropFirst()) : cells
        guard let first = cells.firstIndex(where: CellText.isValue), first <= 5 else { return false }
        var values = 0
        for cell in cells[first...] {
            if CellText.isValue(cell) { values += 1 } else if !cell.isEmpty { return false }
        }
        return values >= 3
    }
}
