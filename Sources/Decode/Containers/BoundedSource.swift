import Bytes
import ReportModel

/// The first part of a source, and a failure where that part ends.
final class BoundedSource: ByteSource {
    private let inner: any ByteSource
    private var left: Int64
    private let failure: StageFailure

    init(_ inner: any ByteSource, bytes: Int64, failure: StageFailure) {
        self.inner = inner
        left = bytes
        self.failure = failure
    }

    func read(into buffer: inout ByteBuffer, atMost limit: Int) throws(StageFailure) -> Int {
        if left == 0 { throw failure }
        let got = try inner.read(into: &buffer, atMost: Int(min(left, Int64(limit))))
        left -= Int64(got)
        return got
    }
}
