import Bytes
import Tables

/// Copies a written file to a new one with some places changed, in one pass.
final class Splicer {
    private let source: OutputFile
    private let target: OutputFile
    /// Bytes of the source that are dealt with.
    private var position: Int64 = 0
    private var block = ByteBuffer(capacity: OutputFile.blockSize)

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
        position += Int64(length)
        try source.seek(to: position)
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
            block.removeAll()
            let got = try source.read(into: &block, atMost: Int(min(left, Int64(OutputFile.blockSize))))
            try target.append(block)
            left -= Int64(got)
        }
        position += count
    }
}
