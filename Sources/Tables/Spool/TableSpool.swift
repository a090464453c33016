import Bytes

/// The rows of one table kept in a file until the end of a run: for formats that must know how many there are before they
/// write the first.
///
/// A table of more rows or bytes than the limits is given up: its file goes at once, and what comes later is not kept.
public final class TableSpool {
    public let table: Table
    /// True where there were more rows or bytes than the limits.
    public private(set) var isGivenUp = false
    private let rowLimit: Int
    private let byteLimit: Int64
    private let space: any OutputSpace
    private let name: String
    private var rows = 0
    private var file: (any OutputStream)?

    /// - Parameter name: of the file, which is gone when the rows were replayed or given up.
    public init(
        _ table: Table, in space: any OutputSpace, name: String, rowLimit: Int, byteLimit: Int64
    ) throws(WriteFailure) {
        self.table = table
        self.space = space
        self.name = name
        self.rowLimit = rowLimit
        self.byteLimit = byteLimit
        file = try space.makeFile(name)
    }

    /// Takes a lane's rows of the table.
    public func append(_ lane: SpoolLane) throws(WriteFailure) {
        guard let file else { return }
        try lane.withRows(of: table) { (sink) throws(WriteFailure) in
            if sink.rows == 0 { return }
            rows += sink.rows
            if rows > rowLimit || file.byteCount + Int64(sink.buffer.count) > byteLimit {
                isGivenUp = true
                return try close()
            }
            var count = ByteBuffer(capacity: 4)
            SpoolFrames.append(count: sink.buffer.count, to: &count)
            try file.append(count)
            try file.append(sink.buffer)
        }
    }

    /// Gives all rows to a sink and closes the spool. None of a table that was given up.
    ///
    /// - Parameter afterEach: called now and then between rows, so that a full sink can be emptied or a failure told.
    public func replay<Sink: RowSink & ~Copyable>(
        into sink: inout Sink, afterEach: (inout Sink) throws(WriteFailure) -> Void
    ) throws(WriteFailure) {
        guard let file else { return }
        _ = try file.finish()
        var frames = try SpoolFrames(path: "\(space.path)/\(name)")
        var given = 0
        while given < rows {
            try frames.next { bytes in
                var reader = SpoolReader()
                given += reader.rows(of: table, in: bytes, into: &sink)
            }
            try afterEach(&sink)
        }
        try close()
    }

    private func close() throws(WriteFailure) {
        file = nil
        try space.remove(name)
    }
}
