import Foundation
import Narrative
import ReportModel

/// A clause with the facts that a reader finds in it.
struct LabelledClause {
    var text: String
    var year: Int?
    var expected: [String]

    /// Reads a fixture: clause, facts (`kind/channel=value~; …` or `-`) and, where it matters, the report's year.
    static func load(_ name: String) throws -> [LabelledClause] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let text = try String(contentsOf: folder.appendingPathComponent("Fixtures/\(name).tsv"), encoding: .utf8)
        return text.split(separator: "\n").map { line in
            let fields = line.split(separator: "\t").map(String.init)
            let facts =
                fields[1] == "-"
                ? [] : fields[1].split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            return LabelledClause(text: fields[0], year: fields.count > 2 ? Int(fields[2]) : nil, expected: facts)
        }
    }
}

/// A report whose first section is the given text, a line a paragraph.
func report(_ text: String, year: Int? = nil, section: SectionKind = .overview) -> (Report, Document) {
    let document = document(text)
    var report = Report(id: "r0", path: "a.txt")
    report.year = year
    report.sections = [
        Section(kind: section, heading: "", lines: 0..<document.lines.count, body: 0..<document.lines.count)
    ]
    return (report, document)
}

/// A plain text document.
func document(_ text: String) -> Document {
    let bytes = Array(text.utf8)
    var lines: [Line] = []
    var start = 0
    for (index, byte) in (bytes + [0x0A]).enumerated() where byte == 0x0A {
        lines.append(Line(span: SourceSpan(start, index), number: Int32(lines.count + 1)))
        start = index + 1
    }
    return Document(text: bytes, lines: lines, format: .text, encoding: .utf8)
}

/// A fact as the fixtures write it.
func shown(_ fact: Fact) -> String {
    var text = fact.kind
    // What a rate is a rate of is not labelled.
    if let channel = fact.channel, fact.kind != "rate" { text += "/\(channel)" }
    text += "=\(decimal(fact.value))"
    return fact.approximate ? text + "~" : text
}

func decimal(_ value: DecimalValue) -> String {
    guard value.scale > 0 else { return String(value.mantissa) }
    var digits = String(value.mantissa.magnitude)
    while digits.count <= Int(value.scale) { digits = "0" + digits }
    digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -Int(value.scale)))
    return (value.mantissa < 0 ? "-" : "") + digits
}

func facts(_ text: String, year: Int? = nil, section: SectionKind = .overview) -> [String] {
    let (report, document) = report(text, year: year, section: section)
    return FactFinder().facts(of: report, in: document).map(shown)
}
