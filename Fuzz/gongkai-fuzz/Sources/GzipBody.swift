import Bytes
import Decode

/// Packed bytes in pieces of any size: no more comes out than the limit, all at once gives the same as bit by bit, and what was packed
/// comes out as it went in.
final class GzipBody {
    private let decode = DecodeBody(ending: ".gz")

    func run(_ bytes: [UInt8]) {
        decode.run(bytes)
        guard let first = bytes.first else { return }
        let piece = 1 + Int(first) % 61
        let rest = Array(bytes.dropFirst())
        let limit = Int64(64) << (first % 12)
        let whole = inflated(rest, piece: max(1, rest.count), limit: limit)
        let pieces = inflated(rest, piece: piece, limit: limit)
        require(whole.bytes.count <= limit + 1, "\(whole.bytes.count) bytes came out where \(limit) may")
        require(whole.isIntact == pieces.isIntact, "in one piece \(whole.isIntact), in pieces \(pieces.isIntact)")
        if whole.isIntact { require(whole.bytes == pieces.bytes, "pieces give other bytes than the whole") }
        let packed = Deflate.gzip(rest, level: 1 + Int(first) % 9)
        let back = inflated(packed + packed, piece: piece, limit: Int64(2 * rest.count))
        require(back.isIntact && back.bytes == rest + rest, "packed bytes do not come back")
    }

    private func inflated(_ bytes: [UInt8], piece: Int, limit: Int64) -> (bytes: [UInt8], isIntact: Bool) {
        var inflater = GzipInflater(limits: InflateLimits(size: limit, ratio: 1 << 40))
        var output = ByteBuffer()
        do throws(InflateError) {
            var start = 0
            while start < bytes.count {
                let end = min(bytes.count, start + piece)
                let before = output.count
                start += try inflater.inflate(bytes.span.extracting(start..<end), into: &output, atMost: 100)
                require(output.count - before <= 100, "more came out than there was room for")
            }
            while true {
                let before = output.count
                _ = try inflater.inflate(bytes.span.extracting(0..<0), into: &output, atMost: 100)
                if output.count == before { break }
            }
            try inflater.finish()
            return (output.bytes(), true)
        } catch {
            return (output.bytes(), false)
        }
    }
}
