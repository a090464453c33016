public import ReportModel
public import Tables

/// What was published.
public struct OutputSummary: Sendable {
    /// The output folder.
    public var directory: String
    public var facts: RunFacts
    /// Without `datapackage.json` and `run.json`.
    public var written: [WrittenFile]
    /// In what it is not like the run before.
    public var warnings: [RunWarning] = []

    public var files: [FileStatus: Int] { facts.files }
    public var reports: [ReportStatus: Int] { facts.reports }
    public var problems: [(code: FindingCode, count: Int)] { facts.problems }
    public var rows: [(table: Table, count: Int)] { facts.rows }
    public var duplicates: Int { facts.duplicates }
    public var bytesRead: Int64 { facts.bytesRead }

    /// Tables of more rows than a spreadsheet can show, the header counted.
    public var tooLongForASpreadsheet: [Table] { rows.filter { $0.count >= 1_048_576 }.map(\.table) }
}
