import Emit
import Narrative
import ReportModel

/// What of a report is kept until all are read: it is held against the reports of the same issuer for other years.
struct ReportYear: Sendable {
    var record: YearRecord?
    var status: ReportStatus

    init(_ report: Report) {
        self.init(record: YearRecord(report), status: report.status)
    }

    init(record: YearRecord?, status: ReportStatus) {
        self.record = record
        self.status = status
    }
}

/// The checks between reports of one issuer, by report in corpus order.
struct YearAmendments: Sendable {
    private let amendments: [ReportAmendment?]

    /// - Parameter isOpen: false for a report of an earlier run, by its number, whose checks come out as they did then.
    init(_ years: [ReportYear], isOpen: (Int) -> Bool = { _ in true }) {
        var links = YearLinks()
        for year in years { links.add(year.record) }
        amendments = zip(years, links.checks(of: isOpen)).map { year, checks in
            guard let checks else { return nil }
            let fails = checks.contains { $0.outcome == .fail }
            return ReportAmendment(checks: checks, status: fails && year.status == .clean ? .review : year.status)
        }
    }

    subscript(report: Int) -> ReportAmendment? { report < amendments.count ? amendments[report] : nil }
}
