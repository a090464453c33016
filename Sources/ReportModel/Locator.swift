/// Where something stood in the source: `L143` for a line of text, `t2r5c3` for a cell of a structured table,
/// with `p4` in front where there are pages. All numbers count from 1; 0 means "not given".
public struct Locator: Hashable, Sendable {
    public var page: UInt16
    /// 0 for a line of text.
    public var table: UInt16
    /// The row of the table, or the line of the text.
    public var row: Int32
    /// The cell within its row.
    public var cell: UInt16

    @inlinable public init(line: Int32, page: UInt16 = 0) {
        self.page = page
        self.table = 0
        self.row = line
        self.cell = 0
    }

    @inlinable public init(table: UInt16, row: Int32, cell: UInt16, page: UInt16 = 0) {
        self.page = page
        self.table = table
        self.row = row
        self.cell = cell
    }

    public static let none = Locator(line: 0)

    public var isNone: Bool { row == 0 }
}

extension Locator: CustomStringConvertible {
    /// The printed form; empty for ``none``.
    public var description: String {
        if isNone { return "" }
        let place = table == 0 ? "L\(row)" : "t\(table)r\(row)c\(cell)"
        return page == 0 ? place : "p\(page)\(place)"
    }
}
