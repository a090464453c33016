import Bytes
import ReportModel
import Tables

/// The rows of some files as CSV, every table in a buffer of its own.
final class CSVLane: FormatLane {
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
    var sizes: [CSVSizes] = []
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

    var byteCount: Int {
        files.buffer.count + reports.buffer.count + sections.buffer.count + disclosures.buffer.count
            + applications.buffer.count + proceedings.buffer.count + facts.buffer.count + checks.buffer.count
            + errors.buffer.count + panel.buffer.count
    }

    /// The size of each table that is not late.
    var extent: TableExtent {
        var extent = TableExtent()
        extent[0] = Int64(files.buffer.count)
        extent[1] = Int64(errors.buffer.count)
        extent[2] = Int64(sections.buffer.count)
        extent[3] = Int64(disclosures.buffer.count)
        extent[4] = Int64(applications.buffer.count)
        extent[5] = Int64(proceedings.buffer.count)
        extent[6] = Int64(facts.buffer.count)
        return extent
    }

    func removeAll() {
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
        sizes.removeAll(keepingCapacity: true)
    }

    func add(_ file: FileRecord, reports: [Report], document: Document?) {
        Rows.file(file, into: &files)
        Rows.errors(file, into: &errors)
        let text = document?.text ?? []
        for report in reports { add(report, of: document, text: text.span) }
    }

    private func add(_ report: Report, of document: Document?, text: Span<UInt8>) {
        let id = report.id.utf8.span
        if let document {
            Rows.sections(report.sections, of: document, id: id, scratch: &scratch, into: &sections)
        }
        Rows.cells(report.disclosures, of: .disclosures, id: id, text: text, into: &disclosures)
        Rows.cells(report.applications, of: .applications, id: id, text: text, into: &applications)
        Rows.cells(report.proceedings, of: .proceedings, id: id, text: text, into: &proceedings)
        Rows.facts(report.facts, id: id, text: text, into: &facts)

        // The late tables are written as they look now; the writer ends the rows of `reports` and keeps the sizes, to find
        // its way back.
        var size = CSVSizes()
        let start = (reports.buffer.count, checks.buffer.count, panel.buffer.count)
        Rows.reportStart(report, id: id, into: &reports)
        size.row = UInt32(reports.buffer.count - start.0)
        Rows.checks(report.checks, id: id, into: &checks)
        size.checks = UInt32(checks.buffer.count - start.1)
        Rows.panelStart(report, id: id, into: &panel)
        size.panelStart = UInt32(panel.buffer.count - start.2)
        panel.code(Code(report.status))
        Rows.panelEnd(report, into: &panel)
        size.panel = UInt32(panel.buffer.count - start.2)
        sizes.append(size)
    }
}

/// How many bytes of CSV a report has in the late tables.
struct CSVSizes: Hashable, Sendable {
    /// The row of `reports` without its late columns, and those columns with the line end.
    var row: UInt32 = 0
    var rowEnd: UInt8 = 0
    /// The rows of `checks`: the report's own, and those that other reports add.
    var checks: UInt32 = 0
    var addedChecks: UInt32 = 0
    /// The row of `panel`, and what of it stands before the status.
    var panel: UInt32 = 0
    var panelStart: UInt32 = 0

    init() {}

    func append(to packed: inout PackedWriter) {
        for count in [row, UInt32(rowEnd), checks, addedChecks, panelStart, panel] { packed.append(UInt64(count)) }
    }

    init(from packed: inout PackedReader) {
        row = UInt32(clamping: packed.number())
        rowEnd = UInt8(clamping: packed.number())
        checks = UInt32(clamping: packed.number())
        addedChecks = UInt32(clamping: packed.number())
        panelStart = UInt32(clamping: packed.number())
        panel = UInt32(clamping: packed.number())
    }

    /// Gives the sizes in a log one after the other.
    struct Reader: IteratorProtocol {
        var log: PackedLog.Reader

        mutating func next() -> CSVSizes? {
            log.next().map { bytes in
                var packed = PackedReader(bytes)
                return CSVSizes(from: &packed)
            }
        }
    }
}
