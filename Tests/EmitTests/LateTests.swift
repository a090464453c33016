import Emit
import ReportModel
import Tables
import TestSupport
import Testing

/// What is known of a report only at the end of a run.
@Suite struct LateTests {
    let scratch = Scratch()
    let options = EmitOptions(flavor: .plain, isDurable: false)

    private func run(
        _ reports: [Report], batches: Int = 1,
        amendments: @escaping @Sendable (Int) -> ReportAmendment? = { _ in nil }
    ) throws -> OutputSummary {
        let folder = try OutputFolder(directory: scratch.at("out"), options: options)
        let renderer = Renderer(options: options)
        let batch = renderer.makeBatch()
        for (index, report) in reports.enumerated() {
            var file = FileRecord(path: report.path, status: .ok, bytes: 10)
            file.reportID = report.id
            renderer.render(file, reports: [report], document: Samples.document, into: batch)
            if index % batches == 0 { try folder.append(batch) }
        }
        try folder.append(batch)
        return try folder.finish(Samples.manifest(files: reports.count), amendments: amendments)
    }

    private func rows(_ table: String) -> [[String]] {
        scratch.text("out/\(table).csv").split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private func reports(_ count: Int) -> [Report] {
        (0..<count).map { index in
            var report = Samples.report(
                id: "r" + String(repeating: "0", count: 14) + String(10 + index), path: "\(index).txt")
            report.issuer = String(repeating: "县", count: index + 1)
            report.signature = UInt64(index + 1)
            report.status = .clean
            report.checks = [
                Check(
                    rule: .applicationsBalance, subject: "total", left: DecimalValue(1), right: DecimalValue(1),
                    outcome: .pass)
            ]
            return report
        }
    }

    @Test func theFirstCopyIsTheOriginal() throws {
        var reports = reports(5)
        reports[1].signature = 0
        reports[2].signature = reports[0].signature
        reports[3].signature = 0
        reports[4].signature = reports[0].signature
        let summary = try run(reports, batches: 2)
        #expect(rows("reports").map { $0.last } == ["", "", reports[0].id, "", reports[0].id])
        #expect(summary.duplicates == 2)
    }

    @Test func withoutAmendmentsNothingChanges() throws {
        _ = try run(reports(4))
        let tables = ["reports", "checks", "panel"].map { scratch.bytes("out/\($0).csv") }
        _ = try run(reports(4)) { ReportAmendment(checks: [], status: $0 < 9 ? .clean : .review) }
        #expect(["reports", "checks", "panel"].map { scratch.bytes("out/\($0).csv") } == tables)
    }

    @Test(arguments: [[0], [3], [1, 2], [0, 1, 2, 3]])
    func amendedReportsChangeAndTheOthersStay(_ amended: [Int]) throws {
        _ = try run(reports(4))
        let before = (rows("reports"), rows("checks"), rows("panel"))
        let added = Check(
            rule: .proceedingsOutcomes, subject: "carried", left: DecimalValue(3), right: DecimalValue(1),
            outcome: .fail)
        let summary = try run(reports(4)) {
            amended.contains($0) ? ReportAmendment(checks: [added], status: .review) : nil
        }
        var expected = before
        for index in amended.reversed() {
            let id = expected.0[index][0]
            let width = expected.0[index].count
            expected.0[index][width - 3] = "1"
            expected.0[index][width - 2] = "review"
            expected.1.insert([id, "proceedings_outcomes", "carried", "3", "1", "2", "fail"], at: index + 1)
            expected.2[index][3] = "review"
        }
        #expect(rows("reports") == expected.0)
        #expect(rows("checks") == expected.1)
        #expect(rows("panel") == expected.2)
        #expect(summary.reports == [.clean: 4 - amended.count, .review: amended.count, .incomplete: 0])
        #expect(summary.rows.first { $0.table == .checks }?.count == 4 + amended.count)
        #expect(!scratch.names("out").contains { $0.hasPrefix(".") })
    }

    @Test func aLongRunIsSplicedInBlocks() throws {
        var reports = reports(80)
        for index in reports.indices {
            reports[index].id = "r" + String(String(index + 1_000_000).dropFirst()).leftPadded(16)
            reports[index].checks = Array(repeating: reports[index].checks[0], count: 200)
        }
        let extra = reports[0].checks[0]
        _ = try run(reports, batches: 7) { [extra] in
            $0 % 2 == 0 ? ReportAmendment(checks: [extra], status: .clean) : nil
        }
        let checks = rows("checks")
        #expect(checks.count == 80 * 200 + 40)
        for (index, report) in reports.enumerated() {
            #expect(checks.count { $0[0] == report.id } == (index % 2 == 0 ? 201 : 200))
        }
        #expect(checks.map { $0[0] } == checks.map { $0[0] }.sorted())
    }

    @Test func anIdentifierOfAnotherShapeEndsTheRun() throws {
        var odd = reports(1)
        odd[0].id = "R1"
        #expect(throws: EmitFailure.self) { try run(odd) }
        #expect(scratch.names() == [])
    }
}

extension String {
    fileprivate func leftPadded(_ width: Int) -> String { String(repeating: "0", count: max(0, width - count)) + self }
}
