import Bytes
import ReportModel
import Tables

/// The rows of some files, rendered and waiting to be written. Made by ``Renderer/makeBatch()``, filled by one worker, handed
/// to ``OutputFolder/append(_:)``, emptied there and used again.
///
/// `@unchecked Sendable`: it has one owner at a time; the queue that hands it over orders the accesses.
public final class RowBatch: @unchecked Sendable {
    var files: CSVRows
    var reports: CSVRows
    var sections: CSVRows
    var disclosures: CSVRows
    var applications: CSVRows
    var proceedings: CSVRows
    var facts: CSVRows
    var checks: CSVRows
    var errors: CSVRows
    var panel: CSVRows
    /// One for each report, in order.
    var entries: [BatchEntry] = []
    var tally = Tally()
    private var scratch: [UInt8] = []

    init(style: CSVStyle) {
        files = CSVRows(style: style)
        reports = CSVRows(style: style)
        sections = CSVRows(style: style)
        disclosures = CSVRows(style: style)
        applications = CSVRows(style: style)
        proceedings = CSVRows(style: style)
        facts = CSVRows(style: style)
        checks = CSVRows(style: style)
        errors = CSVRows(style: style)
        panel = CSVRows(style: style)
    }

    /// The size of the rows so far, in bytes.
    public var byteCount: Int {
        files.buffer.count + reports.buffer.count + sections.buffer.count + disclosures.buffer.count
            + applications.buffer.count + proceedings.buffer.count + facts.buffer.count + checks.buffer.count
            + errors.buffer.count + panel.buffer.count
    }

    /// Forgets the rows and keeps the memory.
    public func removeAll() {
        files.removeAll()
        reports.removeAll()
        sections.removeAll()
        disclosures.removeAll()
        applications.removeAll()
        proceedings.removeAll()
        facts.removeAll()
        checks.removeAll()
        errors.removeAll()
        panel.removeAll()
        entries.removeAll(keepingCapacity: true)
        tally = Tally()
    }

    func append(_ file: FileRecord) {
        Rows.file(file, into: &files)
        Rows.errors(file, into: &errors)
        tally.count(file)
    }

    func append(_ report: Report, of document: Document?) {
        let text = document?.text ?? []
        let id = report.id.utf8.span
        var entry = BatchEntry(report)
        let reportsStart = reports.buffer.count
        Rows.reportStart(report, id: id, into: &reports)
        entry.reportStart = reports.buffer.count - reportsStart
        if let document {
            Rows.sections(report.sections, of: document, id: id, scratch: &scratch, into: &sections)
        }
        Rows.cells(report.disclosures, of: .disclosures, id: id, text: text.span, into: &disclosures)
        Rows.cells(report.applications, of: .applications, id: id, text: text.span, into: &applications)
        Rows.cells(report.proceedings, of: .proceedings, id: id, text: text.span, into: &proceedings)
        Rows.facts(report.facts, id: id, text: text.span, into: &facts)
        let checksStart = checks.buffer.count
        Rows.checks(report.checks, id: id, into: &checks)
        entry.checks = checks.buffer.count - checksStart
        let panelStart = panel.buffer.count
        Rows.panelStart(report, id: id, into: &panel)
        entry.panelStart = panel.buffer.count - panelStart
        panel.code(Code(report.status))
        Rows.panelEnd(report, into: &panel)
        entry.panel = panel.buffer.count - panelStart
        entries.append(entry)
        tally.count(report)
    }
}

/// What the ordered side has to know of a report in a batch. Sizes are in bytes of CSV.
struct BatchEntry {
    var id: String
    var signature: UInt64
    var status: ReportStatus
    var checksFailed: Int
    /// The row of `reports` without its late columns.
    var reportStart = 0
    var checks = 0
    /// The row of `panel`, and what of it stands before the status.
    var panel = 0
    var panelStart = 0

    init(_ report: Report) {
        id = report.id
        signature = report.signature
        status = report.status
        checksFailed = report.checks.count { $0.outcome == .fail }
    }
}
