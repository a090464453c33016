import AccuracyKit
import FoundationEssentials
import ReportModel
import Testing

/// One committed report with truth for every layout and every irregularity.
@Suite struct FixtureTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/reports")
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

    @Test func thereIsOneForEach() {
        #expect(FixtureTests.names.count >= 58)
    }

    @Test(arguments: names)
    func everyCellIsRead(name: String) throws {
        let fixture = try Fixture(folder: FixtureTests.folder.appending(path: name))
        let reports = ReportReading().reports(in: fixture.text)
        var scorer = Scorer()
        scorer.score(reports, against: fixture.reports)
        let cells = scorer.mismatches.map(\.description).joined(separator: "\n")
        #expect(scorer.mismatches.isEmpty, "\(name)\n\(cells)")
        #expect(scorer.tally.wrongIssuers + scorer.tally.wrongYears == 0)
        if !fixture.reports.isEmpty { #expect(scorer.tally.misplacedReports == 0) }
    }
}
