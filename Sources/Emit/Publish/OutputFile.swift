import Bytes
import Glibc

/// A file of the output while it is written: bytes are gathered to large blocks, counted and hashed on their way.
final class OutputFile {
    let name: String
    private let path: String
    private var descriptor: Int32
    private var pending: ByteBuffer
    private var hasher = SHA256Hasher()
    private(set) var byteCount: Int64 = 0

    /// Bytes that are gathered before they are written.
    static let blockSize = 256 << 10

    init(_ name: String, in folder: borrowing Folder) throws(EmitFailure) {
        self.name = name
        path = folder.at(name)
        descriptor = try folder.createFile(name)
        pending = ByteBuffer(capacity: 4096)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    func append(_ bytes: [UInt8]) throws(EmitFailure) { try append(bytes.span) }

    func append(_ bytes: Span<UInt8>) throws(EmitFailure) {
        pending.append(bytes)
        if pending.count >= OutputFile.blockSize { try flush() }
    }

    func append(_ buffer: borrowing ByteBuffer) throws(EmitFailure) {
        if buffer.isEmpty { return }
        // Large blocks go the straight way.
        if buffer.count >= OutputFile.blockSize / 2 {
            try flush()
            try write(buffer)
        } else {
            try buffer.withSpan { (span) throws(EmitFailure) in try append(span) }
        }
    }

    /// Writes what was gathered.
    func flush() throws(EmitFailure) {
        if pending.isEmpty { return }
        try write(pending)
        pending.removeAll()
    }

    private func write(_ buffer: borrowing ByteBuffer) throws(EmitFailure) {
        do throws(SystemError) {
            try buffer.write(to: descriptor)
        } catch {
            throw EmitFailure(.cannotWrite, path: path, error)
        }
        byteCount += Int64(buffer.count)
        buffer.withSpan { hasher.update($0) }
    }

    /// Writes what is left and closes the file.
    func finish(durably isDurable: Bool) throws(EmitFailure) -> WrittenFile {
        try flush()
        let open = descriptor
        try Folder.call(.cannotWrite, path) { () throws(SystemError) in
            if isDurable { try System.sync(open) }
            descriptor = -1
            try System.close(open)
        }
        return WrittenFile(name: name, bytes: byteCount, sha256: hasher.finish().hex)
    }

    /// Writes what was gathered and goes back to the start, to read.
    func rewind() throws(EmitFailure) {
        try flush()
        try skip(to: 0)
    }

    /// Goes on reading at an offset.
    func skip(to offset: Int64) throws(EmitFailure) {
        if lseek(descriptor, off_t(offset), SEEK_SET) < 0 {
            throw EmitFailure(.cannotRead, path: path, SystemError("lseek", code: errno))
        }
    }

    /// Appends the next bytes to a buffer, one at least.
    func read(into buffer: inout ByteBuffer, atMost limit: Int) throws(EmitFailure) -> Int {
        do throws(SystemError) {
            let got = try buffer.read(from: descriptor, atMost: limit)
            if got == 0 { throw SystemError("read", code: EIO) }
            return got
        } catch {
            throw EmitFailure(.cannotRead, path: path, error)
        }
    }

    /// Closes it unfinished.
    func abandon() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
    }
}

/// A file of the output as it was written.
public struct WrittenFile: Hashable, Sendable {
    /// Relative to the output folder.
    public var name: String
    public var bytes: Int64
    /// 64 hexadecimal digits.
    public var sha256: String
}
