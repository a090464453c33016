public import ReportModel

/// What is known of a run when its rows are written: for a workbook's first sheet, a page, a file's metadata.
public struct RunFacts: Sendable {
    /// The program's version.
    public var toolVersion: String
    /// ISO 8601 in UTC.
    public var startedAt: String
    /// Documents by what became of them.
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

    public init(
        toolVersion: String, startedAt: String, files: [FileStatus: Int], reports: [ReportStatus: Int],
        problems: [(code: FindingCode, count: Int)], rows: [(table: Table, count: Int)], duplicates: Int,
        bytesRead: Int64
    ) {
        self.toolVersion = toolVersion
        self.startedAt = startedAt
        self.files = files
        self.reports = reports
        self.problems = problems
        self.rows = rows
        self.duplicates = duplicates
        self.bytesRead = bytesRead
    }
}
