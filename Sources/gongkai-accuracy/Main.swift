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
               gongkai-accuracy misses [--count N] [--seed S] [--family F,...] [--irregularity I,... | --mix K] [--silent] [--text]
               gongkai-accuracy table [--count N] [--seed S] [--family F,...] [--irregularity I,...] [--clauses DIR]
               gongkai-accuracy clauses DIR [--text]
          corpus   writes N synthetic reports into DIR/reports and their truth into DIR/truth.jsonl
          misses   reads N reports for each layout and irregularity and prints every cell that is not exact; with --mix, each
                   report has K irregularities drawn for it; with --silent, only reports with an error nothing warns of
          table    reads N reports for each layout and irregularity and prints how their cells came out; with
                   --clauses, also how the figures of labelled clauses are found
          clauses  reads the labelled clauses of DIR/*.tsv and prints how their figures are found; with --text, also every clause
                   that is not all right
        Irregularities are put into reports one at a time, with --together all at once.
        layouts: \(LayoutFamily.allCases.map(\.rawValue).joined(separator: " "))
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
            let writer = CorpusWriter(
                folder: arguments.operands[0], count: arguments.count, seed: arguments.seed,
                families: arguments.families.isEmpty ? LayoutFamily.textFamilies : arguments.families,
                variants: arguments.variants(whereNone: [[]] + Irregularity.allCases.map { [$0] }), isTerse: arguments.isTerse)
            try writer.write()
        case ("misses", 0): Misses(arguments).printAll()
        case ("table", 0):
            print(table(arguments), terminator: "")
            if let folder = arguments.clauses { print(try facts(folder), terminator: "") }
        case ("clauses", 1):
            let table = try ClauseTable(folder: arguments.operands[0])
            print(table.markdown, terminator: "")
            for (name, score) in table.scores where arguments.printsText {
                for miss in score.misses { print("\(name): \(miss)") }
            }
        default: fail(usage)
        }
    }

    /// The accuracy table, `--count` documents for each layout and irregularity.
    private static func table(_ arguments: Arguments) -> String {
        var table = AccuracyTable()
        let irregularities: [Irregularity?] =
            arguments.irregularities.isEmpty ? [nil] + Irregularity.allCases : arguments.irregularities.map(\.first)
        for family in arguments.families.isEmpty ? LayoutFamily.allCases : arguments.families {
            for irregularity in irregularities where irregularity?.applies(to: family) ?? true {
                table.measure(family, irregularity, count: arguments.count, seed: arguments.seed)
            }
        }
        return """
            # Accuracy

            How the cells of synthetic reports come out, layout by irregularity. `make accuracy` makes this page; the reports are made by
            `Tests/ReportFactory` from fixed seeds, \(arguments.count) for each layout and irregularity, and read without a file in between.

            - **cells**: statutory cells that the text determines; **exact**: the value equals what stands in print, and nothing was
              given where nothing stands.
            - **flagged**: not exact, but the cell or its report says so. **silent**: not exact, and nothing warns of it.
            - **doubted**: cells that the text does not determine (a row with fewer numbers than columns and no trace of the blanks, a
              table whose labels and numbers are apart), and for which nothing was given; they count neither for nor against.
            - **reports missed**: reports not found, and reports found where there is none; a blank form may count as a report here, as
              long as no value comes out of it.


            """ + table.markdown
    }

    /// The table of the narrative's figures.
    private static func facts(_ folder: String) throws -> String {
        """

        ## Figures in the narrative

        How the figures of labelled clauses are found (`Tests/NarrativeTests/Fixtures`). A figure is right where kind, channel, value and
        "approximate" are those that a reader wrote down, and the unit too where the reader gave one. The clauses were written
        before the program read them; the misses of each set were then mended, so that only a set not yet read says how the next
        clause fares. As first read, precision and recall were 88.3 and 86.6 per cent for varied, 90.0 and 89.4 for second, 92.6 and
        94.2 for third, 96.8 and 96.8 for fourth, 98.2 and 99.1 for fifth.


        """ + (try ClauseTable(folder: folder)).markdown
    }

    private static func fail(_ message: String) -> Never {
        try? Data(message.utf8).write(to: URL(filePath: "/dev/stderr"))
        exit(64)
    }
}
