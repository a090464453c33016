import Bytes
import ReportModel
import Tables
import TestSupport
import Testing

@testable import Emit

/// A format beside CSV is given the same rows.
@Suite struct FormatTests {
    let scratch = Scratch()

    private func run(hasCSV: Bool = true, batches: Int = 2) throws -> OutputSummary {
        let options = EmitOptions(hasCSV: hasCSV, flavor: .plain, formats: [ReplayFormat()], isDurable: true)
        let folder = try OutputFolder(directory: scratch.at("out"), options: options)
        let renderer = Renderer(options: options)
        let batch = renderer.makeBatch()
        for index in 0..<7 {
            var report = Samples.report(id: "r000000000000000\(index)", path: "\(index)")
            report.signature = UInt64(index % 3)
            report.facts = [
                Fact(
                    section: .other, kind: "published", channel: index == 2 ? "网站" : nil,
                    value: DecimalValue(mantissa: Int64(index) - 3, scale: 2), unit: "count", approximate: index == 1,
                    text: Samples.span("12条", in: Samples.document), locator: Locator(line: 3))
            ]
            if index == 4 { report.proceedings = Samples.table(.proceedings, .form2019) }
            if index == 5 { report.applications = FormTable() }
            renderer.render(
                Samples.file("\(index)", id: report.id), reports: [report], document: Samples.document, into: batch)
            if index % batches == 0 { try folder.append(batch) }
        }
        renderer.render(Samples.failed, reports: [], document: nil, into: batch)
        try folder.append(batch)
        let added = Check(rule: .applicationsBalance, subject: "年", left: nil, right: DecimalValue(1), outcome: .fail)
        return try folder.finish(Samples.manifest(files: 8)) {
            $0 == 3 ? ReportAmendment(checks: [added, added], status: .incomplete) : nil
        }
    }

    @Test func replayedRowsAreTheRowsOfTheCSV() throws {
        let summary = try run()
        for table in Table.allCases {
            let csv = scratch.text("out/\(table.rawValue).csv")
            let body = csv.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)[1]
            #expect(scratch.text("out/gongkai.\(table.rawValue)") == body, "\(table)")
        }
        #expect(scratch.text("out/checks.csv").contains("r0000000000000003,applications_balance,年,,1,,fail\n"))
        #expect(!scratch.names("out").contains(".late"))
        #expect(summary.written.count == 22)
        #expect(summary.written.last?.name == "gongkai.codebook")
    }

    @Test func withoutCSVOnlyTheOtherFormatIsWritten() throws {
        let summary = try run(hasCSV: false)
        #expect(summary.rows.first { $0.table == .applications }?.count == 6 * 175)
        #expect(
            scratch.names("out")
                == (["datapackage.json", "run.json"] + Table.allCases.map { "gongkai.\($0.rawValue)" }).sorted())
    }

    @Test func aFormatThatCannotWriteEndsTheRun() throws {
        let options = EmitOptions(formats: [ReplayFormat(refusesAt: "append")], isDurable: false)
        let folder = try OutputFolder(directory: scratch.at("out"), options: options)
        let batch = Renderer(options: options).makeBatch()
        #expect(throws: EmitFailure(.cannotWrite, path: "x", reason: "refused")) { try folder.append(batch) }
        folder.abandon()
        #expect(scratch.names() == [])
    }

    @Test func aFormatThatCannotBeginLeavesNothing() throws {
        let options = EmitOptions(formats: [ReplayFormat(refusesAt: "make")], isDurable: false)
        #expect(throws: EmitFailure(.cannotWrite, path: "x", reason: "refused")) {
            _ = try OutputFolder(directory: scratch.at("out"), options: options)
        }
        #expect(scratch.names() == [])
    }
}

/// Writes the rows of each table as CSV without a header, all of them by way of the spool.
private struct ReplayFormat: TableFormat {
    var refusesAt = ""
    var name: String { "replay" }

    func makeLane() -> any FormatLane { SpoolLane() }

    func makeWriter(in space: any OutputSpace) throws(WriteFailure) -> any FormatWriter {
        if refusesAt == "make" { throw WriteFailure(path: "x", reason: "refused") }
        return ReplayWriter(space, refuses: refusesAt == "append")
    }
}

private final class ReplayWriter: FormatWriter {
    private let space: any OutputSpace
    private let refuses: Bool
    private let style = CSVStyle(flavor: .plain, headers: .en)
    private var tables: [Table: [UInt8]] = [:]

    init(_ space: any OutputSpace, refuses: Bool) {
        self.space = space
        self.refuses = refuses
    }

    func append(_ lane: any FormatLane) throws(WriteFailure) {
        if refuses { throw WriteFailure(path: "x", reason: "refused") }
        guard let lane = lane as? SpoolLane else { return }
        for table in Table.allCases {
            var rows = CSVRows(style: style)
            lane.replay(table, into: &rows)
            tables[table, default: []] += rows.buffer.bytes()
        }
    }

    func finish(_ late: LateRows, _ facts: RunFacts) throws(WriteFailure) -> [WrittenFile] {
        // Twice: a pass over the late rows uses nothing up.
        for _ in 0..<2 {
            var reports = CSVRows(style: style)
            var checks = CSVRows(style: style)
            var panel = CSVRows(style: style)
            try late.replay(reports: &reports, checks: &checks, panel: &panel)
            tables[.reports] = reports.buffer.bytes()
            tables[.checks] = checks.buffer.bytes()
            tables[.panel] = panel.buffer.bytes()
        }
        var codebook = CSVRows(style: style)
        Rows.codebook(into: &codebook)
        tables[.codebook] = codebook.buffer.bytes()
        var written: [WrittenFile] = []
        for table in Table.allCases {
            let file = try space.makeFile("gongkai.\(table.rawValue)")
            let bytes = tables[table] ?? []
            try file.append(bytes.span)
            let done = try file.finish()
            let measured = try space.measure(done.name)
            #expect(measured == done)
            written.append(done)
        }
        return written
    }
}
