import Emit
public import ReportModel
import Tables

/// What a published run amounts to.
public struct RunSummary: Sendable {
    /// Documents by what became of them.
    public var files: [FileStatus: Int]
    public var reports: [ReportStatus: Int]
    /// How often each problem was found, the commonest first.
    public var problems: [(code: FindingCode, count: Int)]
    /// Rows by table, in the order of the tables.
    public var rows: [(table: String, count: Int)]
    /// Tables with more rows than a sheet of a spreadsheet.
    public var tooLong: [(table: String, count: Int)]
    /// Reports that say what a report before them says.
    public var duplicates: Int
    /// The folder that holds the tables, as it was named.
    public var output: String
    public var seconds: Double

    init(_ output: OutputSummary, at folder: String, seconds: Double) {
        files = output.files
        reports = output.reports
        problems = output.problems
        rows = output.rows.map { ($0.table.rawValue, $0.count) }
        let long = Set(output.tooLongForASpreadsheet.map(\.rawValue))
        tooLong = rows.filter { long.contains($0.table) }
        duplicates = output.duplicates
        self.output = folder
        self.seconds = seconds
    }

    public var failed: Int { files[.failed, default: 0] }
}
