/// A word of the narrative's vocabulary, and what it says.
public struct FactWord: Hashable, Sendable {
    /// `feature` (what a clause speaks of), `document`, `channel`, `applicant`, `cue`, `unit` or `after`.
    public var role: String
    /// The word's meaning within its role.
    public var code: String
    public var word: String
}
