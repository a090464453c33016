import FoundationEssentials
import Narrative
import ReportModel

/// A clause with the figures that a reader finds in it.
public struct LabelledClause: Sendable {
    public var text: String
    /// The year that the report is about, where the reading depends on it.
    public var year: Int?
    public var expected: [LabelledFact]

    public init(text: String, year: Int?, expected: [LabelledFact]) {
        self.text = text
        self.year = year
        self.expected = expected
    }

    /// Reads a file of a clause a line: its text, its figures (`kind/channel=value; …`, or `-` for none) and, where it matters, the
    /// report's year, parted by tabs.
    ///
    /// - Throws: ``Misprint`` for a line that is none.
    public static func load(_ path: String) throws -> [LabelledClause] {
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        return try text.split(separator: "\n").map { line throws(Misprint) in
            let fields = line.split(separator: "\t")
            guard fields.count >= 2 else { throw Misprint(line: String(line)) }
            var expected: [LabelledFact] = []
            for part in fields[1] == "-" ? [] : fields[1].split(separator: ";") {
                guard let fact = LabelledFact(part.drop { $0 == " " }) else { throw Misprint(line: String(line)) }
                expected.append(fact)
            }
            return LabelledClause(
                text: String(fields[0]), year: fields.count > 2 ? Int(fields[2]) : nil, expected: expected)
        }
    }

    /// A line of a file of clauses that cannot be read.
    public struct Misprint: Error {
        public var line: String
    }

    /// What the pipeline finds in the clause, as the only paragraph of a report's first section.
    public var found: [LabelledFact] {
        let document = PlainText.document(Array(text.utf8))
        var report = Report(id: "r0", path: "clause")
        report.year = year
        let lines = 0..<document.lines.count
        report.sections = [Section(kind: .overview, heading: "", lines: lines, body: lines)]
        return FactFinder().facts(of: report, in: document).map { LabelledFact($0) }
    }
}
