public import ReportModel

/// What became of one document: an ordinary file, or one member of a container.
public struct DecodedDocument: Sendable {
    /// The path in the tables; `a.zip!/b/c.html` for a member.
    public var path: String
    /// Size of the document as stored.
    public var bytes: Int64
    /// 64 hex digits over the bytes as stored; nil where they could not be read.
    public var sha256: String?
    public var format: DocumentFormat
    public var encoding: TextEncoding
    /// What was found odd in a document that could be read.
    public var findings: [Finding]
    public var result: Result<Document, StageFailure>

    public init(
        path: String, bytes: Int64, sha256: String?, format: DocumentFormat = .unknown, encoding: TextEncoding = .none,
        findings: [Finding] = [], result: Result<Document, StageFailure>
    ) {
        self.path = path
        self.bytes = bytes
        self.sha256 = sha256
        self.format = format
        self.encoding = encoding
        self.findings = findings
        self.result = result
    }

    /// A document that was read.
    init(path: String, bytes: Int64, sha256: String?, outcome: Outcome<Document>) {
        self.init(
            path: path, bytes: bytes, sha256: sha256, format: outcome.value.format, encoding: outcome.value.encoding,
            findings: outcome.findings, result: .success(outcome.value))
    }

    /// A document that was not.
    init(path: String, bytes: Int64, sha256: String?, format: DocumentFormat = .unknown, failure: StageFailure) {
        self.init(path: path, bytes: bytes, sha256: sha256, format: format, result: .failure(failure))
    }
}
