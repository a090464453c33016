import Pipeline
import ReportModel
import Settings

/// The last words of a run.
enum SummaryText {
    static func lines(_ summary: RunSummary) -> [String] {
        let files = FileStatus.allCases.map { "\(summary.files[$0, default: 0].grouped) \($0.rawValue)" }
        let reports = ReportStatus.allCases.map { "\(summary.reports[$0, default: 0].grouped) \($0.rawValue)" }
        let fileCount = summary.files.values.reduce(0, +)
        let reportCount = summary.reports.values.reduce(0, +)
        var lines = [
            "gongkai: \(counted(fileCount, "file")) in \(duration(summary.seconds)): \(files.joined(separator: ", "))",
            "gongkai: \(counted(reportCount, "report")): \(reports.joined(separator: ", "))",
        ]
        if summary.duplicates > 0 { lines[1] += "; \(counted(summary.duplicates, "duplicate"))" }
        if !summary.problems.isEmpty {
            let words = summary.problems.prefix(6).map { "\($0.code.rawValue) \($0.count.grouped)" }
            let more = summary.problems.count > 6 ? " and \(summary.problems.count - 6) more kinds" : ""
            lines.append("gongkai: problems: \(words.joined(separator: ", "))\(more)")
        }
        if !summary.tooLong.isEmpty {
            let tables = summary.tooLong.map { "\($0.table) (\($0.count.grouped) rows)" }
            lines.append("gongkai: too long for a spreadsheet (1,048,576 rows): \(tables.joined(separator: ", "))")
        }
        lines.append("gongkai: the tables are in \(summary.output.printable)")
        return lines
    }

    /// The same for machines.
    static func members(_ summary: RunSummary) -> [(String, JSONContent)] {
        func number(_ value: Int) -> JSONContent { .number(String(value)) }
        return [
            ("output", .string(summary.output)),
            ("seconds", .number("\((summary.seconds * 1000).rounded() / 1000)")),
            ("files", .members(FileStatus.allCases.map { ($0.rawValue, number(summary.files[$0, default: 0])) })),
            ("reports", .members(ReportStatus.allCases.map { ($0.rawValue, number(summary.reports[$0, default: 0])) })),
            ("duplicates", number(summary.duplicates)),
            ("problems", .members(summary.problems.map { ($0.code.rawValue, number($0.count)) })),
            ("rows", .members(summary.rows.map { ($0.table, number($0.count)) })),
            ("too_long", .array(summary.tooLong.map { JSONValue(.string($0.table)) })),
        ]
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        "\(count.grouped) \(noun)\(count == 1 ? "" : "s")"
    }
}

extension JSONContent {
    /// An object out of keys and values.
    static func members(_ members: [(String, JSONContent)]) -> JSONContent {
        .object(members.map { JSONMember(key: $0.0, line: 1, column: 1, value: JSONValue($0.1)) })
    }
}
