public import ReportModel

/// The truth about one report of a document.
public struct SyntheticReport: Sendable {
    public var issuer: String
    public var year: Int
    public var forms: [StatutoryTable: FormVersion]
    /// Per table, row by row in codebook order; nil where the cell is blank or not in the text. Fees of form 2021 in 10,000
    /// yuan as printed, procurement in yuan.
    public var values: [StatutoryTable: [[DecimalValue?]]]
    /// Rows whose cells the text does not determine: nothing is right there, too.
    public var doubtfulRows: Set<RowAddress>
    /// True where the text determines no cell at all.
    public var isDoubtful: Bool
    /// False where a printed total does not add up.
    public var isConsistent: Bool

    public init(issuer: String, year: Int, forms: [StatutoryTable: FormVersion]) {
        self.issuer = issuer
        self.year = year
        self.forms = forms
        self.values = [:]
        self.doubtfulRows = []
        self.isDoubtful = false
        self.isConsistent = true
    }

    /// The truth about one cell.
    public subscript(address: CellAddress) -> DecimalValue? {
        get { values[address.table]?[address.row][address.column] ?? nil }
        set { values[address.table]?[address.row][address.column] = newValue }
    }

    /// Whether a missing value is right at this row.
    public func doubts(_ row: RowAddress) -> Bool { isDoubtful || doubtfulRows.contains(row) }
}

/// A row of a statutory table: its index in the form.
public struct RowAddress: Hashable, Sendable {
    public var table: StatutoryTable
    public var row: Int

    public init(_ table: StatutoryTable, _ row: Int) {
        self.table = table
        self.row = row
    }
}

/// A cell of a statutory table: the indices of its row and of its column within that row.
public struct CellAddress: Hashable, Sendable {
    public var table: StatutoryTable
    public var row: Int
    public var column: Int

    public init(_ table: StatutoryTable, _ row: Int, _ column: Int) {
        self.table = table
        self.row = row
        self.column = column
    }

    public var rowAddress: RowAddress { RowAddress(table, row) }
}
