import Codebook
public import ReportFactory
public import ReportModel

/// Holds what was read against the truth, cell by cell.
public struct Scorer: Sendable {
    public private(set) var tally = CellTally()
    public private(set) var mismatches: [CellMismatch] = []

    public init() {}

    /// Scores the reports read from one document against those that are in it.
    public mutating func score(_ found: [Report], against truths: [SyntheticReport]) {
        for index in 0..<max(found.count, truths.count) {
            if index >= truths.count {
                tally.misplacedReports += 1
                addSurplus(found[index], index)
                continue
            }
            tally.reports += 1
            if index >= found.count { tally.misplacedReports += 1 }
            add(index < found.count ? found[index] : nil, truths[index], index)
        }
    }

    private mutating func add(_ report: Report?, _ truth: SyntheticReport, _ index: Int) {
        if report?.issuer != truth.issuer { tally.wrongIssuers += 1 }
        if report?.year != truth.year { tally.wrongYears += 1 }
        for table in StatutoryTable.allCases {
            let found = report?.table(table)
            guard let form = truth.forms[table] else { continue }
            let spec = CodeTable.shared.spec(form, table)
            for (row, rowSpec) in spec.rows.enumerated() {
                for (column, position) in rowSpec.cells.enumerated() {
                    let cell = spec.cells[position]
                    var wanted = truth[CellAddress(table, row, column)]
                    if cell.unit == .tenThousandYuan, let value = wanted { wanted = value.tenThousandfold }
                    let got = found.flatMap { Scorer.cell(cell, in: $0, table) }
                    add(
                        CellMismatch(
                            report: index, cell: "\(table.rawValue)/\(cell.row)/\(cell.column)", wanted: wanted,
                            got: got?.value, status: got?.status, isSilent: false),
                        isDoubtful: truth.doubts(RowAddress(table, row)), isClean: report?.status == .clean)
                }
            }
        }
    }

    private mutating func add(_ cell: CellMismatch, isDoubtful: Bool, isClean: Bool) {
        if cell.got == nil && cell.wanted != nil && isDoubtful {
            tally.doubted += 1
            return
        }
        tally.cells += 1
        if cell.got == cell.wanted {
            tally.exact += 1
            return
        }
        if cell.got == nil {
            tally.missing += 1
        } else if cell.wanted == nil {
            tally.extra += 1
        } else {
            tally.wrong += 1
        }
        var mismatch = cell
        mismatch.isSilent = cell.got != nil && cell.status == .reported && isClean
        if mismatch.isSilent { tally.silent += 1 }
        mismatches.append(mismatch)
    }

    /// Every value of a report that is not in the text is one too many.
    private mutating func addSurplus(_ report: Report, _ index: Int) {
        for table in StatutoryTable.allCases {
            let found = report.table(table)
            guard let form = found.form else { continue }
            for (spec, cell) in zip(CodeTable.shared.spec(form, table).cells, found.cells) where cell.value != nil {
                add(
                    CellMismatch(
                        report: index, cell: "\(table.rawValue)/\(spec.row)/\(spec.column)", wanted: nil, got: cell.value,
                        status: cell.status, isSilent: false),
                    isDoubtful: false, isClean: report.status == .clean)
            }
        }
    }

    /// The cell of the same name in a table, whatever form the table was taken for.
    private static func cell(_ wanted: CellSpec, in table: FormTable, _ kind: StatutoryTable) -> Cell? {
        guard let form = table.form else { return nil }
        let cells = CodeTable.shared.spec(form, kind).cells
        guard let index = cells.firstIndex(where: { $0.row == wanted.row && $0.column == wanted.column }) else { return nil }
        return index < table.cells.count ? table.cells[index] : nil
    }
}

extension DecimalValue {
    /// The value times 10,000.
    var tenThousandfold: DecimalValue {
        scale >= 4
            ? DecimalValue(mantissa: mantissa, scale: scale - 4)
            : DecimalValue(mantissa: mantissa * [10_000, 1000, 100, 10][Int(scale)])
    }
}
