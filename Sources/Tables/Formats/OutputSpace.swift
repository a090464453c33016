public import Bytes

/// The folder in which a run's files come into being. It is put in the place of the old output when all are complete.
public protocol OutputSpace: AnyObject {
    /// For libraries that write files themselves.
    var path: String { get }

    /// A new file; the folders in its name are made.
    func makeFile(_ name: String) throws(WriteFailure) -> any OutputStream

    /// Size and digest of a file that a library has written.
    func measure(_ name: String) throws(WriteFailure) -> WrittenFile

    /// Takes a file away again.
    func remove(_ name: String) throws(WriteFailure)

    /// Does as many pieces of work as it is told, each once, and comes back when all are done. One after the other unless the
    /// space knows better.
    func concurrently(_ count: Int, _ work: @Sendable (Int) -> Void)
}

extension OutputSpace {
    public func concurrently(_ count: Int, _ work: @Sendable (Int) -> Void) {
        for number in 0..<count { work(number) }
    }
}

/// A file that is written from front to back.
public protocol OutputStream: AnyObject {
    /// Bytes so far.
    var byteCount: Int64 { get }
    func append(_ bytes: Span<UInt8>) throws(WriteFailure)
    func append(_ buffer: borrowing ByteBuffer) throws(WriteFailure)
    /// Completes the file.
    func finish() throws(WriteFailure) -> WrittenFile
}

/// A file of the output as it was written.
public struct WrittenFile: Hashable, Sendable {
    /// Relative to the output folder.
    public var name: String
    public var bytes: Int64
    /// 64 hexadecimal digits.
    public var sha256: String
    /// The table that it holds, where it holds one.
    public var table: Table?

    public init(name: String, bytes: Int64, sha256: String, table: Table? = nil) {
        self.name = name
        self.bytes = bytes
        self.sha256 = sha256
        self.table = table
    }
}

/// A file of the output cannot be written or read back. Ends the run; the old output stands.
public struct WriteFailure: Error, Hashable, Sendable {
    public var path: String
    /// The call and the system's or the library's words for what went wrong: `write: No space left on device`.
    public var reason: String
    /// True where it was in reading back what had been written.
    public var isReading: Bool

    public init(path: String, reason: String, isReading: Bool = false) {
        self.path = path
        self.reason = reason
        self.isReading = isReading
    }

    public init(path: String, _ error: SystemError, isReading: Bool = false) {
        self.init(path: path, reason: error.message, isReading: isReading)
    }

    /// A file that cannot be read back.
    public init(path: String, _ error: InputFileError) {
        switch error {
        case .system(let error): self.init(path: path, error, isReading: true)
        case .notARegularFile: self.init(path: path, reason: "not a regular file", isReading: true)
        case .tooLarge(let size): self.init(path: path, reason: "too large: \(size) bytes", isReading: true)
        }
    }
}
