import AccuracyKit
import ReportFactory
import ReportModel
import Testing

/// Over many made reports: what is read equals what was printed, or says which cells it doubts.
@Suite struct PropertyTests {
    /// Reads one made document; a failure prints the seed, the cells and the text.
    private func read(
        _ family: LayoutFamily, _ irregularities: Set<Irregularity>, seed: UInt64, into sum: inout CellTally
    ) {
        var factory = DocumentFactory(seed: seed)
        let document = factory.document(family: family, irregularities: irregularities)
        var scorer = Scorer()
        scorer.score(ReportReading().reports(in: document), against: document.reports)
        sum += scorer.tally
        if scorer.tally.silent > 0 {
            let names = irregularities.map(\.rawValue).sorted().joined(separator: ", ")
            let cells = scorer.mismatches.map(\.description).joined(separator: "\n")
            Issue.record("seed \(seed), \(family.rawValue), [\(names)]\n\(cells)\n\(document.string)")
        }
    }

    @Test(arguments: LayoutFamily.allCases)
    func singleIrregularitiesAreReadOrDoubted(family: LayoutFamily) {
        var sum = CellTally()
        for irregularity in Irregularity.allCases where irregularity.applies(to: family) {
            for number in 0..<2 {
                read(family, [irregularity], seed: AccuracyTable.seed(77, family, irregularity, number), into: &sum)
            }
        }
        #expect(sum.silent == 0)
        #expect(Double(sum.exact) >= 0.995 * Double(sum.cells), "\(sum.exact) of \(sum.cells) cells")
    }

    @Test(arguments: LayoutFamily.allCases)
    func combinedIrregularitiesAreNeverReadWronglyInSilence(family: LayoutFamily) {
        let choices = Irregularity.allCases.filter { !Irregularity.wholeDocument.contains($0) && $0 != .cutOff }
        var sum = CellTally()
        var random = SeededGenerator(seed: 99)
        for _ in 0..<60 {
            let chosen = Set(choices.shuffled(using: &random).prefix(3))
            read(family, chosen, seed: random.next(), into: &sum)
        }
        #expect(sum.silent == 0)
        #expect(Double(sum.exact) >= 0.98 * Double(sum.cells), "\(sum.exact) of \(sum.cells) cells")
    }

    @Test func pagesThatAreNoReportGiveNothing() {
        for seed in 0..<60 {
            var factory = DocumentFactory(seed: UInt64(seed))
            let document = factory.document(family: .tabs, irregularities: [.notAReport])
            #expect(ReportReading().reports(in: document).isEmpty, "\(document.string)")
        }
    }

    @Test(arguments: LayoutFamily.allCases)
    func blankTemplatesGiveNoValue(family: LayoutFamily) {
        for seed in 0..<10 {
            var factory = DocumentFactory(seed: UInt64(seed))
            let document = factory.document(family: family, irregularities: [.blankTemplate])
            let values = ReportReading().reports(in: document).flatMap { report in
                [report.disclosures, report.applications, report.proceedings].flatMap(\.cells).compactMap(\.value)
            }
            #expect(values.isEmpty, "\(document.string)")
        }
    }
}
