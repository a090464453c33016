import FoundationEssentials

/// How well the figures of the narrative are found, one file of labelled clauses a line.
public struct ClauseTable: Sendable {
    public private(set) var scores: [(name: String, score: ClauseScore)] = []

    /// - Parameter folder: holds files of clauses; see ``LabelledClause``.
    public init(folder: String) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".tsv") }.sorted()
        for name in names {
            scores.append((String(name.dropLast(4)), ClauseScore(try LabelledClause.load(folder + "/" + name))))
        }
    }

    /// The table in Markdown.
    public var markdown: String {
        var text = """
            | clauses | number | without a figure | figures | found | right | precision % | recall % |
            |---|---:|---:|---:|---:|---:|---:|---:|

            """
        var sums = [0, 0, 0, 0, 0]
        for (name, score) in scores {
            let counts = [score.clauses, score.empty, score.expected, score.found, score.right]
            for (index, count) in counts.enumerated() { sums[index] += count }
            text += ClauseTable.line(name, counts)
        }
        return text + ClauseTable.line("**all**", sums)
    }

    private static func line(_ name: String, _ counts: [Int]) -> String {
        let columns = [name] + counts.map(String.init) + [share(counts[4], counts[3]), share(counts[4], counts[2])]
        return "| " + columns.joined(separator: " | ") + " |\n"
    }

    /// Hundredths, cut and not rounded, so that 100.00 means all.
    private static func share(_ part: Int, _ whole: Int) -> String {
        let hundredths = whole == 0 ? 10_000 : part * 10_000 / whole
        return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    }
}
