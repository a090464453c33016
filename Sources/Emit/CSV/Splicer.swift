import Bytes
import Tables

/// Copies a written file to a new one with some places changed, in one pass.
final class Splicer {
    private let source: OutputFile
    private let target: OutputFile
    /// Bytes of the source that are dealt with.
    private var position: Int64 = 0
    private var block = ByteBuffer(capacity: OutputFile.blockSize)
    /// Bytes of the block that are dealt with.
    private var used = 0

    /// - Parameter space: holds both files; the new one has a name of its own until ``finish(in:)``.
    init(_ source: OutputFile, in space: AsideFolder) throws(WriteFailure) {
        self.source = source
        try source.rewind()
        target = try space.makeOutputFile(".\(source.name).new", table: source.table)
    }

    /// Puts `bytes` in the place of `length` bytes at `offset` of the source, which lies behind all earlier edits.
    func replace(_ length: Int, at offset: Int64, with bytes: borrowing ByteBuffer) throws(WriteFailure) {
        try copy(offset - position)
        try target.append(bytes)
        var left = length
        while left > 0 {
            try fill()
            let part = min(left, block.count - used)
            used += part
            left -= part
        }
        position += Int64(length)
    }

    /// Copies what is left and puts the new file in the place of the old.
    func finish(in space: AsideFolder) throws(WriteFailure) -> WrittenFile {
        try copy(source.byteCount - position)
        source.abandon()
        var written = try target.finish()
        try space.rename(target.name, to: source.name)
        written.name = source.name
        return written
    }

    private func copy(_ count: Int64) throws(WriteFailure) {
        var left = count
        while left > 0 {
            try fill()
            let part = Int(min(left, Int64(block.count - used)))
            try block.withSpan(of: used..<(used + part)) { (span) throws(WriteFailure) in try target.append(span) }
            used += part
            left -= Int64(part)
        }
        position += count
    }

    /// Reads the next block of the source, unless there is something left of this one.
    private func fill() throws(WriteFailure) {
        if used < block.count { return }
        block.removeAll()
        used = 0
        _ = try source.read(into: &block, atMost: OutputFile.blockSize)
    }
}
