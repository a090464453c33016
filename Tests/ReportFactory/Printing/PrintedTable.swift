import ReportModel

/// One cell of a table as printed.
struct PrintedCell {
    enum Role { case label, value, header, caption, note, filler }

    var text: String
    var role: Role
    /// Columns and rows that the cell spans.
    var columns = 1
    var rows = 1
    /// The statutory cells whose values stand here.
    var addresses: [CellAddress] = []
    /// True for an empty cell of which nothing at all is left in the text.
    var vanishes = false
    /// True for a value cell without a number: empty or a dash.
    var truthless: Bool { !text.unicodeScalars.contains { ("0"..."9").contains($0) || ("０"..."９").contains($0) } }

    init(
        _ text: String, _ role: Role, columns: Int = 1, rows: Int = 1, addresses: [CellAddress] = [], vanishes: Bool = false
    ) {
        self.text = text
        self.role = role
        self.columns = columns
        self.rows = rows
        self.addresses = addresses
        self.vanishes = vanishes
    }
}

/// One row of a table as printed; cells that a cell of an earlier row spans are not in it.
struct PrintedRow {
    enum Role { case caption, header, data, note }

    var role: Role
    var cells: [PrintedCell]

    var values: [PrintedCell] { cells.filter { $0.role == .value } }
    var labels: [PrintedCell] { cells.filter { $0.role == .label } }
}

/// One table as printed: the common source of every layout.
struct PrintedTable {
    /// What stands at one place of the table's raster.
    enum Slot {
        case cell(PrintedCell)
        /// Covered by a cell further left in the same row.
        case spannedRight
        /// Covered by a cell of an earlier row.
        case spannedDown
        case empty
    }

    var table: StatutoryTable
    var columns: Int
    var rows: [PrintedRow]

    /// The table's raster. A row with more cells than ``columns`` is longer than the others.
    func raster() -> [[Slot]] {
        var covered: [Int: Int] = [:]  // column -> rows still covered
        return rows.map { row in
            var slots: [Slot] = []
            func skipCovered() {
                while let left = covered[slots.count], left > 0 {
                    covered[slots.count] = left - 1
                    slots.append(.spannedDown)
                }
            }
            for cell in row.cells {
                skipCovered()
                for offset in 0..<cell.columns {
                    if cell.rows > 1 { covered[slots.count] = cell.rows - 1 }
                    slots.append(offset == 0 ? .cell(cell) : .spannedRight)
                }
            }
            skipCovered()
            while slots.count < columns {
                slots.append(.empty)
                skipCovered()
            }
            return slots
        }
    }
}

/// A piece of a report in reading order.
enum Block {
    case title(String)
    /// The level is 1 for the six sections, 2 below them.
    case heading(String)
    case paragraph(String)
    case table(PrintedTable)
}

/// One line of text, with the statutory cells whose values it prints.
struct OutputLine {
    var text: String
    var cells: [CellAddress]

    init(_ text: String, _ cells: [CellAddress] = []) {
        self.text = text
        self.cells = cells
    }
}

/// The lines of a report and the rows that they do not determine.
struct Rendering {
    var lines: [OutputLine] = []
    var doubtfulRows: Set<RowAddress> = []
    var isDoubtful = false

    mutating func add(_ text: String, _ cells: [CellAddress] = []) { lines.append(OutputLine(text, cells)) }
}
