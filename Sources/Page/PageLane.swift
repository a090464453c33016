import Bytes
import ReportModel
import Tables

/// What the page has to know of some files.
final class PageLane: FormatLane {
    private(set) var tally = PageTally()
    private(set) var problems = ProblemCases()
    /// One for each report, in order.
    private(set) var reports: [PageReport] = []
    /// The documents of the input at hand.
    private var packed = PackedWriter()

    var byteCount: Int { reports.count * 128 }

    func removeAll() {
        tally = PageTally()
        problems = ProblemCases()
        reports.removeAll(keepingCapacity: true)
        packed = PackedWriter()
    }

    func add(_ file: FileRecord, reports: [Report], document: Document?) {
        let document = PageDocument(file, reports: reports)
        document.append(to: &packed)
        add(document)
    }

    func endInput() -> [UInt8] {
        defer { packed = PackedWriter() }
        return packed.bytes
    }

    func restore(_ bytes: [UInt8]) {
        var packed = PackedReader(bytes)
        while !packed.isAtEnd && packed.isSound { add(PageDocument(from: &packed)) }
    }

    private func add(_ document: PageDocument) {
        tally.add(document)
        problems.add(document)
        for report in document.reports { reports.append(PageReport(report, path: document.path)) }
    }
}

/// What the page says of one report, but for what is known last.
struct PageReport {
    var path: String
    /// The issuer, or the title where it is not known.
    var name: String
    var year: Int?
    var inferred: Int32
    var unreadable: Int32
    var absent: Int32

    init(_ report: PageEntry, path: String) {
        self.path = path
        name = report.name
        year = report.year
        inferred = Int32(clamping: report.cells[2])
        unreadable = Int32(clamping: report.cells[3])
        absent = Int32(clamping: report.cells[4])
    }

    func append(to packed: inout PackedWriter) {
        packed.append(path)
        packed.append(name)
        packed.append(signed: Int64(year ?? -1))
        for count in [inferred, unreadable, absent] { packed.append(signed: Int64(count)) }
    }

    init(from packed: inout PackedReader) {
        path = packed.text()
        name = packed.text()
        let year = Int(packed.signed())
        self.year = year < 0 ? nil : year
        inferred = Int32(truncatingIfNeeded: packed.signed())
        unreadable = Int32(truncatingIfNeeded: packed.signed())
        absent = Int32(truncatingIfNeeded: packed.signed())
    }
}
