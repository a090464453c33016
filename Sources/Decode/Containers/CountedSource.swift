import Bytes
import ReportModel

/// Passes bytes on, and knows their number and digest when all have passed.
final class CountedSource: ByteSource {
    private let inner: any ByteSource
    private var hasher = SHA256Hasher()
    private(set) var count: Int64 = 0
    private var isComplete = false

    init(_ inner: any ByteSource) { self.inner = inner }

    func read(into buffer: inout ByteBuffer, atMost limit: Int) throws(StageFailure) -> Int {
        let start = buffer.count
        let got = try inner.read(into: &buffer, atMost: limit)
        if got == 0 { isComplete = true }
        count += Int64(got)
        buffer.withSpan(of: start..<buffer.count) { hasher.update($0) }
        return got
    }

    /// 64 hex digits; nil while bytes are left.
    func digest() -> String? { isComplete ? hasher.finish().hex : nil }
}
