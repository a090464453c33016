import ReportModel

/// One row of a statutory table before it stands in a table: its label in parts and its values.
struct LabelledRow {
    var row: RowAddress
    /// The form's words for the groups that the row belongs to, outermost first: rows with equal groups share their cells.
    var groups: [String]
    /// Those words as printed.
    var printedGroups: [String]
    /// The row's own label as printed; empty where it is lost.
    var label: String
    var cells: [PrintedCell]
}
