import Bytes
import ReportModel
import Tables

/// Changes the late columns and rows of written tables. Goes through the reports in order; a table that needs no change is
/// left as it is.
struct LateAmender: ~Copyable {
    private let late: LateIndex
    private var cells: CSVRows
    private var word: CSVRows
    private var splicers: [Table: Splicer] = [:]
    /// Where the next report's part of each table begins.
    private var reports: Int64
    private var checks: Int64
    private var panel: Int64

    init(late: LateIndex, style: CSVStyle) {
        self.late = late
        cells = CSVRows(style: style)
        word = CSVRows(style: style)
        reports = Int64(style.header(of: Table.reports.schema).count)
        checks = Int64(style.header(of: Table.checks.schema).count)
        panel = Int64(style.header(of: Table.panel.schema).count)
    }

    func splicer(of table: Table) -> Splicer? { splicers[table] }

    /// Leaves the next report as it is.
    mutating func pass(_ report: LateReport) {
        reports += Int64(report.row) + Int64(report.rowEnd)
        checks += Int64(report.checks)
        panel += Int64(report.panel)
    }

    /// Amends the next report.
    mutating func amend(
        _ report: LateReport, with amendment: ReportAmendment, of tables: [OutputFile], in folder: borrowing Folder
    ) throws(EmitFailure) {
        let failed = amendment.checks.count { $0.outcome == .fail }
        if failed > 0 || amendment.status != report.status {
            cells.removeAll()
            cells.resumeRow()
            Rows.reportEnd(
                LateColumns(
                    checksFailed: Int(report.checksFailed) + failed, status: amendment.status,
                    duplicateOf: late.duplicateOf(report)),
                into: &cells)
            try open(.reports, of: tables, in: folder)
                .replace(Int(report.rowEnd), at: reports + Int64(report.row), with: cells.buffer)
        }
        if !amendment.checks.isEmpty {
            cells.removeAll()
            Rows.checks(amendment.checks, id: ReportNumber.id(report.number).utf8.span, into: &cells)
            try open(.checks, of: tables, in: folder).replace(0, at: checks + Int64(report.checks), with: cells.buffer)
        }
        if amendment.status != report.status {
            cells.removeAll()
            cells.resumeRow()
            cells.code(Code(amendment.status))
            word.removeAll()
            word.resumeRow()
            word.code(Code(report.status))
            try open(.panel, of: tables, in: folder)
                .replace(word.buffer.count, at: panel + Int64(report.panelStart), with: cells.buffer)
        }
        pass(report)
    }

    private mutating func open(
        _ table: Table, of tables: [OutputFile], in folder: borrowing Folder
    ) throws(EmitFailure) -> Splicer {
        if let splicer = splicers[table] { return splicer }
        let splicer = try Splicer(tables[table.index], in: folder)
        splicers[table] = splicer
        return splicer
    }
}
