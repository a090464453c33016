import AccuracyKit
import Codebook
import ReportFactory
import ReportModel
import Testing

/// The scorer counts what it is there to count.
@Suite struct ScorerTests {
    private func truth() -> SyntheticReport {
        var factory = DocumentFactory(seed: 51)
        return factory.document(family: .tabs, irregularities: [.hugeNumbers]).reports[0]
    }

    /// A report with just the values of the truth.
    private func report(_ truth: SyntheticReport, status: ReportStatus) -> Report {
        var report = Report(id: "r1", path: "x")
        report.issuer = truth.issuer
        report.year = truth.year
        report.status = status
        func table(_ kind: StatutoryTable) -> FormTable {
            guard let form = truth.forms[kind] else { return FormTable() }
            let spec = CodeTable.shared.spec(form, kind)
            var cells: [Cell] = []
            for (row, rowSpec) in spec.rows.enumerated() {
                for column in 0..<rowSpec.cells.count {
                    var value = truth[CellAddress(kind, row, column)]
                    if let printed = value, spec.cells[rowSpec.cells.lowerBound + column].unit == .tenThousandYuan {
                        value = DecimalValue(mantissa: printed.mantissa * 10_000, scale: printed.scale)
                    }
                    cells.append(
                        Cell(value: value, status: value == nil ? .blank : .reported, raw: .empty, locator: .none, rule: .fullRow))
                }
            }
            return FormTable(form: form, cells: cells)
        }
        report.disclosures = table(.disclosures)
        report.applications = table(.applications)
        report.proceedings = table(.proceedings)
        return report
    }

    @Test func whatIsEqualIsExact() {
        let truth = truth()
        var scorer = Scorer()
        scorer.score([report(truth, status: .clean)], against: [truth])
        #expect(scorer.tally.exact == scorer.tally.cells)
        #expect(scorer.tally.cells > 190)
        #expect(scorer.mismatches.isEmpty)
    }

    @Test func aWrongValueIsSilentOnlyInACleanReport() {
        let truth = truth()
        for (status, silent) in [(ReportStatus.clean, 1), (.review, 0)] {
            var read = report(truth, status: status)
            read.applications.cells[3].value = DecimalValue(-5)
            var scorer = Scorer()
            scorer.score([read], against: [truth])
            #expect(scorer.tally.wrong == 1)
            #expect(scorer.tally.silent == silent)
        }
    }

    @Test func aDoubtfulCellMayBeMissingButNotWrong() {
        var truth = truth()
        truth.doubtfulRows = [RowAddress(.applications, 0)]
        var read = report(truth, status: .review)
        read.applications.cells[0].value = nil
        read.applications.cells[1].value = DecimalValue(-5)
        var scorer = Scorer()
        scorer.score([read], against: [truth])
        #expect(scorer.tally.doubted == 1)
        #expect(scorer.tally.wrong == 1)
        #expect(scorer.tally.missing == 0)
    }

    @Test func aReportThatIsNotThereCostsItsCells() {
        let truth = truth()
        var lost = Scorer()
        lost.score([], against: [truth])
        #expect(lost.tally.misplacedReports == 1)
        #expect(lost.tally.missing > 190)
        var surplus = Scorer()
        surplus.score([report(truth, status: .clean)], against: [])
        #expect(surplus.tally.misplacedReports == 1)
        #expect(surplus.tally.extra > 190)
        #expect(surplus.tally.silent == surplus.tally.extra)
    }
}
