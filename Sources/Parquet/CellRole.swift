import Tables

/// Where a column of a statutory table has its cells from.
enum CellRole: Sendable {
    case identifier
    /// A code for each cell of ``CellCatalogue``.
    case constant([UInt32])
    /// The place in a row of ``CellLane/tokens``.
    case token(Int)

    /// The roles of a table's columns.
    static func roles(of layout: TableLayout) -> [CellRole] {
        let cells = CellCatalogue.shared.cells
        var codes = 0
        return layout.columns.map { column in
            switch column.name {
            case "report_id": return .identifier
            case "value": return .token(0)
            case "raw": return .token(1)
            case "status": return .token(2)
            case "locator": return .token(3)
            case "unit": return .constant(cells.map { UInt32($0.unit.index) })
            default:
                // Cells of other tables have other columns, and never stand in this one.
                let place = codes
                codes += 1
                return .constant(cells.map { place < $0.codes.count ? UInt32($0.codes[place].index) : 0 })
            }
        }
    }
}
