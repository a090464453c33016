import Bytes
import ReportModel

/// What comes out of gzip data.
final class GzipSource: ByteSource {
    private let packed: any ByteSource
    private var inflater: GzipInflater
    private var pending = ByteBuffer(capacity: GzipSource.step)
    private var position = 0
    private var isAtEnd = false
    private var failure: StageFailure?

    private static let step = 1 << 16

    /// - Parameter limits: the size is that of a document or of a whole container, whichever is larger.
    init(_ packed: any ByteSource, limits: InflateLimits) {
        self.packed = packed
        inflater = GzipInflater(limits: limits)
    }

    func read(into buffer: inout ByteBuffer, atMost limit: Int) throws(StageFailure) -> Int {
        if let failure { throw failure }
        let before = buffer.count
        while buffer.count == before {
            if position == pending.count && !isAtEnd {
                pending.removeAll()
                position = 0
                isAtEnd = try packed.read(into: &pending, atMost: GzipSource.step) == 0
            }
            do throws(InflateError) {
                let rest = position..<pending.count
                position += try pending.withSpan(of: rest) { (bytes) throws(InflateError) in
                    try inflater.inflate(bytes, into: &buffer, atMost: limit)
                }
                if isAtEnd && buffer.count == before {
                    try inflater.finish()
                    return 0
                }
            } catch {
                // What came out before the damage is handed on first.
                let failure = StageFailure(error)
                if buffer.count == before { throw failure }
                self.failure = failure
            }
        }
        return buffer.count - before
    }
}
