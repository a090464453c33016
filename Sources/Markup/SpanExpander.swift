import ReportModel

/// Gives cells their place as browsers do: each takes the next free column of its row; a column stays taken for as many
/// rows as its cell spans. What is delivered never overlaps: a span ends where another cell already stands.
struct SpanExpander {
    private(set) var cells: [GridCell] = []
    private let columnLimit: Int
    /// For each column the first row that is free again, and the cell that took it last.
    private var freeFrom: [Int] = []
    private var takenBy: [Int] = []
    private var row = 0
    private var column = 0

    init(columnLimit: Int) { self.columnLimit = columnLimit }

    mutating func startRow(_ row: Int) {
        self.row = row
        column = 0
    }

    /// Leaves columns free.
    mutating func skip(_ columns: Int) { column += min(columns, columnLimit) }

    /// Places a cell; `rowLimit` is the row behind the last that it may reach.
    mutating func place(_ span: SourceSpan, columnSpan: Int, rowSpan: Int, rowLimit: Int, locator: Locator) {
        moveToFreeColumn()
        let width = max(1, min(columnSpan, columnLimit - column))
        let height = max(1, rowSpan == 0 ? rowLimit - row : min(rowSpan, rowLimit - row))
        var free = 1
        while free < width && isFree(column + free) { free += 1 }
        take(column..<column + free, until: row + height, by: cells.count)
        cells.append(
            GridCell(span: span, row: row, column: column, rowSpan: height, columnSpan: free, locator: locator))
        column += width
    }

    /// Lets the cell above reach into this row. False where there is none that ends just above.
    mutating func extendAbove(columnSpan: Int) -> Bool {
        guard column < takenBy.count, takenBy[column] >= 0 else { return false }
        let origin = takenBy[column]
        let above = cells[origin]
        guard Int(above.column) == column, Int(above.row + above.rowSpan) == row else { return false }
        cells[origin].rowSpan += 1
        let width = Int(above.columnSpan)
        take(column..<column + width, until: row + 1, by: origin)
        column += width
        return true
    }

    /// The table so far. Columns in which no cell starts say nothing and are left out.
    consuming func grid(rows: Int) -> Grid {
        var starts = [Bool](repeating: false, count: freeFrom.count + 1)
        for cell in cells { starts[Int(cell.column)] = true }
        var index = [Int32](repeating: 0, count: starts.count + 1)
        for column in starts.indices { index[column + 1] = index[column] + (starts[column] ? 1 : 0) }
        for position in cells.indices {
            let cell = cells[position]
            let end = min(Int(cell.column + cell.columnSpan), starts.count)
            cells[position].columnSpan = max(1, index[end] - index[Int(cell.column)])
            cells[position].column = index[Int(cell.column)]
        }
        return Grid(rows: rows, columns: Int(index[starts.count]), cells: cells)
    }

    private func isFree(_ column: Int) -> Bool { column >= freeFrom.count || freeFrom[column] <= row }

    private mutating func moveToFreeColumn() {
        while !isFree(column) { column += 1 }
    }

    private mutating func take(_ columns: Range<Int>, until row: Int, by cell: Int) {
        while freeFrom.count < columns.upperBound {
            freeFrom.append(0)
            takenBy.append(-1)
        }
        for column in columns {
            freeFrom[column] = row
            takenBy[column] = cell
        }
    }
}
