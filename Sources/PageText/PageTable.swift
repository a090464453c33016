/// A table on one page: its lattice in points, and its cells.
struct PageTable: Sendable {
    var page: Int
    /// The edges of the columns, left to right; one more than there are columns.
    var columnEdges: [Double]
    /// The edges of the rows, top to bottom; one more than there are rows.
    var rowEdges: [Double]
    /// Row by row, left to right, by the place where they start.
    var cells: [TableCell]

    var rows: Int { rowEdges.count - 1 }
    var columns: Int { columnEdges.count - 1 }
    var top: Double { rowEdges[0] }
    var bottom: Double { rowEdges[rowEdges.count - 1] }
    var left: Double { columnEdges[0] }
    var right: Double { columnEdges[columnEdges.count - 1] }
}

/// One cell of a page's table.
struct TableCell: Equatable, Sendable {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
    var page: Int
    var text: [Unicode.Scalar] = []
    /// A piece of an area that the lines do not close: nothing may stand in it.
    var isFragment = false
    /// The last line leaves no room for one more character: the text may go on over the page break.
    var isFull = false
    /// No line closes the cell at the foot of its page's table, or at its head: a row that the page break cuts is left open.
    var isOpenBelow = false
    var isOpenAbove = false

    var rowRange: Range<Int> { row..<(row + rowSpan) }
    var columnRange: Range<Int> { column..<(column + columnSpan) }
}
