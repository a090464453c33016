import Emit
import Narrative
import ReportModel

/// What of a report is kept until all are read: it is held against the reports of the same issuer for other years.
struct ReportYear: Sendable {
    var record: YearRecord?
    var status: ReportStatus

    init(_ report: Report) {
        record = YearRecord(report)
        status = report.status
    }
}

/// The checks between reports of one issuer, by report in corpus order.
struct YearAmendments: Sendable {
    private let amendments: [ReportAmendment]

    init(_ years: [ReportYear]) {
        var links = YearLinks()
        for year in years { links.add(year.record) }
        amendments = zip(years, links.checks()).map { year, checks in
            let fails = checks.contains { $0.outcome == .fail }
            return ReportAmendment(checks: checks, status: fails && year.status == .clean ? .review : year.status)
        }
    }

    subscript(report: Int) -> ReportAmendment? { report < amendments.count ? amendments[report] : nil }
}
