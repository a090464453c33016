import Narrative
import Normalize
import ReportModel

/// What the prose of a report adds to its tables: who issued it, the figures it states, and whether both agree.
struct Narrator {
    private let metadata = MetadataReader()
    private let facts = FactFinder()
    private let checks = PartChecks()

    func complete(_ report: Report, of part: SegmentedReport, in document: Document) -> Report {
        var report = report
        metadata.complete(&report, in: document, lines: part.lines)
        report.facts = facts.facts(of: report, in: document)
        report.checks += checks.checks(of: report, in: document)
        report.status = ReportStanding.status(of: report)
        return report
    }
}
