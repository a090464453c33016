import AccuracyKit
import FoundationEssentials
import ReportFactory

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Measures how well reports are read, on reports whose truth is known.
@main
enum Main {
    static let usage = """
        usage: gongkai-accuracy corpus DIR [--count N] [--seed S] [--family F,...] [--irregularity I,...] [--together] [--terse]
               gongkai-accuracy table [--count N] [--seed S] [--family F,...] [--irregularity I,...]
               gongkai-accuracy misses [--count N] [--seed S] [--family F,...] [--irregularity I,...] [--text]
          corpus   writes synthetic reports into DIR/reports and their truth into DIR/truth.jsonl
          misses   reads them and prints every cell that is not exact; with --text, the documents
          table    reads N synthetic reports for each layout and irregularity and prints how their cells came out
        Without --family every text layout is made in turn; without --irregularity every single irregularity, and none.
        families: \(LayoutFamily.allCases.map(\.rawValue).joined(separator: " "))
        irregularities: none \(Irregularity.allCases.map(\.rawValue).joined(separator: " "))

        """

    static func main() throws {
        let arguments: Arguments
        do throws(Arguments.Misuse) {
            arguments = try Arguments(Array(CommandLine.arguments.dropFirst()))
        } catch {
            fail(error.message + "\n" + usage)
        }
        switch (arguments.command, arguments.operands.count) {
        case ("corpus", 1):
            var variants = arguments.irregularities.isEmpty ? [[]] + Irregularity.allCases.map { [$0] } : arguments.irregularities
            if arguments.combines { variants = [variants.reduce([]) { $0.union($1) }] }
            let writer = CorpusWriter(
                folder: arguments.operands[0], count: arguments.count, seed: arguments.seed,
                families: arguments.families.isEmpty ? LayoutFamily.textFamilies : arguments.families, variants: variants,
                isTerse: arguments.isTerse)
            try writer.write()
        case ("table", 0):
            print(table(arguments), terminator: "")
        case ("misses", 0): misses(arguments)
        default: fail(usage)
        }
    }

    /// The accuracy table, `--count` documents for each layout and irregularity.
    private static func table(_ arguments: Arguments) -> String {
        var table = AccuracyTable()
        let families = arguments.families.isEmpty ? LayoutFamily.allCases : arguments.families
        let irregularities: [Irregularity?] =
            arguments.irregularities.isEmpty ? [nil] + Irregularity.allCases : arguments.irregularities.map(\.first)
        for family in families {
            for irregularity in irregularities where irregularity?.applies(to: family) ?? true {
                table.measure(family, irregularity, count: arguments.count, seed: arguments.seed)
            }
        }
        return table.markdown
    }

    /// What came out other than it stands in print, document by document; with `--text` the documents too.
    private static func misses(_ arguments: Arguments) {
        let reading = ReportReading()
        for family in arguments.families.isEmpty ? LayoutFamily.textFamilies : arguments.families {
            for irregularities in arguments.irregularities.isEmpty ? [[]] : arguments.irregularities {
                for number in 0..<arguments.count {
                    let seed = AccuracyTable.seed(arguments.seed, family, irregularities.first, number)
                    var factory = DocumentFactory(seed: seed)
                    let document = factory.document(family: family, irregularities: irregularities)
                    var scorer = Scorer()
                    scorer.score(reading.reports(in: document), against: document.reports)
                    let names = irregularities.map(\.rawValue).sorted().joined(separator: "+")
                    let tally = scorer.tally
                    guard !scorer.mismatches.isEmpty || tally.misplacedReports + tally.wrongIssuers + tally.wrongYears > 0 else { continue }
                    print("== seed \(seed) \(family.rawValue) \(names): \(tally.misplacedReports) reports missed, \(tally.wrongIssuers) issuers and \(tally.wrongYears) years wrong")
                    for mismatch in scorer.mismatches { print("   \(mismatch)") }
                    if arguments.printsText { print(document.string) }
                }
            }
        }
    }

    private static func fail(_ message: String) -> Never {
        try? Data(message.utf8).write(to: URL(filePath: "/dev/stderr"))
        exit(64)
    }
}
