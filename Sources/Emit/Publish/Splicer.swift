import Bytes

/// Copies a written file to a new one with some places changed, in one pass.
final class Splicer {
    private let source: OutputFile
    private let target: OutputFile
    /// Bytes of the source that are dealt with.
    private var position: Int64 = 0
    private var block = ByteBuffer(capacity: OutputFile.blockSize)

    /// - Parameter folder: of both files; the new one has a name of its own until ``finish(in:durably:)``.
    init(_ source: OutputFile, in folder: borrowing Folder) throws(EmitFailure) {
        self.source = source
        try source.rewind()
        target = try OutputFile(".\(source.name).new", in: folder)
    }

    /// Puts `bytes` in the place of `length` bytes at `offset` of the source, which lies behind all earlier edits.
    func replace(_ length: Int, at offset: Int64, with bytes: borrowing ByteBuffer) throws(EmitFailure) {
        try copy(offset - position)
        try target.append(bytes)
        try source.skip(to: offset + Int64(length))
        position = offset + Int64(length)
    }

    /// Copies what is left and puts the new file in the place of the old.
    func finish(in folder: borrowing Folder, durably isDurable: Bool) throws(EmitFailure) -> WrittenFile {
        try copy(source.byteCount - position)
        source.abandon()
        var written = try target.finish(durably: isDurable)
        try folder.rename(target.name, to: source.name)
        written.name = source.name
        return written
    }

    private func copy(_ count: Int64) throws(EmitFailure) {
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
