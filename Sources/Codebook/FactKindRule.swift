/// A kind of fact, and the features by which it is recognised. Rows are tried in order.
public struct FactKindRule: Hashable, Sendable {
    public var kind: String
    /// A class of measure words: a `unit` code of ``FactWord``.
    public var units: [String]
    /// Features that must all be there.
    public var all: [String]
    /// Features none of which may be there.
    public var none: [String]
    /// 1: the clause alone is enough. 2: only with what the sentence before it speaks of. 3: only where nothing else fits.
    public var stage: Int
    /// Whether "none received", "none occurred" make a fact with the value zero.
    public var canBeZero: Bool
    /// The roles whose codes fill `channel`: of `media`, `applicant`, `document` the first that is named.
    public var channels: [String]
    /// The unit of a zero that was told in words.
    public var defaultUnit: String
}
