import Tables

/// What a sheet can hold.
enum SheetLimits {
    /// Rows under the two header rows.
    static let rows = 1_048_576 - headerRows
    static let headerRows = 2
    /// Links in a sheet; further cells go without.
    static let links = 65_530
    /// UTF-16 units in a cell.
    static let units = 32_767
    /// Bytes of rows at most: the parts of a workbook's container must stay below 4 GB.
    static let bytes: Int64 = 2 << 30
    /// Cells at most, for the same reason.
    private static let cells = 100_000_000

    /// The rows of a table that a sheet takes.
    static func rows(of table: Table, atMost limit: Int) -> Int { min(limit, cells / table.schema.columns.count) }
}
