import Bytes
import ReportModel
import Tables

/// Puts the tables together that other reports may still change: goes through the reports in corpus order and gives each its
/// last words.
final class LateTables {
    private let reports: TableFile
    private let checks: TableFile
    private let panel: TableFile
    private var cells: CSVRows
    private var word: CSVRows

    init(style: CSVStyle, reports: TableFile, checks: TableFile, panel: TableFile) {
        self.reports = reports
        self.checks = checks
        self.panel = panel
        cells = CSVRows(style: style)
        word = CSVRows(style: style)
    }

    /// The next report of a source is left out.
    func pass(_ size: CSVSizes, of source: TableFile.Source) {
        reports.pass(Int64(size.row) + Int64(size.rowEnd), of: source)
        checks.pass(Int64(size.checks) + Int64(size.addedChecks), of: source)
        panel.pass(Int64(size.panel), of: source)
    }

    /// Takes what `body` takes in the place of the next reports of the earlier tables; see ``TableFile/replace(_:size:_:)``.
    func replace(_ earlier: ArraySlice<ReportReceipt>, _ body: () throws(WriteFailure) -> Void) throws(WriteFailure) {
        var counts: (reports: Int64, checks: Int64, panel: Int64) = (0, 0, 0)
        for report in earlier {
            counts.reports += Int64(report.size.row) + Int64(report.size.rowEnd)
            counts.checks += Int64(report.size.checks) + Int64(report.size.addedChecks)
            counts.panel += Int64(report.size.panel)
        }
        try reports.replace(counts.reports, size: counts.reports) { () throws(WriteFailure) in
            try checks.replace(counts.checks, size: counts.checks) { () throws(WriteFailure) in
                try panel.replace(counts.panel, size: counts.panel, body)
            }
        }
    }

    /// Takes over the next report of a source.
    ///
    /// - Parameters:
    ///   - before, size: as its rows stand in the source.
    ///   - after: as they shall be.
    ///   - added: the checks between it and other reports; nil where the source has them.
    /// - Returns: the sizes of the rows as they are now.
    func add(
        from source: TableFile.Source, _ size: CSVSizes, before: LateReport, after: LateReport, added: [Check]?
    ) throws(WriteFailure) -> CSVSizes {
        var now = size
        try reports.copy(Int64(size.row), from: source)
        if after.columns == before.columns {
            try reports.copy(Int64(size.rowEnd), from: source)
        } else {
            cells.removeAll()
            cells.resumeRow()
            Rows.reportEnd(after.columns, into: &cells)
            reports.pass(Int64(size.rowEnd), of: source)
            try reports.insert(cells.buffer)
            now.rowEnd = UInt8(cells.buffer.count)
        }
        try checks.copy(Int64(size.checks), from: source)
        if let added {
            checks.pass(Int64(size.addedChecks), of: source)
            cells.removeAll()
            Rows.checks(added, id: ReportNumber.id(after.number).utf8.span, into: &cells)
            if !added.isEmpty { try checks.insert(cells.buffer) }
            now.addedChecks = UInt32(cells.buffer.count)
        } else {
            try checks.copy(Int64(size.addedChecks), from: source)
        }
        now.panel = try addPanel(from: source, size, before.status, after.status)
        return now
    }

    private func addPanel(
        from source: TableFile.Source, _ size: CSVSizes, _ before: ReportStatus, _ after: ReportStatus
    ) throws(WriteFailure) -> UInt32 {
        if before == after {
            try panel.copy(Int64(size.panel), from: source)
            return size.panel
        }
        word.removeAll()
        word.resumeRow()
        word.code(Code(before))
        cells.removeAll()
        cells.resumeRow()
        cells.code(Code(after))
        try panel.copy(Int64(size.panelStart), from: source)
        panel.pass(Int64(word.buffer.count), of: source)
        try panel.insert(cells.buffer)
        try panel.copy(Int64(size.panel) - Int64(size.panelStart) - Int64(word.buffer.count), from: source)
        return size.panel - UInt32(word.buffer.count) + UInt32(cells.buffer.count)
    }
}
