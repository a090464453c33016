import Bytes
import Glibc
import Tables

/// A file of the output while it is written: bytes are gathered to large blocks, counted and hashed on their way.
final class OutputFile: OutputStream {
    let name: String
    let table: Table?
    private let path: String
    private let isDurable: Bool
    private var descriptor: Int32
    private var pending = ByteBuffer(capacity: 4096)
    private var hasher = SHA256Hasher()
    /// False for a file that will most likely be copied with changes: hashing it on its way would be for nothing.
    private let isHashed: Bool
    private var written: Int64 = 0
    /// Bytes that the disk has been asked to write.
    private var started: Int64 = 0

    /// Bytes that are gathered before they are written.
    static let blockSize = 256 << 10
    private static let writingSize: Int64 = 8 << 20

    /// - Parameter descriptor: of a new file, open for reading and writing; closed by this object.
    init(
        _ name: String, at path: String, _ descriptor: Int32, isDurable: Bool, table: Table?, isHashed: Bool = true
    ) {
        self.isHashed = isHashed
        self.name = name
        self.path = path
        self.descriptor = descriptor
        self.isDurable = isDurable
        self.table = table
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    var byteCount: Int64 { written + Int64(pending.count) }

    func append(_ bytes: Span<UInt8>) throws(WriteFailure) {
        pending.append(bytes)
        if pending.count >= OutputFile.blockSize { try flush() }
    }

    func append(_ buffer: borrowing ByteBuffer) throws(WriteFailure) {
        if buffer.isEmpty { return }
        // Large blocks go the straight way.
        if buffer.count >= OutputFile.blockSize / 2 {
            try flush()
            try write(buffer)
        } else {
            try buffer.withSpan { (span) throws(WriteFailure) in try append(span) }
        }
    }

    private func flush() throws(WriteFailure) {
        if pending.isEmpty { return }
        try write(pending)
        pending.removeAll()
    }

    private func write(_ buffer: borrowing ByteBuffer) throws(WriteFailure) {
        do throws(SystemError) {
            try buffer.write(to: descriptor)
        } catch {
            throw WriteFailure(path: path, error)
        }
        written += Int64(buffer.count)
        // The disk works while the run does, so that there is little to wait for at the end.
        if isDurable && isHashed && written - started >= OutputFile.writingSize {
            System.startWriting(descriptor, from: started, count: written - started)
            started = written
        }
        if isHashed { buffer.withSpan { hasher.update($0) } }
    }

    func finish() throws(WriteFailure) -> WrittenFile {
        try flush()
        if !isHashed { try hashAll() }
        let open = descriptor
        descriptor = -1
        do throws(SystemError) {
            if isDurable {
                do throws(SystemError) {
                    try System.sync(open)
                } catch {
                    close(open)
                    throw error
                }
            }
            try System.close(open)
        } catch {
            throw WriteFailure(path: path, error)
        }
        return WrittenFile(name: name, bytes: written, sha256: hasher.finish().hex, table: table)
    }

    /// Writes what was gathered and goes back to the start, to read.
    private func rewind() throws(WriteFailure) {
        try flush()
        if lseek(descriptor, 0, SEEK_SET) < 0 {
            throw WriteFailure(path: path, SystemError("lseek", code: errno), isReading: true)
        }
    }

    /// What was written so far, to be read while this file stays open.
    func reader() throws(WriteFailure) -> BlockReader {
        try flush()
        return BlockReader(descriptor: descriptor, path: path)
    }

    /// Appends the next bytes to a buffer, one at least.
    private func read(into buffer: inout ByteBuffer, atMost limit: Int) throws(WriteFailure) -> Int {
        do throws(SystemError) {
            let got = try buffer.read(from: descriptor, atMost: limit)
            if got == 0 { throw SystemError("read", code: EIO) }
            return got
        } catch {
            throw WriteFailure(path: path, error, isReading: true)
        }
    }

    /// Hashes what was written without.
    private func hashAll() throws(WriteFailure) {
        try rewind()
        var left = written
        while left > 0 {
            pending.removeAll()
            left -= Int64(try read(into: &pending, atMost: Int(min(left, Int64(OutputFile.blockSize)))))
            pending.withSpan { hasher.update($0) }
        }
        pending.removeAll()
    }

    /// Closes it unfinished.
    func abandon() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
    }
}
