import Bytes
import ReportModel

/// Bytes that are read from front to back: a file, memory, what comes out of a compression, a member of an archive.
protocol ByteSource: AnyObject {
    /// Appends the next bytes, at most `limit` (which is positive). Gives 0 at the end.
    func read(into buffer: inout ByteBuffer, atMost limit: Int) throws(StageFailure) -> Int

    /// All bytes there are, where one can go to any of them; nil where there is only forward.
    var seekableSize: Int64? { get }

    /// Goes on reading elsewhere; only where there is a ``seekableSize``.
    func seek(to offset: Int64) throws(StageFailure)
}

extension ByteSource {
    var seekableSize: Int64? { nil }

    func seek(to offset: Int64) throws(StageFailure) {
        throw StageFailure(.decode, .badContainer, "this container cannot be read without going back")
    }
}
