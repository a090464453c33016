internal import ReportModel

/// A fact in terms of the lexicon, before it is written out.
struct FoundFact {
    /// Index into ``FactLexicon/rules``; ``other``, ``change`` or ``rate``.
    var rule: Int
    /// Index into ``FactLexicon/channels``; -1 for none, -2 for several.
    var channel: Int
    /// For a rate: the rule of what it is a rate of; -1 where that is unknown.
    var base = -1
    var value: DecimalValue
    /// Index into ``FactLexicon/unitTexts``; -1 for the kind's own, -2 for percent.
    var unit: Int
    var isApproximate: Bool
    /// The clause, in codes of the sentence.
    var clause: Range<Int>
    /// The code at which the figure stands.
    var place: Int

    static let other = -1
    static let change = -2
    static let rate = -3
}
