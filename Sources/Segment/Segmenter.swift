internal import Codebook
internal import HanText
public import ReportModel

/// Finds the reports of a document, and in each its title, its six sections and where its tables stand.
public struct Segmenter: Sendable {
    public init() {}

    /// The reports of `document` in reading order, at least one.
    ///
    /// Throws `not_a_report` where neither title, headings nor tables speak for a report.
    public func segment(_ document: Document) throws(StageFailure) -> Outcome<[SegmentedReport]> {
        let survey = Survey(document)
        var reports: [SegmentedReport] = []
        for part in survey.parts() where survey.evidence(part) >= 3 {
            reports.append(survey.report(part))
        }
        guard !reports.isEmpty else {
            throw StageFailure(
                .segment, .notAReport, "no title, sections and tables of an annual disclosure report were found",
                isSkip: true)
        }
        var findings: [Finding] = []
        for report in reports { findings += remarks(on: report, in: document) }
        return Outcome(reports, findings: findings)
    }

    private func remarks(on report: SegmentedReport, in document: Document) -> [Finding] {
        var findings: [Finding] = []
        let place = report.lines.isEmpty ? Locator.none : document.lines[report.lines.lowerBound].locator
        if report.issuer == nil {
            findings.append(Finding(.segment, .warning, .issuerUnknown, "no title names the issuer", at: place))
        }
        if report.year == nil {
            findings.append(
                Finding(.segment, .warning, .yearUnknown, "neither title nor text says which year is reported on", at: place))
        }
        for kind in SectionKind.allCases where !report.sections.contains(where: { $0.kind == kind }) {
            findings.append(
                Finding(.segment, .warning, .sectionMissing, "no heading of section \(kind.rawValue) was found", at: place))
        }
        return findings
    }
}
