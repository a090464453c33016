import AccuracyKit
import Foundation
import Testing

/// Precision and recall over labelled clauses; kind, channel, value, "approximate" and, where labelled, the unit must all be
/// right.
@Suite struct AccuracyTests {
    @Test(arguments: ["clauses", "heldout", "paragraphs", "unseen", "later", "varied", "second", "third", "fourth", "fifth", "sixth", "prose"])
    func accuracy(_ name: String) throws {
        let path = fixtures.appendingPathComponent("\(name).tsv").path
        let clauses = try LabelledClause.load(path)
        let score = ClauseScore(clauses)
        print(
            "facts, \(name): \(clauses.count) clauses, \(score.expected) figures, precision \(score.precision), recall \(score.recall)"
        )
        for miss in score.misses { print("  \(miss)") }
        #expect(clauses.count > 50)
        #expect(score.precision >= 0.98)
        #expect(score.recall >= 0.95)
    }

    @Test func aClauseThatIsReadOtherwiseIsAMiss() throws {
        let right = try #require(LabelledFact("items_disclosed=301条"))
        let otherUnit = try #require(LabelledFact("items_disclosed=301件"))
        let unitless = try #require(LabelledFact("items_disclosed=301"))
        let clause = LabelledClause(text: "主动公开信息301条。", year: nil, expected: [right])
        #expect(ClauseScore([clause]).right == 1)
        #expect(ClauseScore([clause]).misses.isEmpty)
        for (expected, isRight) in [([otherUnit], 0), ([unitless], 1), ([], 0), ([right, right], 1)] {
            let score = ClauseScore([LabelledClause(text: clause.text, year: nil, expected: expected)])
            #expect(score.right == isRight)
            #expect(score.found == 1)
            #expect(score.expected == expected.count)
            #expect(score.misses.isEmpty == (isRight == expected.count && isRight == 1))
        }
    }

    @Test(arguments: ["", "-", "items_disclosed", "items_disclosed=", "items_disclosed=条"])
    func aLabelThatIsNone(_ text: String) { #expect(LabelledFact(text) == nil) }
}
