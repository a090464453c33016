/// How well the figures of labelled clauses are found: kind, channel, value, unit and "approximate" must all be right.
public struct ClauseScore: Sendable {
    public private(set) var clauses = 0
    /// Clauses without any figure.
    public private(set) var empty = 0
    public private(set) var expected = 0
    public private(set) var found = 0
    public private(set) var right = 0
    /// Each clause that is not all right, with what was wanted and what came out.
    public private(set) var misses: [String] = []

    public var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
    public var recall: Double { expected == 0 ? 1 : Double(right) / Double(expected) }

    public init(_ labelled: [LabelledClause]) {
        for clause in labelled { add(clause) }
    }

    private mutating func add(_ clause: LabelledClause) {
        let got = clause.found
        var left = clause.expected
        var surplus: [LabelledFact] = []
        for fact in got {
            if let at = left.firstIndex(where: { $0.matches(fact) }) {
                left.remove(at: at)
                right += 1
            } else {
                surplus.append(fact)
            }
        }
        clauses += 1
        if clause.expected.isEmpty { empty += 1 }
        found += got.count
        expected += clause.expected.count
        if !left.isEmpty || !surplus.isEmpty {
            misses.append("\(clause.text)\n    missing \(left)\n    surplus \(surplus)")
        }
    }
}
