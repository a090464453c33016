import ReportModel
import Tables

/// The rows of some files as tokens, every table for itself. Late tables come from the spool.
final class ParquetLane: FormatLane {
    private(set) var files: TableLane
    private(set) var errors: TableLane
    private(set) var sections: TableLane
    private(set) var facts: TableLane
    private(set) var disclosures = CellLane()
    private(set) var applications = CellLane()
    private(set) var proceedings = CellLane()
    /// One for each report in order.
    private(set) var reports: [ReportRows] = []
    private var scratch: [UInt8] = []

    init(_ layouts: ParquetLayouts) {
        files = TableLane(layouts[.files])
        errors = TableLane(layouts[.errors])
        sections = TableLane(layouts[.sections])
        facts = TableLane(layouts[.facts])
    }

    var byteCount: Int {
        files.byteCount + errors.byteCount + sections.byteCount + facts.byteCount + disclosures.byteCount
            + applications.byteCount + proceedings.byteCount
    }

    func removeAll() {
        files.removeAll()
        errors.removeAll()
        sections.removeAll()
        facts.removeAll()
        disclosures.removeAll()
        applications.removeAll()
        proceedings.removeAll()
        reports.removeAll(keepingCapacity: true)
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
        Rows.facts(report.facts, id: id, text: text, into: &facts)
        disclosures.add(report.disclosures, of: .disclosures, id: id, text: text)
        applications.add(report.applications, of: .applications, id: id, text: text)
        proceedings.add(report.proceedings, of: .proceedings, id: id, text: text)
        reports.append(ReportRows(year: report.year, sections: sections.rows, facts: facts.rows))
    }
}

/// Where a report's rows end in a lane.
struct ReportRows {
    var year: Int?
    var sections: Int
    var facts: Int
}

/// The layouts of all tables.
struct ParquetLayouts: Sendable {
    private let layouts: [TableLayout]

    init(_ options: ParquetOptions) {
        layouts = Table.allCases.map {
            TableLayout(
                $0, numbers: options.numbers,
                omitting: options.partition == .year && $0.isOfReports ? ParquetLayouts.partitionColumn : nil)
        }
    }

    static let partitionColumn = "year"

    subscript(table: Table) -> TableLayout { layouts[table.index] }
}

extension Table {
    /// True where every row belongs to one report, so that the table can be parted by the reports' years.
    var isOfReports: Bool {
        switch self {
        case .files, .errors, .codebook: false
        default: true
        }
    }
}
