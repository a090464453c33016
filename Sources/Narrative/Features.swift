/// What a stretch of text speaks of: a set of the vocabulary's features and cues.
struct Features: OptionSet, Hashable, Sendable {
    var rawValue: UInt128

    static let none: Features = []
}
