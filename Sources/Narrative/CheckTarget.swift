internal import ReportModel

/// The cells of a statutory table against which a kind of fact is held.
struct CheckTarget: Sendable {
    /// What a difference says.
    enum Relation: Sendable {
        /// The prose and the table contradict each other.
        case contradiction
        /// What the prose counts is a part of what the table counts: only more than all is a contradiction.
        case part
        /// The two are counted by different rules: nothing.
        case nothing
    }

    var rule: CheckRule
    var table: StatutoryTable
    var relation = Relation.contradiction
    /// Only a sentence that speaks of disclosure can contradict the table: a body has other lawsuits too.
    var needsDisclosure = false
    /// Without a channel only a zero can be held against the cells.
    var onlyZeroInAll = false
    /// By form and channel ("" for none): sets of cells whose sum may be what is meant, the plainest first.
    var cells: [FormVersion: [String: [[Int]]]] = [:]

    func sets(_ form: FormVersion, _ fact: Fact) -> [[Int]] {
        if onlyZeroInAll && fact.channel == nil && fact.value.mantissa != 0 { return [] }
        return cells[form]?[fact.channel ?? ""] ?? []
    }

    func mayFail(_ left: DecimalValue, _ right: DecimalValue) -> Bool {
        switch relation {
        case .contradiction: true
        case .part: right.isLess(than: left)
        case .nothing: false
        }
    }
}
