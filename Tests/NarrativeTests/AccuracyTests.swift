import Narrative
import Testing

/// Precision and recall over labelled clauses; kind, channel, value and "approximate" must all be right.
@Suite struct AccuracyTests {
    struct Score {
        var found = 0
        var expected = 0
        var right = 0
        var misses: [String] = []
        var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
        var recall: Double { expected == 0 ? 1 : Double(right) / Double(expected) }
    }

    static func score(_ clauses: [LabelledClause]) -> Score {
        var score = Score()
        for clause in clauses {
            let got = facts(clause.text, year: clause.year)
            var left = clause.expected
            for fact in got {
                if let at = left.firstIndex(of: fact) {
                    left.remove(at: at)
                    score.right += 1
                }
            }
            score.found += got.count
            score.expected += clause.expected.count
            if got != clause.expected {
                score.misses.append("\(clause.text)\n    want \(clause.expected)\n    got  \(got)")
            }
        }
        return score
    }

    @Test(arguments: ["clauses", "heldout", "paragraphs", "unseen", "later"])
    func accuracy(_ name: String) throws {
        let clauses = try LabelledClause.load(name)
        let score = AccuracyTests.score(clauses)
        print(
            "facts, \(name): \(clauses.count) clauses, \(score.expected) figures, precision \(score.precision), recall \(score.recall)"
        )
        for miss in score.misses { print("  \(miss)") }
        #expect(score.precision >= 0.98)
        #expect(score.recall >= 0.95)
    }
}
