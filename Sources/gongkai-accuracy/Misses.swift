import AccuracyKit
import ReportFactory

/// Reads synthetic reports and prints what came out other than it stands in print, document by document.
struct Misses {
    let arguments: Arguments
    private let reading = ReportReading()

    init(_ arguments: Arguments) { self.arguments = arguments }

    func printAll() {
        let families = arguments.families.isEmpty ? LayoutFamily.allCases : arguments.families
        for family in families {
            if arguments.mixed > 0 {
                for number in 0..<arguments.count {
                    let seed = AccuracyTable.seed(arguments.seed, family, nil, number)
                    check(family, mixture(seed), seed)
                }
                continue
            }
            for irregularities in arguments.variants(whereNone: [[]]) {
                for number in 0..<arguments.count {
                    check(family, irregularities, AccuracyTable.seed(arguments.seed, family, irregularities.first, number))
                }
            }
        }
    }

    /// A few irregularities of which each still leaves one report with values.
    private func mixture(_ seed: UInt64) -> Set<Irregularity> {
        let choices = Irregularity.allCases.filter { !Irregularity.wholeDocument.contains($0) }
        var random = SeededGenerator(seed: seed)
        return Set(choices.shuffled(using: &random).prefix(arguments.mixed))
    }

    private func check(_ family: LayoutFamily, _ irregularities: Set<Irregularity>, _ seed: UInt64) {
        var factory = DocumentFactory(seed: seed)
        let document = factory.document(family: family, irregularities: irregularities)
        var scorer = Scorer()
        scorer.score(reading.reports(in: document), against: document.reports)
        let tally = scorer.tally
        let isMissed = !scorer.mismatches.isEmpty || tally.misplacedReports + tally.wrongIssuers + tally.wrongYears > 0
        guard arguments.onlySilent ? tally.silent > 0 : isMissed else { return }
        let names = irregularities.map(\.rawValue).sorted().joined(separator: "+")
        print(
            "== seed \(seed) \(family.rawValue) \(names): \(tally.misplacedReports) reports missed, "
                + "\(tally.wrongIssuers) issuers and \(tally.wrongYears) years wrong")
        for mismatch in scorer.mismatches { print("   \(mismatch)") }
        if arguments.printsText { print(document.string) }
    }
}
