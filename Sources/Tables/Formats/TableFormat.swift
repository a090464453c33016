public import ReportModel

/// A format in which a run's tables are written. CSV is built in; others are handed to the run.
///
/// Workers fill lanes, the ordered side hands them to one writer in corpus order. The rows of ``Table/isLate`` tables are
/// given when every input has been seen.
public protocol TableFormat: Sendable {
    /// The name by which it is asked for, `parquet`.
    var name: String { get }

    /// True where it replays the late rows; false where what is known of each report at the end is enough.
    var readsLateRows: Bool { get }

    /// True where its lanes can give an input's share as bytes and take it back, so that an input need not be read again.
    var isKept: Bool { get }

    /// Room for the rows of some files, filled by one worker and used again and again.
    func makeLane() -> any FormatLane

    /// The writer of one run.
    func makeWriter(in space: any OutputSpace) throws(WriteFailure) -> any FormatWriter

    /// What is wrong inside a published file, one line each. Its size and digest are held by others; a file of another
    /// format has no problems.
    ///
    /// - Parameters:
    ///   - file: its name in the output folder.
    ///   - rows: the rows that each table should have.
    func problems(in file: String, at path: String, rows: [Table: Int]) -> [String]
}

extension TableFormat {
    public func problems(in file: String, at path: String, rows: [Table: Int]) -> [String] { [] }
}

extension TableFormat {
    public var readsLateRows: Bool { true }
    public var isKept: Bool { false }
}

/// What one format makes of some files: their rows, or what else it wants to know of them.
///
/// Has one owner at a time: a worker, then the ordered side.
public protocol FormatLane: AnyObject {
    /// Takes a file and its reports. Late tables are left out.
    ///
    /// - Parameter document: what the reports' spans refer to; nil only where there are no reports.
    func add(_ file: FileRecord, reports: [Report], document: Document?)

    /// Everything it was given since the last call, as bytes that ``restore(_:)`` takes; asked for where the format is kept.
    func endInput() -> [UInt8]

    /// Takes what another lane has given for an input, as if the input itself were added.
    func restore(_ bytes: [UInt8])

    /// Forgets what it holds and keeps the memory.
    func removeAll()

    /// About how much memory its rows take: a lane that has grown is handed over.
    var byteCount: Int { get }
}

/// Writes the files of one format. Used by one thread.
public protocol FormatWriter: AnyObject {
    /// Takes a lane that the same format has made, in corpus order.
    func append(_ lane: any FormatLane) throws(WriteFailure)

    /// Writes the late tables and completes the files.
    func finish(_ late: LateRows, _ facts: RunFacts) throws(WriteFailure) -> [WrittenFile]
}

extension FormatLane {
    public func endInput() -> [UInt8] { [] }
    public func restore(_ bytes: [UInt8]) {}
}
