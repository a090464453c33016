public import ReportModel

/// What every stage made of one document.
public struct Inspection: Sendable {
    public var path: String
    public var bytes: Int64
    public var sha256: String?
    public var format: DocumentFormat
    public var encoding: TextEncoding
    /// Of all stages that were asked for, in order; an error is the last.
    public var findings: [Finding]
    /// Nil where it could not be decoded.
    public var document: Document?
    /// Empty where segmenting was not asked for or found none.
    public var reports: [InspectedReport]
}

/// What the stages made of one report.
public struct InspectedReport: Sendable {
    public var segmented: SegmentedReport
    /// Nil where extraction was not asked for.
    public var raw: RawReport?
    /// Nil where normalization was not asked for.
    public var report: Report?
}
