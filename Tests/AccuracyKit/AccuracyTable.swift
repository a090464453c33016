public import ReportFactory

/// How well made reports are read, layout by irregularity.
public struct AccuracyTable: Sendable {
    private var tallies: [LayoutFamily: [String: CellTally]] = [:]
    private let reading = ReportReading()

    public init() {}

    /// The seed of one document, different for every layout, irregularity and number.
    public static func seed(_ seed: UInt64, _ family: LayoutFamily, _ irregularity: Irregularity?, _ number: Int) -> UInt64 {
        let row = LayoutFamily.allCases.firstIndex(of: family) ?? 0
        let column = irregularity.flatMap { Irregularity.allCases.firstIndex(of: $0) } ?? Irregularity.allCases.count
        return seed &* 1_000_003 &+ UInt64((row * 100 + column) * 1_000_000 + number)
    }

    /// Makes `count` documents and scores them.
    public mutating func measure(_ family: LayoutFamily, _ irregularity: Irregularity?, count: Int, seed: UInt64) {
        var sum = CellTally()
        for number in 0..<count {
            var factory = DocumentFactory(seed: AccuracyTable.seed(seed, family, irregularity, number))
            let document = factory.document(family: family, irregularities: irregularity.map { [$0] } ?? [])
            var scorer = Scorer()
            scorer.score(reading.reports(in: document), against: document.reports)
            sum += scorer.tally
        }
        tallies[family, default: [:]][irregularity?.rawValue ?? "none", default: CellTally()] += sum
    }

    /// All tallies of a family, or of one irregularity over all families, or of everything.
    public func sum(_ family: LayoutFamily? = nil, _ irregularity: String? = nil) -> CellTally {
        var result = CellTally()
        for (key, row) in tallies where family == nil || key == family {
            for (name, tally) in row where irregularity == nil || name == irregularity { result += tally }
        }
        return result
    }

    /// The table in Markdown: a line for each layout, one for each irregularity, and one for each pair that is not all exact.
    public var markdown: String {
        var text = AccuracyTable.head("layout")
        for family in LayoutFamily.allCases where tallies[family] != nil {
            text += AccuracyTable.line(family.rawValue, sum(family))
        }
        text += AccuracyTable.line("**all**", sum())
        text += "\n## By irregularity\n\n" + AccuracyTable.head("irregularity")
        for name in ["none"] + Irregularity.allCases.map(\.rawValue) where sum(nil, name).reports + sum(nil, name).misplacedReports > 0 || isMeasured(name) {
            text += AccuracyTable.line(name, sum(nil, name))
        }
        text += "\n## Layout by irregularity\n\nPairs of which every cell is exact are left out.\n\n" + AccuracyTable.head("layout and irregularity")
        for family in LayoutFamily.allCases {
            for name in ["none"] + Irregularity.allCases.map(\.rawValue) {
                guard let tally = tallies[family]?[name], tally.exact < tally.cells || tally.doubted > 0 else { continue }
                text += AccuracyTable.line("\(family.rawValue), \(name)", tally)
            }
        }
        return text
    }

    private func isMeasured(_ name: String) -> Bool { tallies.values.contains { $0[name] != nil } }

    private static func head(_ first: String) -> String {
        "| \(first) | reports | cells | exact | exact % | flagged | silent | doubted | reports missed | issuer wrong | year wrong |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n"
    }

    private static func line(_ name: String, _ tally: CellTally) -> String {
        let thousandths = tally.cells == 0 ? 100_000 : tally.exact * 100_000 / tally.cells
        let fraction = String(thousandths % 1000)
        let share = "\(thousandths / 1000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)"
        let columns = [
            name, "\(tally.reports)", "\(tally.cells)", "\(tally.exact)", share, "\(tally.flagged)", "\(tally.silent)",
            "\(tally.doubted)", "\(tally.misplacedReports)", "\(tally.wrongIssuers)", "\(tally.wrongYears)",
        ]
        return "| " + columns.joined(separator: " | ") + " |\n"
    }
}
