import AccuracyKit
import FoundationEssentials
import ReportModel
import Testing

/// Each reason to place a value has a fixture that fails without it.
@Suite struct PlacementRuleTests {
    static let fixtures: [(rule: PlacementRule, name: String)] = [
        (.fullRow, "tabs"), (.columns, "blank_columns"), (.position, "blank_all"), (.heading, "label_by_label"),
        (.neighbours, "label_gone"), (.surplus, "extra_zero"), (.arithmetic, "extra_zero"),
    ]

    @Test func thereIsOneForEach() {
        #expect(Set(Self.fixtures.map { $0.rule }) == Set(PlacementRule.allCases).subtracting([PlacementRule.none]))
    }

    @Test(arguments: fixtures)
    func theFixtureFailsWithoutIt(rule: PlacementRule, name: String) throws {
        let fixture = try Fixture(folder: FixtureTests.folder.appending(path: name))
        let reports = ReportReading().reports(in: fixture.text)
        let exact = exactCells(reports, fixture)
        let without = exactCells(reports.map { self.without(rule, $0) }, fixture)
        #expect(without < exact, "nothing in \(name) is placed by \(rule)")
    }

    private func exactCells(_ reports: [Report], _ fixture: Fixture) -> Int {
        var scorer = Scorer()
        scorer.score(reports, against: fixture.reports)
        return scorer.tally.exact
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
