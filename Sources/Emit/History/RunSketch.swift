import ReportModel
import Tables

/// One run in the history that `run.json` keeps.
struct RunSketch: Hashable, Sendable, Codable {
    var finishedAt: String
    var version: String
    /// Inputs by what became of them.
    var files: [String: Int]
    var reports: Int
    /// Rows by table.
    var rows: [String: Int]
    /// Statutory cells with a value, and those whose value is zero.
    var values: Int
    var zeros: Int
    var seconds: Double

    private enum CodingKeys: String, CodingKey {
        case finishedAt = "finished_at"
        case version, files, reports, rows, values, zeros, seconds
    }

    /// How many runs are kept, the present one included.
    static let limit = 30

    init(_ facts: RunFacts, values: Int, zeros: Int, times: RunTimes) {
        finishedAt = times.finishedAt
        version = facts.toolVersion
        files = Dictionary(uniqueKeysWithValues: facts.files.map { ($0.key.rawValue, $0.value) })
        reports = facts.reports.values.reduce(0, +)
        rows = Dictionary(uniqueKeysWithValues: facts.rows.map { ($0.table.rawValue, $0.count) })
        self.values = values
        self.zeros = zeros
        seconds = times.seconds
    }

    var json: JSONValue {
        .object([
            "finished_at": .string(finishedAt),
            "version": .string(version),
            "files": .object(
                FileStatus.allCases.map { .init($0.rawValue, .integer(Int64(files[$0.rawValue] ?? 0))) }),
            "reports": .integer(Int64(reports)),
            "rows": .object(Table.allCases.map { .init($0.rawValue, .integer(Int64(rows[$0.rawValue] ?? 0))) }),
            "values": .integer(Int64(values)),
            "zeros": .integer(Int64(zeros)),
            "seconds": .double(seconds),
        ])
    }
}
