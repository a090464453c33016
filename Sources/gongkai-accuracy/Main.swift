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
          corpus   writes synthetic reports into DIR/reports and their truth into DIR/truth.jsonl
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
        default: fail(usage)
        }
    }

    private static func fail(_ message: String) -> Never {
        try? Data(message.utf8).write(to: URL(filePath: "/dev/stderr"))
        exit(64)
    }
}
