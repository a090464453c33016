import Bytes
import Codebook
import Foundation
import ReportModel
import Tables

@testable import Emit

/// Hand-made values: one document of three lines a table, and the report read from it.
enum Samples {
    static let document: Document = {
        let text = """
            某区2023年政府信息公开工作年度报告
            一、总体情况
            本年度公开“信息”12条，
            　其中 3 条较好。
            三、收到和处理申请情况
            5 -2 空
            """
        return document(lines: text.split(separator: "\n").map(String.init))
    }()

    static func document(lines: [String], separator: String = "\n") -> Document {
        var text: [UInt8] = []
        var cut: [Line] = []
        for (index, line) in lines.enumerated() {
            let start = text.count
            text += line.utf8
            cut.append(Line(span: SourceSpan(start, text.count), number: Int32(index + 1)))
            text += separator.utf8
        }
        return Document(text: text, lines: cut, format: .text, encoding: .utf8)
    }

    /// The place of a piece of text in a document.
    static func span(_ piece: String, in document: Document) -> SourceSpan {
        let range = Data(document.text).firstRange(of: Data(piece.utf8))!
        return SourceSpan(range.lowerBound, range.upperBound)
    }

    /// A form 2021 report with all zeros in section 3 but for three cells, and nothing in section 4.
    static func report(id: String = "r00000000000000a1", path: String = "a/某区.txt") -> Report {
        var report = Report(id: id, path: path)
        report.title = "某区2023年政府信息公开工作年度报告"
        report.issuer = "某区, \"人民政府\""
        report.level = .county
        report.year = 2023
        report.periodStart = "2023-01-01"
        report.periodEnd = "2023-12-31"
        report.sections = [
            Section(kind: .overview, heading: "一、总体情况", lines: 1..<4, body: 2..<4),
            Section(kind: .applications, heading: "三、收到和处理申请情况", lines: 4..<6, body: 5..<6),
        ]
        report.disclosures = table(.disclosures, .form2021)
        report.applications = table(.applications, .form2021)
        report.disclosures.cells[9] = Cell(
            value: DecimalValue(mantissa: 123456, scale: 1), status: .reported, raw: span("12", in: document),
            locator: Locator(table: 2, row: 5, cell: 3, page: 4), rule: .fullRow)
        report.applications.cells[0] = Cell(
            value: DecimalValue(5), status: .reported, raw: span("5 ", in: document), locator: Locator(line: 6),
            rule: .fullRow)
        report.applications.cells[1] = Cell(
            value: DecimalValue(-2), status: .inferred, raw: span("-2", in: document), locator: Locator(line: 6),
            rule: .arithmetic)
        report.applications.cells[2] = Cell(
            value: nil, status: .unreadable, raw: span("空", in: document), locator: Locator(line: 6), rule: .fullRow)
        report.checks = [
            Check(
                rule: .applicationsBalance, subject: "natural_person", left: DecimalValue(5), right: DecimalValue(7),
                outcome: .fail),
            Check(
                rule: .applicationsOutcomes, subject: "total", left: nil, right: DecimalValue(7),
                outcome: .notAssessable),
        ]
        report.status = .review
        report.signature = 77
        return report
    }

    static func table(_ table: StatutoryTable, _ form: FormVersion) -> FormTable {
        let count = CodeTable.shared.spec(form, table).cells.count
        let cell = Cell(value: nil, status: .blank, raw: .empty, locator: Locator(line: 3), rule: .fullRow)
        return FormTable(form: form, cells: Array(repeating: cell, count: count))
    }

    static func file(_ path: String = "a/某区.txt", id: String? = "r00000000000000a1") -> FileRecord {
        var file = FileRecord(path: path, status: .warned, bytes: 321)
        file.reportID = id
        file.format = .text
        file.encoding = .gb18030
        file.sha256 = String(repeating: "ab", count: 32)
        file.findings = [
            Finding(.normalize, .warning, .totalMismatch, "the parts do not add up", at: Locator(line: 6))
        ]
        return file
    }

    static let failed: FileRecord = {
        var file = FileRecord(path: "b.bin", status: .failed, bytes: 0)
        file.findings = [Finding(.decode, .error, .emptyFile, "the file, it is empty")]
        return file
    }()

    static func manifest(files: Int) -> RunManifest {
        RunManifest(toolVersion: "9.9.9", configuration: "{\n  \"jobs\": 2\n}", filesFound: files, jobs: 2) {
            RunTimes(startedAt: "2024-01-31T03:00:00Z", finishedAt: "2024-01-31T03:00:02Z", seconds: 1.5)
        }
    }
}
