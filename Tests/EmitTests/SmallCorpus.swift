import Emit
import ReportModel
import Tables
import TestSupport

/// Seven reports and a failed file, made by hand.
struct SmallCorpus {
    /// With what a spreadsheet program does not give back as it was.
    static let odd = SmallCorpus(isOdd: true)
    static let plain = SmallCorpus(isOdd: false)

    private let isOdd: Bool

    func write(to directory: String, _ options: EmitOptions) throws -> OutputSummary {
        let folder = try OutputFolder(directory: directory, options: options)
        let renderer = Renderer(options: options)
        let batch = renderer.makeBatch()
        for index in 0..<7 {
            let report = report(index)
            let document = isOdd && index == 6 ? SmallCorpus.long : Samples.document
            renderer.render(Samples.file("\(index)", id: report.id), reports: [report], document: document, into: batch)
            if index % 3 == 0 { try folder.append(batch) }
        }
        renderer.render(Samples.failed, reports: [], document: nil, into: batch)
        try folder.append(batch)
        let added = Check(rule: .yearsDocuments, subject: "年", left: nil, right: DecimalValue(1), outcome: .fail)
        return try folder.finish(Samples.manifest(files: 8)) {
            $0 == 3 ? ReportAmendment(checks: [added], status: .incomplete) : nil
        }
    }

    private func report(_ index: Int) -> Report {
        var report = Samples.report(id: "r000000000000000\(index)", path: index == 5 ? "5#2" : "\(index)")
        report.signature = UInt64(index % 5)
        report.title = ["=1+2", "-1+1|x", "@sum", "https://example.org/年报", "007", "1e5", "＝1"][index]
        report.documentNumber = ["〔2023〕7号", "2023-1", "3/4", "TRUE", "110101199003071234", "'quoted'", "0.10"][index]
        report.phone = "01012345678"
        report.publishedOn = index == 2 ? "1899-01-31" : "2024-01-3\(index % 2)"
        report.facts = [
            Fact(
                section: .other, kind: "published", channel: index == 2 ? "网站" : nil,
                value: SmallCorpus.values[index], unit: "count", approximate: index == 1,
                text: Samples.span("12条", in: Samples.document), locator: Locator(line: 3))
        ]
        if index == 4 { report.proceedings = Samples.table(.proceedings, .form2019) }
        if !isOdd { return report }
        report.township = [" 前后空格 ", "a\u{1}b\u{1F}", "_x0041_", "a\rb\r\nc", "&<>\"'", "a\0b", "\u{FFFF}"][index]
        report.county = ["\t", "\u{2028}", "\u{85}", "😀", "e\u{301}", "\u{7F}", "\u{FEFF}x"][index]
        if index == 6 {
            report.sections.append(Section(kind: .other, heading: "", lines: 0..<1, body: 0..<1))
            // The samples' pieces of text stand in another document.
            report.facts = []
            report.disclosures = Samples.table(.disclosures, .form2021)
            report.applications = Samples.table(.applications, .form2021)
        }
        return report
    }

    private static let values = [
        DecimalValue(mantissa: 5, scale: 1), DecimalValue(mantissa: 123_456_789_012_345, scale: 2),
        DecimalValue(mantissa: 1_234_567_890_123_456_789, scale: 2), DecimalValue(mantissa: .min), DecimalValue(0),
        DecimalValue(mantissa: -1, scale: 12), DecimalValue(mantissa: 999_999_999_999_999),
    ]

    private static let long = Samples.document(lines: [String(repeating: "长😀文", count: 20_000), "12条", "b", "c", "d", "e"])
}

/// A place in which nothing can be written.
final class ClosedSpace: OutputSpace {
    let path: String

    init(path: String) { self.path = path }

    func makeFile(_ name: String) throws(WriteFailure) -> any OutputStream { throw refused }
    func measure(_ name: String) throws(WriteFailure) -> WrittenFile { throw refused }
    func remove(_ name: String) throws(WriteFailure) { throw refused }

    private var refused: WriteFailure { WriteFailure(path: path, reason: "refused") }
}

extension Tool {
    /// The folder of the Python readers.
    static let scripts = String(#filePath.split(separator: "EmitTests/")[0]) + "Scripts"

    /// True where a program is on the path.
    static func has(_ program: String) -> Bool {
        (try? run("/usr/bin/env", ["sh", "-c", "command -v \(program)"]).status == 0) ?? false
    }

    /// Runs SQL on a database; rows a line each, parted as the sqlite3 shell does.
    static func script(sqlite path: String, _ sql: String) throws -> String {
        let ran = try python([
            "-c",
            """
            import sqlite3, sys
            database = sqlite3.connect(sys.argv[1])
            for row in database.execute(sys.argv[2]):
                print("|".join("" if value is None else str(value) for value in row))
            database.commit()
            """, path, sql,
        ])
        return ran.output
    }
}
