public import Tables

/// One workbook, `gongkai.xlsx`: a sheet a table, and one in front that says what the others hold.
public struct WorkbookFormat: TableFormat {
    public static let fileName = "gongkai.xlsx"

    /// Rows of the tables at most, so that smaller tables can be too long in tests.
    let rowLimit: Int

    public init() { rowLimit = SheetLimits.rows }

    init(rowLimit: Int) { self.rowLimit = rowLimit }

    public var name: String { "xlsx" }

    public func makeLane() -> any FormatLane { SpoolLane() }

    public func makeWriter(in space: any OutputSpace) throws(WriteFailure) -> any FormatWriter {
        try WorkbookWriter(in: space, rowLimit: rowLimit)
    }
}
