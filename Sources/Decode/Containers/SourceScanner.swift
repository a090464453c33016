import Bytes
import ReportModel

/// Reads a source by lines and by counted bytes, through a buffer of its own.
final class SourceScanner {
    private let source: any ByteSource
    private var buffer = ByteBuffer(capacity: SourceScanner.step)
    private var position = 0

    private static let step = 1 << 16

    enum LineEnd { case line, tooLong, end }

    init(_ source: any ByteSource) { self.source = source }

    private func fill() throws(StageFailure) -> Bool {
        if position < buffer.count { return true }
        buffer.removeAll()
        position = 0
        return try source.read(into: &buffer, atMost: SourceScanner.step) > 0
    }

    /// Appends the next line without its line end (LF or CRLF). Of a line longer than `limit` the rest is passed over.
    func line(into line: inout ByteBuffer, limit: Int) throws(StageFailure) -> LineEnd {
        let start = line.count
        var isTooLong = false
        var isEmpty = true
        while try fill() {
            isEmpty = false
            let end = buffer.withSpan { ByteSearch.first(0x0A, in: $0, from: position) }
            if line.count - start + (end - position) > limit { isTooLong = true }
            if !isTooLong { buffer.withSpan(of: position..<end) { line.append($0) } }
            position = end
            if end < buffer.count {
                position += 1
                break
            }
        }
        if line.count > start, line[line.count - 1] == 0x0D { line.truncate(to: line.count - 1) }
        return isTooLong ? .tooLong : isEmpty ? .end : .line
    }

    /// Appends exactly `count` bytes; false where there are fewer.
    func bytes(_ count: Int, into output: inout ByteBuffer) throws(StageFailure) -> Bool {
        var left = count
        while left > 0 {
            guard try fill() else { return false }
            let end = min(position + left, buffer.count)
            buffer.withSpan(of: position..<end) { output.append($0) }
            left -= end - position
            position = end
        }
        return true
    }

    /// Passes over `count` bytes; false where there are fewer.
    func skip(_ count: Int64) throws(StageFailure) -> Bool {
        var left = count
        while left > 0 {
            guard try fill() else { return false }
            let step = Int(min(left, Int64(buffer.count - position)))
            left -= Int64(step)
            position += step
        }
        return true
    }
}
