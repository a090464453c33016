/// Something that a published run has told of itself: it is not like the run before.
public struct RunWarning: Hashable, Sendable {
    /// `fewer_reports`, `fewer_rows` or `zeros_changed`.
    public var code: String
    /// One English sentence.
    public var message: String
}

/// How far a run may be from the run before it without a warning.
public struct RunTolerance: Hashable, Sendable {
    /// Per cent of the reports that may be missing.
    public var fewerReports = 20.0
    /// Per cent of the rows of a table that may be missing.
    public var fewerRows = 20.0
    /// Percentage points by which the share of zeros among the values may differ.
    public var zeros = 10.0

    public init() {}
}

extension RunSketch {
    /// Fewer reports than this say nothing by their number.
    private static let fewest = 20

    /// What is odd about this run in the light of the run before.
    func warnings(after before: RunSketch, _ tolerance: RunTolerance) -> [RunWarning] {
        if before.reports < RunSketch.fewest { return [] }
        var warnings: [RunWarning] = []
        func loss(_ now: Int, _ then: Int) -> Double { then == 0 ? 0 : Double(then - now) * 100 / Double(then) }
        if loss(reports, before.reports) > tolerance.fewerReports {
            warnings.append(
                RunWarning(code: "fewer_reports", message: "\(reports) reports where the run before had \(before.reports)"))
        }
        // These grow and shrink for good reasons: with the problems, and not at all.
        let others = ["errors", "codebook", "files", "reports"]
        let short = before.rows.keys.sorted().filter {
            !others.contains($0) && loss(rows[$0] ?? 0, before.rows[$0] ?? 0) > tolerance.fewerRows
        }
        if !short.isEmpty {
            let tables = short.map { "\($0) (\(rows[$0] ?? 0) after \(before.rows[$0] ?? 0))" }
            warnings.append(
                RunWarning(code: "fewer_rows", message: "far fewer rows than in the run before: \(tables.joined(separator: ", "))"))
        }
        if values > 0 && before.values > 0 {
            let now = Double(zeros) * 100 / Double(values)
            let then = Double(before.zeros) * 100 / Double(before.values)
            if abs(now - then) > tolerance.zeros {
                warnings.append(
                    RunWarning(
                        code: "zeros_changed",
                        message: "\(RunSketch.short(now)) % of the values are zero where the run before had \(RunSketch.short(then)) %"))
            }
        }
        return warnings
    }

    private static func short(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
}
