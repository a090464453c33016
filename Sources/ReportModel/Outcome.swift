/// What a stage gives: a value, and what it found odd on the way.
public struct Outcome<Value: Sendable>: Sendable {
    public var value: Value
    public var findings: [Finding]

    public init(_ value: Value, findings: [Finding] = []) {
        self.value = value
        self.findings = findings
    }
}

/// The three tables of one report as extracted.
public struct RawReport: Sendable {
    public var disclosures: RawTable
    public var applications: RawTable
    public var proceedings: RawTable
    /// What was left out or could not be placed; kept for `gongkai inspect`.
    public var leftovers: [Leftover]

    public init(
        disclosures: RawTable = RawTable(), applications: RawTable = RawTable(), proceedings: RawTable = RawTable(),
        leftovers: [Leftover] = []
    ) {
        self.disclosures = disclosures
        self.applications = applications
        self.proceedings = proceedings
        self.leftovers = leftovers
    }
}

/// A value in a table's region that was given to no cell, with the reason.
public struct Leftover: Hashable, Sendable {
    public var table: StatutoryTable
    public var span: SourceSpan
    public var locator: Locator
    public var reason: String

    public init(table: StatutoryTable, span: SourceSpan, locator: Locator, reason: String) {
        self.table = table
        self.span = span
        self.locator = locator
        self.reason = reason
    }
}
