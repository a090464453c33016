/// One problem with one document. Becomes one row of the `errors` table.
public struct Finding: Hashable, Sendable {
    public var stage: Stage
    public var severity: Severity
    public var code: FindingCode
    /// One English sentence for a person, without path and place.
    public var message: String
    public var locator: Locator

    public init(
        _ stage: Stage, _ severity: Severity, _ code: FindingCode, _ message: String, at locator: Locator = .none
    ) {
        self.stage = stage
        self.severity = severity
        self.code = code
        self.message = message
        self.locator = locator
    }
}

/// Ends one document; the run goes on. Carries exactly one finding of severity `error`.
public struct StageFailure: Error, Sendable {
    public var finding: Finding
    /// True where the input is not broken but simply none of ours (an image, say): its status is `skipped`, not `failed`.
    public var isSkip: Bool

    public init(
        _ stage: Stage, _ code: FindingCode, _ message: String, at locator: Locator = .none, isSkip: Bool = false
    ) {
        self.finding = Finding(stage, isSkip ? .warning : .error, code, message, at: locator)
        self.isSkip = isSkip
    }
}
