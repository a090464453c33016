import Foundation
import Narrative
import ReportModel

/// The folder of labelled clauses and names.
let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

/// The lines of a fixture, cut at tabs.
func fixture(_ name: String) throws -> [[String]] {
    let text = try String(contentsOf: fixtures.appendingPathComponent(name), encoding: .utf8)
    return text.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
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
