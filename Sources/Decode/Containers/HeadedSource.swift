import Bytes
import ReportModel

/// A source whose first bytes have been looked at already.
final class HeadedSource: ByteSource {
    private let inner: any ByteSource
    private var head = ByteBuffer(capacity: ContentSniffer.headLength)
    private var position = 0
    private var failure: StageFailure?

    init(_ inner: any ByteSource) { self.inner = inner }

    /// Looks at the first bytes, at most ``ContentSniffer/headLength``. They are still to be read.
    func look<Result>(_ body: (Span<UInt8>) throws(StageFailure) -> Result) throws(StageFailure) -> Result {
        while head.count < ContentSniffer.headLength {
            do throws(StageFailure) {
                if try inner.read(into: &head, atMost: ContentSniffer.headLength - head.count) == 0 { break }
            } catch {
                // What stands before the damage is still to be read.
                if head.isEmpty { throw error }
                failure = error
                break
            }
        }
        return try head.withSpan(body)
    }

    func read(into buffer: inout ByteBuffer, atMost limit: Int) throws(StageFailure) -> Int {
        if position == head.count {
            if let failure { throw failure }
            return try inner.read(into: &buffer, atMost: limit)
        }
        let end = min(position + limit, head.count)
        head.withSpan(of: position..<end) { buffer.append($0) }
        defer { position = end }
        return end - position
    }

    var seekableSize: Int64? { inner.seekableSize }

    func seek(to offset: Int64) throws(StageFailure) {
        position = head.count
        try inner.seek(to: offset)
    }
}
