public import ReportModel

/// The unit in which a cell is printed.
public enum PrintedUnit: String, CaseIterable, Sendable {
    case count
    case yuan = "CNY"
    /// 10,000 yuan (万元): fees of form 2021.
    case tenThousandYuan = "10000 CNY"
}

/// One statutory cell of one form version.
public struct CellSpec: Hashable, Sendable {
    /// `20.1` ...; empty outside section 2.
    public var article: String
    /// The stable name of the row: item, outcome or procedure.
    public var row: String
    /// The stable name of the column: measure, applicant or outcome.
    public var column: String
    /// The Chinese labels of the form; parts of a nested row label are parted by `/`.
    public var rowLabel: String
    public var columnLabel: String
    public var unit: PrintedUnit
}

/// One row of a statutory table.
public struct RowSpec: Hashable, Sendable {
    public var article: String
    public var code: String
    public var label: String
    /// Indices into ``TableSpec/cells``.
    public var cells: Range<Int>
}

/// One statutory table of one form version.
public struct TableSpec: Sendable {
    public var form: FormVersion
    public var table: StatutoryTable
    /// In form order.
    public var cells: [CellSpec]
    public var rows: [RowSpec]

    /// The index of a row by its code.
    public func row(_ code: String) -> Int? { rows.firstIndex { $0.code == code } }
}
