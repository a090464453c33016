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
    private let years: [ReportYear]
    private let links: YearLinks
    /// Nil where all are.
    private let isOpen: [Bool]?

    /// - Parameter isOpen: false for a report of an earlier run, by its number, whose checks come out as they did then.
    init(_ years: [ReportYear], isOpen: [Bool]? = nil) {
        self.years = years
        links = YearLinks(years.count) { years[$0].record }
        self.isOpen = isOpen
    }

    subscript(report: Int) -> ReportAmendment? {
        guard report < years.count, isOpen?[report] ?? true else { return nil }
        let checks = links.checks(of: report)
        let status = years[report].status
        let fails = checks.contains { $0.outcome == .fail }
        return ReportAmendment(checks: checks, status: fails && status == .clean ? .review : status)
    }
}
