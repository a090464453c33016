/// A kind of fact, compiled: which features and measure words it takes.
struct FactRule {
    var all: Features
    var none: Features
    var units: UnitClasses
    var stage: Int
    var canBeZero: Bool
    /// Counts what was disclosed, of which there can be a total and its parts.
    var countsItems: Bool
    var channel: ChannelRole
    /// What fills `channel` where the first names none.
    var secondChannel: ChannelRole
}
