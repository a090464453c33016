/// What became of one input. One row of `files`.
public struct FileRecord: Sendable {
    public var path: String
    public var status: FileStatus
    public var reportID: String?
    public var format: DocumentFormat
    public var encoding: TextEncoding
    /// Size of the document as stored, in bytes.
    public var bytes: Int64
    /// 64 hex digits over the bytes as stored; nil where they could not be read.
    public var sha256: String?
    /// In the order in which they were found. Their number is `files.problems`; each is one row of `errors`.
    public var findings: [Finding]

    public init(path: String, status: FileStatus, bytes: Int64) {
        self.path = path
        self.status = status
        self.format = .unknown
        self.encoding = .none
        self.bytes = bytes
        self.findings = []
    }
}

public enum FileStatus: String, CaseIterable, Sendable {
    case ok, warned, failed, skipped
}
