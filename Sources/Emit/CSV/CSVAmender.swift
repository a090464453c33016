import Bytes
import ReportModel
import Tables

/// Changes the late columns and rows of written tables. Goes through the reports in order; a table that needs no change is
/// left as it is.
struct CSVAmender: ~Copyable {
    /// By place in ``Table``.
    private let files: [OutputFile]
    private let space: AsideFolder
    private var splicers: [Table: Splicer] = [:]
    private var cells: CSVRows
    private var word: CSVRows
    /// Where the next report's part of each table begins.
    private var reports: Int64
    private var checks: Int64
    private var panel: Int64

    init(style: CSVStyle, files: [OutputFile], space: AsideFolder) {
        self.files = files
        self.space = space
        cells = CSVRows(style: style)
        word = CSVRows(style: style)
        reports = Int64(style.header(of: Table.reports.schema).count)
        checks = Int64(style.header(of: Table.checks.schema).count)
        panel = Int64(style.header(of: Table.panel.schema).count)
    }

    /// Goes on to the next report.
    mutating func pass(_ size: CSVSizes) {
        reports += Int64(size.row) + Int64(size.rowEnd)
        checks += Int64(size.checks)
        panel += Int64(size.panel)
    }

    /// Amends the report at hand.
    ///
    /// - Parameter before: what was written of it.
    mutating func amend(
        _ size: CSVSizes, from before: LateState, with amendment: ReportAmendment
    ) throws(WriteFailure) {
        let columns = amendment.columns(from: before.columns)
        if columns != before.columns {
            cells.removeAll()
            cells.resumeRow()
            Rows.reportEnd(columns, into: &cells)
            try splicer(of: .reports).replace(Int(size.rowEnd), at: reports + Int64(size.row), with: cells.buffer)
        }
        if !amendment.checks.isEmpty {
            cells.removeAll()
            Rows.checks(amendment.checks, id: before.id.utf8.span, into: &cells)
            try splicer(of: .checks).replace(0, at: checks + Int64(size.checks), with: cells.buffer)
        }
        if columns.status != before.columns.status {
            cells.removeAll()
            cells.resumeRow()
            cells.code(Code(columns.status))
            word.removeAll()
            word.resumeRow()
            word.code(Code(before.columns.status))
            try splicer(of: .panel).replace(word.buffer.count, at: panel + Int64(size.panelStart), with: cells.buffer)
        }
    }

    /// Completes a table that was changed; nil for one that was not.
    mutating func finish(_ table: Table) throws(WriteFailure) -> WrittenFile? {
        try splicers[table]?.finish(in: space)
    }

    private mutating func splicer(of table: Table) throws(WriteFailure) -> Splicer {
        if let splicer = splicers[table] { return splicer }
        let splicer = try Splicer(files[table.index], in: space)
        splicers[table] = splicer
        return splicer
    }
}
