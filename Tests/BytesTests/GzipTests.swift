import Bytes
import Testing

@Suite struct GzipTests {
    private let generous = InflateLimits(size: 1 << 30, ratio: 2000)

    private func inflate(_ bytes: [UInt8], _ limits: InflateLimits) -> Result<[UInt8], InflateError> {
        var inflater = GzipInflater(limits: limits)
        var output = ByteBuffer()
        do throws(InflateError) {
            try inflater.inflateAll(bytes.span, into: &output)
            return .success(output.bytes())
        } catch {
            return .failure(error)
        }
    }

    /// Feeds a stream in the pieces given and takes the output in portions of `room` bytes.
    private func inflate(_ pieces: [[UInt8]], room: Int) -> Result<[UInt8], InflateError> {
        var inflater = GzipInflater(limits: generous)
        var output = ByteBuffer()
        do throws(InflateError) {
            for piece in pieces {
                var rest = piece
                while true {
                    let before = output.count
                    let used = try inflater.inflate(rest.span, into: &output, atMost: room)
                    rest.removeFirst(used)
                    if output.count - before < room { break }
                }
                guard rest.isEmpty else { return .failure(.truncated) }
            }
            try inflater.finish()
            return .success(output.bytes())
        } catch {
            return .failure(error)
        }
    }

    private var report: [UInt8] {
        Array((0..<400).map { "第\($0)行：受理 \($0 * 7) 件\n" }.joined().utf8)
    }

    @Test func roundTrip() {
        for level in [1, 6, 9] {
            for bytes in [[], [1], report] {
                #expect(inflate(Deflate.gzip(bytes, level: level), generous) == .success(bytes))
            }
        }
        #expect(Deflate.gzip(report) == Deflate.gzip(report))
    }

    @Test func everySplitGivesTheSame() {
        let text = report
        let stream =
            Deflate.gzip(Array(text[..<3000])) + Deflate.gzip(Array(text[3000...])) + Deflate.gzip([]) + [0, 0, 0]
        #expect(inflate(stream, generous) == .success(text))
        let wrong = (0...stream.count).filter { cut in
            let pieces = [Array(stream[..<cut]), Array(stream[cut...])]
            return inflate(pieces, room: cut % 2 == 0 ? 1 << 16 : 777) != .success(text)
        }
        #expect(wrong.isEmpty)
        #expect(inflate(stream.map { [$0] }, room: 1) == .success(text))
    }

    @Test func everyTruncationIsNamed() {
        let stream = Deflate.gzip(report)
        let wrong = (0..<stream.count).filter { inflate(Array(stream[..<$0]), generous) != .failure(.truncated) }
        #expect(wrong.isEmpty)
    }

    @Test func damageNeverPasses() {
        let stream = Deflate.gzip(report)
        // The ten bytes of the header hold flags, time and system, which do not all matter.
        for place in 10..<stream.count {
            var damaged = stream
            damaged[place] ^= 0x55
            #expect(throws: InflateError.self) { try inflate(damaged, generous).get() }
        }
        #expect(inflate(stream + [1, 2, 3], generous) == .failure(.damaged(offset: Int64(stream.count + 2))))
        #expect(inflate(stream + [0, 0x1F], generous) == .failure(.damaged(offset: Int64(stream.count + 1))))
        #expect(inflate(Array("no gzip at all".utf8), generous) == .failure(.damaged(offset: 2)))
    }

    @Test func limitsHoldForABomb() {
        let bomb = Deflate.gzip([UInt8](repeating: 0, count: 20 << 20), level: 9)
        #expect(inflate(bomb, InflateLimits(size: 64 << 20, ratio: 200)) == .failure(.ratioTooHigh(limit: 200)))
        #expect(inflate(bomb, InflateLimits(size: 1 << 20, ratio: 5000)) == .failure(.tooLarge(limit: 1 << 20)))
        let many = (0..<100).flatMap { _ in Deflate.gzip([UInt8](repeating: 7, count: 100_000)) }
        #expect(inflate(many, InflateLimits(size: 64 << 20, ratio: 200)) == .failure(.ratioTooHigh(limit: 200)))
        #expect(inflate(many, InflateLimits(size: 5_000_000, ratio: 5000)) == .failure(.tooLarge(limit: 5_000_000)))
    }

    @Test func exactlyTheLimitIsAllowed() {
        let bytes = report
        let stream = Deflate.gzip(bytes)
        #expect(inflate(stream, InflateLimits(size: Int64(bytes.count), ratio: 200)) == .success(bytes))
        let below = Int64(bytes.count - 1)
        #expect(inflate(stream, InflateLimits(size: below, ratio: 200)) == .failure(.tooLarge(limit: below)))
    }

    @Test func anInflaterServesManyStreams() throws {
        var inflater = GzipInflater(limits: generous)
        var output = ByteBuffer()
        let stream = Deflate.gzip(report)
        #expect(throws: InflateError.truncated) {
            try inflater.inflateAll(Array(stream.dropLast(9)).span, into: &output)
        }
        inflater.reset(limits: generous)
        output.removeAll()
        try inflater.inflateAll(stream.span, into: &output)
        #expect(output.bytes() == report)
    }
}
