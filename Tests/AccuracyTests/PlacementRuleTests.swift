import AccuracyKit
import FoundationEssentials
import ReportModel
import Testing

/// Each reason to place a value is needed by a fixture: without it, values of that fixture are missing.
@Suite struct PlacementRuleTests {
    @Test(arguments: PlacementRule.allCases.filter { $0 != .none })
    func aFixtureFailsWithoutIt(rule: PlacementRule) throws {
        let needing = try FixtureTests.names.filter { name in
            let fixture = try Fixture(folder: FixtureTests.folder.appending(path: name))
            var scorer = Scorer()
            scorer.score(ReportReading().reports(in: fixture.text).map { without(rule, $0) }, against: fixture.reports)
            return scorer.tally.missing > 0
        }
        #expect(!needing.isEmpty, "no fixture has a value that is placed by \(rule)")
    }

    /// The fixture made for a rule has values that nothing else places.
    @Test(arguments: [
        ("unlabelled_row", PlacementRule.neighbours), ("extra_zero", .surplus), ("vanished_blanks", .arithmetic), ("pdf_layout", .position),
        ("blank_columns", .columns), ("tabs", .fullRow), ("proceedings_bare", .fullRow),
    ])
    func theFixtureOfTheRuleNeedsIt(name: String, rule: PlacementRule) throws {
        let fixture = try Fixture(folder: FixtureTests.folder.appending(path: name))
        let placed = ReportReading().reports(in: fixture.text).flatMap { report in
            StatutoryTable.allCases.flatMap { report.table($0).cells }.filter { $0.rule == rule && $0.status != .absent }
        }
        #expect(!placed.isEmpty)
    }

    /// The report as it would be if a rule were not there: what it placed is left open.
    private func without(_ rule: PlacementRule, _ report: Report) -> Report {
        func open(_ table: FormTable) -> FormTable {
            var table = table
            for index in table.cells.indices where table.cells[index].rule == rule {
                table.cells[index].value = nil
                table.cells[index].status = .unreadable
            }
            return table
        }
        var report = report
        report.disclosures = open(report.disclosures)
        report.applications = open(report.applications)
        report.proceedings = open(report.proceedings)
        return report
    }
}
