import Bytes
import ReportModel

/// A buffer that several readers share, one after another.
final class SharedBuffer {
    var bytes = ByteBuffer(capacity: 1 << 16)

    /// Memory kept between two inputs.
    private static let kept = 1 << 22

    func clear() { bytes.removeAll(keepingAtMost: SharedBuffer.kept) }
}

/// What stands in a buffer. The buffer must not change meanwhile.
final class MemorySource: ByteSource {
    private let buffer: SharedBuffer
    private var position = 0

    init(_ buffer: SharedBuffer) { self.buffer = buffer }

    var seekableSize: Int64? { Int64(buffer.bytes.count) }

    func read(into output: inout ByteBuffer, atMost limit: Int) throws(StageFailure) -> Int {
        let end = min(position + limit, buffer.bytes.count)
        let count = end - position
        buffer.bytes.withSpan(of: position..<end) { output.append($0) }
        position = end
        return count
    }

    func seek(to offset: Int64) throws(StageFailure) {
        position = Int(min(max(offset, 0), Int64(buffer.bytes.count)))
    }
}
