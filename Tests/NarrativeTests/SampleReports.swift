import Foundation
import ReportModel

/// Reports cut by their six statutory headings, enough for text whose headings are regular.
enum SampleReports {
    static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../shared").standardizedFileURL

    static var hasShared: Bool { FileManager.default.fileExists(atPath: shared.appendingPathComponent("seeds").path) }

    static func read(_ text: String, year: Int?) -> (Report, Document) {
        let document = document(text)
        let numbers: [(Character, SectionKind)] = [
            ("一", .overview), ("二", .disclosures), ("三", .applications), ("四", .proceedings), ("五", .problems),
            ("六", .other),
        ]
        let words = ["总体情况", "主动公开政府信息情况", "收到和处理", "行政复议", "问题及改进", "其他需要报告"]
        var starts: [(line: Int, kind: SectionKind, heading: String)] = []
        for (index, line) in document.lines.enumerated() {
            let text = document.string(line.span).trimmingCharacters(in: CharacterSet(charactersIn: "# \t"))
            guard starts.count < 6, text.count < 40, text.first == numbers[starts.count].0, text.contains("、"),
                text.contains(words[starts.count])
            else { continue }
            starts.append((index, numbers[starts.count].1, text))
        }
        var report = Report(id: "r0", path: "a.txt")
        report.year = year
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1].line : document.lines.count
            report.sections.append(
                Section(kind: start.kind, heading: start.heading, lines: start.line..<end, body: (start.line + 1)..<end)
            )
        }
        return (report, document)
    }

    static func seed(_ name: String, year: Int) throws -> (Report, Document) {
        let url = shared.appendingPathComponent("seeds/\(name).txt")
        return read(try String(contentsOf: url, encoding: .utf8), year: year)
    }
}
