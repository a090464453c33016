public import ReportModel

/// Whether a report is clean, to be reviewed, or incomplete.
public enum ReportStanding {
    /// `incomplete` where a table, row or section is absent; else `review` where a check failed or a cell is inferred or
    /// unreadable; else `clean`.
    public static func status(of report: Report) -> ReportStatus {
        let tables = [report.disclosures, report.applications, report.proceedings]
        if tables.contains(where: { $0.form == nil }) || report.sections.count < SectionKind.allCases.count { return .incomplete }
        var isSure = true
        for table in tables {
            for cell in table.cells {
                switch cell.status {
                case .absent: return .incomplete
                case .inferred, .unreadable: isSure = false
                case .reported, .blank: break
                }
            }
        }
        return isSure && !report.checks.contains { $0.outcome == .fail } ? .clean : .review
    }
}
