public import ReportModel
public import Tables

/// What was published.
public struct OutputSummary: Sendable {
    /// The output folder.
    public var directory: String
    public var files: [FileStatus: Int]
    public var reports: [ReportStatus: Int]
    /// The commonest first; of equally common ones in the order of ``FindingCode``.
    public var problems: [(code: FindingCode, count: Int)]
    /// Rows by table, in the order of ``Table``.
    public var rows: [(table: Table, count: Int)]
    /// Reports whose content a report before them has.
    public var duplicates: Int
    /// Size of all input documents as stored.
    public var bytesRead: Int64
    /// Without `run.json`.
    public var written: [WrittenFile]

    /// Tables of more rows than a spreadsheet can show.
    public var tooLongForASpreadsheet: [Table] { rows.filter { $0.count >= 1_048_576 }.map(\.table) }
}
