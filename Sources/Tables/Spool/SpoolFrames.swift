import Bytes

/// Reads a spool part by part through one buffer.
@usableFromInline struct SpoolFrames: ~Copyable {
    private let file: InputFile
    private let path: String
    private var block = ByteBuffer(capacity: 256 << 10)
    /// Bytes of the block that are dealt with.
    private var position = 0

    @usableFromInline init(path: String) throws(WriteFailure) {
        self.path = path
        do throws(InputFileError) {
            file = try InputFile(path: path)
        } catch {
            throw WriteFailure(path: path, error)
        }
    }

    /// Appends a part's length: four bytes, so that a reader knows how much it must have before it reads the part.
    static func append(count: Int, to buffer: inout ByteBuffer) {
        let count = UInt32(count)
        for shift in stride(from: UInt32(0), to: 32, by: 8) { buffer.append(UInt8(truncatingIfNeeded: count >> shift)) }
    }

    /// The next part, for as long as `body` runs.
    @usableFromInline mutating func next(_ body: (Span<UInt8>) -> Void) throws(WriteFailure) {
        try fill(4)
        var count = 0
        for index in 0..<4 { count |= Int(block[position + index]) << (8 * index) }
        position += 4
        try fill(count)
        block.withSpan(of: position..<(position + count)) { body($0) }
        position += count
    }

    /// Makes sure that `count` bytes stand behind the position.
    private mutating func fill(_ count: Int) throws(WriteFailure) {
        if block.count - position >= count { return }
        block.removeFirst(position)
        position = 0
        while block.count < count {
            do throws(InputFileError) {
                if try file.read(into: &block, atMost: max(count - block.count, 256 << 10)) == 0 {
                    throw .system(SystemError("read", code: 5))
                }
            } catch {
                throw WriteFailure(path: path, error)
            }
        }
    }
}
