import Bytes
public import ReportModel

/// The rows of all tables but the late ones in spooled form: for formats that one thread writes through a library.
///
/// `@unchecked Sendable`: it has one owner at a time.
public final class SpoolLane: FormatLane, @unchecked Sendable {
    private var files = SpoolSink()
    private var errors = SpoolSink()
    private var sections = SpoolSink()
    private var disclosures = SpoolSink()
    private var applications = SpoolSink()
    private var proceedings = SpoolSink()
    private var facts = SpoolSink()
    private var scratch: [UInt8] = []

    public init() {}

    public var byteCount: Int {
        files.buffer.count + errors.buffer.count + sections.buffer.count + disclosures.buffer.count
            + applications.buffer.count + proceedings.buffer.count + facts.buffer.count
    }

    public func removeAll() {
        files.removeAll()
        errors.removeAll()
        sections.removeAll()
        disclosures.removeAll()
        applications.removeAll()
        proceedings.removeAll()
        facts.removeAll()
    }

    public func add(_ file: FileRecord, reports: [Report], document: Document?) {
        Rows.file(file, into: &files)
        Rows.errors(file, into: &errors)
        let text = document?.text ?? []
        for report in reports {
            let id = report.id.utf8.span
            if let document {
                Rows.sections(report.sections, of: document, id: id, scratch: &scratch, into: &sections)
            }
            Rows.cells(report.disclosures, of: .disclosures, id: id, text: text.span, into: &disclosures)
            Rows.cells(report.applications, of: .applications, id: id, text: text.span, into: &applications)
            Rows.cells(report.proceedings, of: .proceedings, id: id, text: text.span, into: &proceedings)
            Rows.facts(report.facts, id: id, text: text.span, into: &facts)
        }
    }

    /// Gives a table's rows to a sink; none of a late table.
    public func replay<Sink: RowSink & ~Copyable>(_ table: Table, into sink: inout Sink) {
        switch table {
        case .files: SpoolLane.replay(files, table, into: &sink)
        case .errors: SpoolLane.replay(errors, table, into: &sink)
        case .sections: SpoolLane.replay(sections, table, into: &sink)
        case .disclosures: SpoolLane.replay(disclosures, table, into: &sink)
        case .applications: SpoolLane.replay(applications, table, into: &sink)
        case .proceedings: SpoolLane.replay(proceedings, table, into: &sink)
        case .facts: SpoolLane.replay(facts, table, into: &sink)
        case .reports, .checks, .panel, .codebook: break
        }
    }

    /// Gives a table's spooled rows and their number to `body`; none of a late table.
    func withRows(
        of table: Table, _ body: (borrowing SpoolSink) throws(WriteFailure) -> Void
    ) throws(WriteFailure) {
        switch table {
        case .files: try body(files)
        case .errors: try body(errors)
        case .sections: try body(sections)
        case .disclosures: try body(disclosures)
        case .applications: try body(applications)
        case .proceedings: try body(proceedings)
        case .facts: try body(facts)
        case .reports, .checks, .panel, .codebook: break
        }
    }

    private static func replay<Sink: RowSink & ~Copyable>(
        _ spool: borrowing SpoolSink, _ table: Table, into sink: inout Sink
    ) {
        spool.buffer.withSpan { bytes in
            var reader = SpoolReader()
            reader.rows(of: table, in: bytes, into: &sink)
        }
    }
}
