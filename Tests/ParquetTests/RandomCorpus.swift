import Bytes
import Codebook
import Foundation
import ReportModel
import Tables
import TestSupport

@testable import Emit
@testable import Parquet

/// Reports with values of every kind, from a seed, written as CSV and Parquet.
struct RandomCorpus {
    private var random: SeededGenerator
    let document: Document

    private static let texts = [
        "0", "12", "条", "-", "=1+2", "a,b", "\"引\"", "两行\n文字", " 空 ", "é", "\u{1F600}", "null", "NaN", "007",
        String(repeating: "很长的文字，", count: 40), String(repeating: "\u{10FFFF}", count: 30),
    ]

    init(seed: UInt64) {
        random = SeededGenerator(seed)
        document = RandomCorpus.document(lines: RandomCorpus.texts + ["", "二", ""])
    }

    private static func document(lines: [String]) -> Document {
        var text: [UInt8] = []
        var cut: [Line] = []
        for (index, line) in lines.enumerated() {
            let start = text.count
            text += line.utf8
            cut.append(Line(span: SourceSpan(start, text.count), number: Int32(index + 1)))
            text.append(0x0A)
        }
        return Document(text: text, lines: cut, format: .text, encoding: .utf8)
    }

    /// Runs over reports and publishes both formats.
    ///
    /// - Parameter reports: how many reports there are; a file that holds none stands behind each tenth.
    mutating func write(
        _ reports: Int, batch size: Int = 32, to directory: String, _ options: ParquetOptions
    ) throws {
        let options = EmitOptions(flavor: .plain, formats: [ParquetFormat(options)], isDurable: false)
        let folder = try OutputFolder(directory: directory, options: options)
        let renderer = Renderer(options: options)
        let batch = renderer.makeBatch()
        var files = 0
        for number in 0..<reports {
            let report = report(number)
            renderer.render(file(number, report), reports: [report], document: document, into: batch)
            files += 1
            if number % 10 == 9 {
                renderer.render(file(number, nil), reports: [], document: nil, into: batch)
                files += 1
            }
            if number % size == size - 1 { try folder.append(batch) }
        }
        try folder.append(batch)
        let added = Check(rule: .yearsDocuments, subject: "年", left: DecimalValue(3), right: nil, outcome: .fail)
        _ = try folder.finish(
            RunManifest(toolVersion: "9.9.9", configuration: "{}", filesFound: files, jobs: 1) {
                RunTimes(startedAt: "2024-01-31T03:00:00Z", finishedAt: "2024-01-31T03:00:02Z", seconds: 1.5)
            }
        ) { $0 % 7 == 3 ? ReportAmendment(checks: [added, added], status: .review) : nil }
    }

    private mutating func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

    private mutating func text() -> String? { pick(3) == 0 ? nil : RandomCorpus.texts[pick(RandomCorpus.texts.count)] }

    private mutating func number() -> DecimalValue? {
        switch pick(10) {
        case 0...2: nil
        case 3...5: DecimalValue(pick(40))
        case 6: DecimalValue(pick(100_000))
        case 7: DecimalValue(mantissa: Int64(pick(2_000_000)) - 1_000_000, scale: UInt8(pick(15)))
        case 8: DecimalValue(mantissa: [Int64.min, .max, -1, 1023, 1024, 127, 128][pick(7)])
        default: DecimalValue(mantissa: Int64(bitPattern: random.next()), scale: UInt8(pick(15)))
        }
    }

    private mutating func span() -> SourceSpan {
        switch pick(4) {
        case 0: return .empty
        case 1: return document.lines[0].span
        default: return document.lines[pick(document.lines.count)].span
        }
    }

    private mutating func locator() -> Locator {
        switch pick(5) {
        case 0: .none
        case 1: Locator(line: Int32(1 + pick(3_000_000)))
        case 2: Locator(table: UInt16(1 + pick(3)), row: Int32(1 + pick(30)), cell: UInt16(1 + pick(7)), page: UInt16(pick(3)))
        default: Locator(line: Int32(1 + pick(400)), page: pick(4) == 0 ? 9 : 0)
        }
    }

    private mutating func table(_ table: StatutoryTable) -> FormTable {
        let form: FormVersion? = [.form2019, .form2021, .form2021, nil][pick(4)]
        guard let form else { return FormTable() }
        let count = CodeTable.shared.spec(form, table).cells.count
        var cells: [Cell] = []
        for _ in 0..<(pick(9) == 0 ? count / 2 : count) {
            cells.append(
                Cell(
                    value: number(), status: CellStatus.allCases[pick(5)], raw: span(), locator: locator(), rule: .fullRow))
        }
        return FormTable(form: form, cells: cells)
    }

    private mutating func report(_ number: Int) -> Report {
        let digits = String(UInt64(number) &* 0x9E37_79B9_7F4A_7C15, radix: 16)
        let id = "r" + String(repeating: "0", count: 16 - digits.count) + digits
        var report = Report(id: id, path: "目录/\(number).txt")
        report.title = text()
        report.issuer = text()
        report.level = pick(2) == 0 ? nil : AdministrativeLevel.allCases[pick(7)]
        report.year = [nil, 2003, 2022, 2023, 2024][pick(5)]
        report.periodStart = pick(2) == 0 ? nil : "2023-01-\(10 + pick(20))"
        report.publishedOn = [nil, "1949-10-01", "2024-02-29", "2099-12-31"][pick(4)]
        report.phone = pick(2) == 0 ? nil : "0\(pick(1_000_000))"
        for index in 0..<pick(4) {
            report.sections.append(
                Section(
                    kind: SectionKind.allCases[index], heading: text() ?? "", lines: index..<pick(document.lines.count + 1) + index,
                    body: index..<index + pick(6)))
        }
        for _ in 0..<pick(5) {
            report.facts.append(
                Fact(
                    section: .other, kind: "published", channel: text(), value: self.number() ?? DecimalValue(0),
                    unit: "件", approximate: pick(2) == 0, text: span(), locator: locator()))
        }
        for index in 0..<pick(5) {
            let left = DecimalValue(mantissa: Int64(pick(9000)) - 4000, scale: UInt8(pick(3)))
            report.checks.append(
                Check(
                    rule: CheckRule.allCases[pick(12)], subject: "subject \(index)", left: pick(3) == 0 ? nil : left,
                    right: DecimalValue(pick(9000)), outcome: CheckOutcome.allCases[pick(3)]))
        }
        report.disclosures = table(.disclosures)
        report.applications = table(.applications)
        report.proceedings = table(.proceedings)
        report.status = ReportStatus.allCases[pick(3)]
        report.signature = UInt64(pick(50))
        return report
    }

    private mutating func file(_ number: Int, _ report: Report?) -> FileRecord {
        var file = FileRecord(
            path: report?.path ?? "目录/坏\(number)", status: report == nil ? .failed : .warned, bytes: Int64(pick(1 << 40)))
        file.reportID = report?.id
        file.format = DocumentFormat.allCases[pick(5)]
        file.encoding = TextEncoding.allCases[pick(5)]
        file.sha256 = report == nil ? nil : String(repeating: "0\(number % 10)", count: 32)
        for _ in 0..<(report == nil ? 1 : pick(3)) {
            file.findings.append(
                Finding(.extract, .warning, .rowMissing, text() ?? "a row was not found", at: locator()))
        }
        return file
    }
}
