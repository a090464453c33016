import Codebook
public import ReportModel

/// The value columns of `panel`: the cells of form 2021 in form order, then those that only form 2019 has, table by table.
public struct PanelLayout: Sendable {
    public static let shared = PanelLayout()

    public let columns: [PanelColumn]
    private let sources: [[Int]]

    /// The number of a table's columns.
    public func columnCount(of table: StatutoryTable) -> Int { sources(.form2021, table).count }

    /// For each column of a table, the cell's place in a form's table; -1 where the form lacks it.
    public func sources(_ form: FormVersion, _ table: StatutoryTable) -> [Int] {
        let base =
            switch table {
            case .disclosures: 0
            case .applications: 2
            case .proceedings: 4
            }
        return sources[form == .form2019 ? base : base + 1]
    }

    private init() {
        var columns: [PanelColumn] = []
        for table in StatutoryTable.allCases {
            var places: [String: Int] = [:]
            for form in [FormVersion.form2021, .form2019] {
                for (index, cell) in CodeTable.shared.spec(form, table).cells.enumerated() {
                    let code = "\(table.rawValue).\(cell.row).\(cell.column)"
                    let name = String(code.map { $0 == "." ? "_" : $0 })
                    let place = places[name] ?? columns.count
                    if place == columns.count {
                        places[name] = place
                        columns.append(PanelColumn(name: name, table: table, cell: cell))
                    }
                    columns[place].sources[form == .form2019 ? 0 : 1] = index
                }
            }
        }
        self.columns = columns
        sources = StatutoryTable.allCases.flatMap { table in
            [0, 1].map { form in columns.filter { $0.table == table }.map { $0.sources[form] } }
        }
    }
}

/// One value column of `panel`.
public struct PanelColumn: Sendable {
    public var name: String
    public var title: String
    public var description: String
    public var table: StatutoryTable
    /// The cell's place in form 2019 and form 2021; -1 where the form lacks it.
    var sources: [Int] = [-1, -1]

    init(name: String, table: StatutoryTable, cell: CellSpec) {
        self.name = name
        self.table = table
        // Whatever the unit in print is: the value is in yuan.
        let label = cell.unit == .count ? cell.columnLabel : "\(cell.columnLabel.prefix { $0 != "（" })（元）"
        title = "\(cell.rowLabel) \(label)"
        let unit = cell.unit == .count ? "" : ", in yuan"
        description = "`\(table.rawValue)`: \(cell.row), \(cell.column)\(unit)."
    }
}
