import Codebook
import ReportModel
import Tables

/// The content of `run.json`.
struct RunRecord {
    static let fileName = "run.json"

    let json: JSONValue

    /// - Parameters:
    ///   - store: what is kept of the run for the next, where something is.
    ///   - history: this run and those before it, the latest first.
    init(_ manifest: RunManifest, _ summary: OutputSummary, store: StoreRecord?, history: [RunSketch], times: RunTimes) {
        let files = FileStatus.allCases.map { JSONValue.Member($0.rawValue, .integer(Int64(summary.files[$0] ?? 0))) }
        let reports = ReportStatus.allCases.map {
            JSONValue.Member($0.rawValue, .integer(Int64(summary.reports[$0] ?? 0)))
        }
        json = .object([
            "tool": .object([
                "name": .string("gongkai"),
                "version": .string(manifest.toolVersion),
            ]),
            "schema_version": .string(Schema.version),
            "codebook_version": .string(CodeTable.version),
            "started_at": .string(times.startedAt),
            "finished_at": .string(times.finishedAt),
            "seconds": .double(times.seconds),
            "jobs": .integer(Int64(manifest.jobs)),
            "bytes_read": .integer(summary.bytesRead),
            "files": .object([JSONValue.Member("found", .integer(Int64(manifest.filesFound)))] + files),
            "reports": .object(
                [JSONValue.Member("found", .integer(Int64(summary.reports.values.reduce(0, +))))] + reports
                    + [JSONValue.Member("duplicates", .integer(Int64(summary.duplicates)))]),
            "rows": .object(summary.rows.map { JSONValue.Member($0.table.rawValue, .integer(Int64($0.count))) }),
            "problems": .object(summary.problems.map { JSONValue.Member($0.code.rawValue, .integer(Int64($0.count))) }),
            "configuration": .raw(manifest.configuration),
            "warnings": .array(
                summary.warnings.map { .object(["code": .string($0.code), "message": .string($0.message)]) }),
            "history": .array(history.map(\.json)),
            "store": store?.json ?? .null,
        ])
    }
}
