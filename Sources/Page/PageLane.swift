import ReportModel
import Tables

/// What the page has to know of some files.
final class PageLane: FormatLane {
    private(set) var tally = PageTally()
    private(set) var problems = ProblemCases()
    /// One for each report, in order.
    private(set) var reports: [PageReport] = []

    var byteCount: Int { reports.count * 128 }

    func removeAll() {
        tally = PageTally()
        problems = ProblemCases()
        reports.removeAll(keepingCapacity: true)
    }

    func add(_ file: FileRecord, reports: [Report], document: Document?) {
        tally.add(file)
        if !file.findings.isEmpty { problems.add(file) }
        for report in reports {
            let counts = CellCounts(report)
            tally.add(report, counts)
            self.reports.append(PageReport(report, counts, path: file.path))
        }
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

    init(_ report: Report, _ counts: CellCounts, path: String) {
        self.path = path
        name = report.issuer ?? report.title ?? ""
        year = report.year
        inferred = Int32(clamping: counts.inferred)
        unreadable = Int32(clamping: counts.unreadable)
        absent = Int32(clamping: counts.absent)
    }
}
