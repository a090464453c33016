public import ReportModel

/// The statutory form as data: every cell of both versions, and the words by which its parts are known in print.
///
/// Source: `Data/codebook.csv` (the annexes of 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号) and `Data/labels.csv`.
public struct CodeTable: Sendable {
    /// Version of the data files. Raised with every change of them.
    public static let version = "1.0.0"
    public static let shared = CodeTable()

    private let specs: [TableSpec]

    /// The table of a form version.
    public func spec(_ form: FormVersion, _ table: StatutoryTable) -> TableSpec {
        specs[CodeTable.index(form, table)]
    }

    /// `Data/codebook.csv` as committed: UTF-8, LF, a header line.
    public static var codebookCSV: [UInt8] { PackageResources.codebook_csv }

    static func index(_ form: FormVersion, _ table: StatutoryTable) -> Int {
        let tableIndex =
            switch table {
            case .disclosures: 0
            case .applications: 1
            case .proceedings: 2
            }
        return (form == .form2019 ? 0 : 3) + tableIndex
    }

    private init() {
        var specs: [TableSpec] = []
        for form in FormVersion.allCases {
            for table in StatutoryTable.allCases { specs.append(TableSpec(form: form, table: table, cells: [], rows: [])) }
        }
        for fields in CSVLines(PackageResources.codebook_csv).dropFirst() {
            guard let form = FormVersion(rawValue: fields[0]), let table = StatutoryTable(rawValue: fields[1]),
                let unit = PrintedUnit(rawValue: fields[7])
            else { preconditionFailure("codebook.csv: bad row \(fields)") }
            let at = CodeTable.index(form, table)
            let position = specs[at].cells.count
            specs[at].cells.append(
                CellSpec(
                    article: fields[2], row: fields[3], column: fields[4], rowLabel: fields[5], columnLabel: fields[6],
                    unit: unit))
            if let last = specs[at].rows.last, last.code == fields[3] {
                specs[at].rows[specs[at].rows.count - 1].cells = last.cells.lowerBound..<(position + 1)
            } else {
                specs[at].rows.append(
                    RowSpec(
                        article: fields[2], code: fields[3], label: fields[5], cells: position..<(position + 1)))
            }
        }
        self.specs = specs
    }
}
