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

    private let limits: InflateLimits
    /// How many packed bytes were read.
    private var taken: Int64 = 0

    private static let step = 1 << 16

    /// - Parameter limits: the size is that of a document or of a whole container, whichever is larger.
    init(_ packed: any ByteSource, limits: InflateLimits) {
        self.packed = packed
        self.limits = limits
        inflater = GzipInflater(limits: limits)
    }

    func read(into buffer: inout ByteBuffer, atMost limit: Int) throws(StageFailure) -> Int {
        if let failure { throw failure }
        let before = buffer.count
        while buffer.count == before {
            if position == pending.count && !isAtEnd {
                pending.removeAll()
                position = 0
                let got = try packed.read(into: &pending, atMost: GzipSource.step)
                taken += Int64(got)
                isAtEnd = got == 0
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

    /// Goes through all of the data once, ahead of the reading, and holds it against its checksums.
    ///
    /// The members of a container are handed on one by one, long before the checksum behind them is reached; without this
    /// a damaged digit could pass for a printed one.
    ///
    /// - Returns: how many bytes come out before the damage, and what it is; nil where there is none. Data that only ends too
    ///   soon is not damaged.
    func damage() throws(StageFailure) -> (after: Int64, failure: StageFailure)? {
        guard packed.seekableSize != nil else { return nil }
        var inflater = GzipInflater(limits: limits)
        var input = ByteBuffer(capacity: GzipSource.step)
        var output = ByteBuffer(capacity: GzipSource.step)
        var intact: Int64 = 0
        try packed.seek(to: 0)
        do throws(InflateError) {
            while fill(&input) {
                var place = 0
                repeat {
                    output.removeAll()
                    place += try input.withSpan(of: place..<input.count) { (bytes) throws(InflateError) in
                        try inflater.inflate(bytes, into: &output, atMost: GzipSource.step)
                    }
                    if inflater.isBetweenMembers { intact = inflater.given }
                } while place < input.count || output.count == GzipSource.step
            }
        } catch {
            try packed.seek(to: taken)
            return (intact, StageFailure(error))
        }
        try packed.seek(to: taken)
        return nil
    }

    /// False at the end, and where the file cannot be read, which the reading proper will report.
    private func fill(_ input: inout ByteBuffer) -> Bool {
        input.removeAll()
        return (try? packed.read(into: &input, atMost: GzipSource.step)) ?? 0 > 0
    }
}
