public import ReportModel

/// The main figures of the narrative, for `panel`: each only where the prose leaves no doubt which one is meant.
public struct StatedFigures: Hashable, Sendable {
    /// Items disclosed in all.
    public var items: DecimalValue?
    /// Applications received in all.
    public var applications: DecimalValue?
    /// Information-processing fees collected, in yuan.
    public var fees: DecimalValue?

    /// - Parameter facts: in reading order
    public init(_ facts: [Fact]) {
        items = StatedFigures.largest("items_disclosed", facts)
        applications = StatedFigures.only("applications_received", facts)
        fees = StatedFigures.only("fees_collected", facts)
    }

    /// The value that all exact figures of a kind agree on.
    private static func only(_ kind: String, _ facts: [Fact]) -> DecimalValue? {
        var found: DecimalValue?
        for fact in facts where fact.channel == nil && fact.kind == kind {
            if fact.approximate || (found ?? fact.value) != fact.value { return nil }
            found = fact.value
        }
        return found
    }

    /// The first figure of a kind where none that follows is larger: the total stands before its parts.
    private static func largest(_ kind: String, _ facts: [Fact]) -> DecimalValue? {
        var found: DecimalValue?
        for fact in facts where fact.channel == nil && fact.kind == kind {
            if fact.approximate || fact.value.scale > 0 { return nil }
            if let found, found.mantissa < fact.value.mantissa { return nil }
            found = found ?? fact.value
        }
        return found
    }
}
