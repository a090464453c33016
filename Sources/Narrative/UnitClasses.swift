/// Classes of measure words.
struct UnitClasses: OptionSet, Hashable, Sendable {
    var rawValue: UInt32
}
