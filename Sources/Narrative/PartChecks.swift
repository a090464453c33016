public import ReportModel

/// Holds what the prose says against the tables, and against itself.
///
/// `left` is the prose, `right` the table; `subject` names the kind, the channel where there is one, the place and the clause.
/// A figure that is only about right, or that speaks of a wider circle than the report (全市), does not fail: it is
/// `not_assessable` unless it agrees. So is a figure whose cells have no value.
public struct PartChecks: Sendable {
    private let targets = CheckTargets.shared

    public init() {}

    /// The checks of one report whose facts, period and tables are complete.
    public func checks(of report: Report, in document: Document) -> [Check] {
        var checks: [Check] = []
        for (index, fact) in report.facts.enumerated() {
            guard let (target, form) = targets.target(fact, report) else { continue }
            func isSame(_ other: Fact) -> Bool { other.kind == fact.kind && other.channel == fact.channel }
            if report.facts[..<index].contains(where: isSame) { continue }
            let same = report.facts[index...].filter(isSame)
            let sets = target.sets(form, fact)
            if !sets.isEmpty { checks.append(check(same, target, sets, report, document)) }
        }
        checks.append(contentsOf: ChannelSums(document: document).checks(report.facts))
        checks.append(contentsOf: YearChecks(document: document).checks(report))
        return checks
    }

    /// Holds the figures that the prose gives for one thing against the cells. One that agrees is the one that is meant.
    private func check(
        _ facts: [Fact], _ target: CheckTarget, _ sets: [[Int]], _ report: Report, _ document: Document
    ) -> Check {
        let cells = report.table(target.table).cells
        let sums = sets.map { PartChecks.sum($0, cells) }
        for fact in facts {
            if let agreeing = sums.first(where: { $0 == fact.value }) {
                return check(fact, target, agreeing, .pass, document)
            }
        }
        let stated = facts[0]
        guard let right = sums[0], facts.allSatisfy({ $0.value == stated.value && !$0.approximate }),
            target.mayFail(stated.value, right),
            !SentenceScope(document: document).leavesDoubt(stated, needsDisclosure: target.needsDisclosure)
        else { return check(stated, target, sums[0], .notAssessable, document) }
        return check(stated, target, right, .fail, document)
    }

    private func check(
        _ fact: Fact, _ target: CheckTarget, _ right: DecimalValue?, _ outcome: CheckOutcome, _ document: Document
    ) -> Check {
        Check(
            rule: target.rule, subject: Subject.text(fact, in: document), left: fact.value, right: right,
            outcome: outcome)
    }

    /// Nil where a cell has no value: blank is not zero.
    private static func sum(_ places: [Int], _ cells: [Cell]) -> DecimalValue? {
        var sum = DecimalValue(0)
        for place in places {
            guard place < cells.count, let value = cells[place].value, let next = sum.adding(value) else { return nil }
            sum = next
        }
        return places.isEmpty ? nil : sum
    }
}
