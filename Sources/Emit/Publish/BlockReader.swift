import Bytes
import Glibc
import Tables

/// Copies parts of a file, from front to back, in large blocks however small the parts are.
final class BlockReader {
    private let descriptor: Int32
    private let path: String
    /// Set where the file is this object's own.
    private let isOwner: Bool
    private var block = ByteBuffer(capacity: OutputFile.blockSize)
    /// Where in the file the block begins.
    private var start: Int64 = 0
    /// Where the file goes on when it is read.
    private var position: Int64 = -1
    /// The last byte that was copied.
    private(set) var lastByte: UInt8 = 0

    /// - Parameter descriptor: stays open for as long as this object is used.
    init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
        isOwner = false
    }

    init(path: String) throws(WriteFailure) {
        self.path = path
        do throws(SystemError) {
            descriptor = try System.openFile(path)
        } catch {
            throw WriteFailure(path: path, error, isReading: true)
        }
        isOwner = true
    }

    deinit { if isOwner { close(descriptor) } }

    func copy(_ count: Int64, at offset: Int64, to target: OutputFile) throws(WriteFailure) {
        try read(count, at: offset) { (span) throws(WriteFailure) in try target.append(span) }
    }

    func copy(_ count: Int64, at offset: Int64, to buffer: inout ByteBuffer) throws(WriteFailure) {
        try read(count, at: offset) { (span) throws(WriteFailure) in buffer.append(span) }
    }

    /// Gives a part of the file in pieces.
    private func read(
        _ count: Int64, at offset: Int64, _ take: (Span<UInt8>) throws(WriteFailure) -> Void
    ) throws(WriteFailure) {
        var left = count
        var offset = offset
        while left > 0 {
            if offset < start || offset >= start + Int64(block.count) { try read(at: offset) }
            let first = Int(offset - start)
            let part = Int(min(left, Int64(block.count - first)))
            try block.withSpan(of: first..<(first + part)) { (span) throws(WriteFailure) in try take(span) }
            lastByte = block[first + part - 1]
            offset += Int64(part)
            left -= Int64(part)
        }
    }

    private func read(at offset: Int64) throws(WriteFailure) {
        block.removeAll()
        start = offset
        do throws(SystemError) {
            if position != offset && lseek(descriptor, off_t(offset), SEEK_SET) < 0 {
                throw SystemError("lseek", code: errno)
            }
            if try block.read(from: descriptor, atMost: OutputFile.blockSize) == 0 {
                throw SystemError("read", code: EIO)
            }
        } catch {
            throw WriteFailure(path: path, error, isReading: true)
        }
        position = offset + Int64(block.count)
    }
}
