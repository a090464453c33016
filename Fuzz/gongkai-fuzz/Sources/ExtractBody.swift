import ReportModel

/// Any text as a document of lines.
struct ExtractBody {
    private let documentRules = DocumentRules()
    private let stages = StageRules()

    func run(_ bytes: [UInt8]) {
        let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
        var lines: [Line] = []
        var start = 0
        for (number, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            lines.append(Line(span: SourceSpan(start, start + line.count), number: Int32(number + 1)))
            start += line.count + 1
        }
        let document = Document(text: text, lines: lines, format: .text, encoding: .utf8)
        documentRules.check(document, source: nil)
        stages.check(document, path: "input")
    }
}
