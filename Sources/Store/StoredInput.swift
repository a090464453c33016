public import Bytes

/// What is kept of one input.
public struct StoredInput: Hashable, Sendable {
    /// The path in the tables.
    public var path: String
    /// What the file system said of it before it was read.
    public var stamp: FileStamp
    /// When the file system was asked, in nanoseconds since 1970.
    public var seen: Int64
    /// 64 hexadecimal digits over its bytes; nil where it is not one document.
    public var sha256: String?
    /// What whoever wrote the tables wants to know of it again.
    public var receipt: [UInt8]
    /// What whoever ran the run wants to know of it again.
    public var memo: [UInt8]

    public init(path: String, stamp: FileStamp, seen: Int64, sha256: String?, receipt: [UInt8], memo: [UInt8]) {
        self.path = path
        self.stamp = stamp
        self.seen = seen
        self.sha256 = sha256
        self.receipt = receipt
        self.memo = memo
    }
}

/// What is kept of a run as a whole.
public struct StoredRun: Hashable, Sendable {
    /// Everything that results depend on besides the inputs: versions and configuration.
    public var fingerprint: String
    /// The program that ran, and its SHA-256.
    public var program: FileStamp
    public var programSHA256: String

    public init(fingerprint: String, program: FileStamp, programSHA256: String) {
        self.fingerprint = fingerprint
        self.program = program
        self.programSHA256 = programSHA256
    }
}
