public import ReportModel
import Tables

/// What the other reports of a run tell about one of them.
public struct ReportAmendment: Sendable {
    /// Appended to the report's rows of `checks`; those that fail are added to `checks_failed`.
    public var checks: [Check]
    /// The report's status in the light of them.
    public var status: ReportStatus

    public init(checks: [Check], status: ReportStatus) {
        self.checks = checks
        self.status = status
    }
}
