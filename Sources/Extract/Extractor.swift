internal import Codebook
public import ReportModel

/// Finds the cells of the three statutory tables: labels by what they say, values by the reasons that ``PlacementRule`` lists.
public struct Extractor: Sendable {
    public init() {}

    /// The tables of one report. A table whose form cannot be told has no cells.
    public func extract(_ report: SegmentedReport, in document: Document) -> Outcome<RawReport> {
        var raw = RawReport()
        var findings: [Finding] = []
        if let lines = report.disclosures {
            var reader = DisclosuresReader(document, lines, except: report.runningTitles)
            raw.disclosures = reader.read()
            findings += reader.findings
            raw.leftovers += reader.leftovers
        }
        if let lines = report.applications {
            var reader = ApplicationsReader(document, lines, except: report.runningTitles)
            raw.applications = reader.read(besides: raw.disclosures.form)
            findings += reader.findings
            raw.leftovers += reader.leftovers
        }
        if let lines = report.proceedings {
            var reader = ProceedingsReader(document, lines, except: report.runningTitles)
            if let cells = reader.read() {
                // Section 4 is the same in both forms: it is of the form of the table before it.
                raw.proceedings = RawTable(form: raw.applications.form ?? raw.disclosures.form, cells: cells)
                if raw.proceedings.form == nil { raw.proceedings.cells = [] }
            }
            findings += reader.findings
            raw.leftovers += reader.leftovers
        }
        findings += missing(raw.disclosures, .disclosures, report.disclosures, report, document)
        findings += missing(raw.applications, .applications, report.applications, report, document)
        findings += missing(raw.proceedings, .proceedings, report.proceedings, report, document)
        return Outcome(raw, findings: findings)
    }

    /// Says what is wrong where a table has no cells.
    private func missing(
        _ found: RawTable, _ table: StatutoryTable, _ region: Range<Int>?, _ report: SegmentedReport, _ document: Document
    ) -> [Finding] {
        guard found.form == nil else { return [] }
        let place = report.lines.isEmpty ? Locator.none : document.lines[report.lines.lowerBound].locator
        return [
            region == nil
                ? Finding(
                    .extract, .warning, .tableMissing, "no trace of the table of section \(table.rawValue) was found", at: place)
                : Finding(
                    .extract, .warning, .formUnknown,
                    "the form of the table of section \(table.rawValue) cannot be told from its labels", at: place)
        ]
    }
}
