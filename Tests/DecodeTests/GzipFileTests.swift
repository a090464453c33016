import Bytes
import Decode
import ReportModel
import Testing

@Suite struct GzipFileTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func one(_ bytes: [UInt8], _ name: String, _ options: DecodeOptions = DecodeOptions()) throws
        -> DecodedDocument
    {
        let all = try folder.decode(bytes, name, options)
        #expect(all.count == 1)
        return all[0]
    }

    private var text: [UInt8] { Array((1...500).map { "第\($0)行 \($0 * 3)\n" }.joined().utf8) }

    @Test func isKnownByItsBytes() throws {
        let stored = Deflate.gzip(text)
        for name in ["a.txt.gz", "a.txt", "a"] {
            let decoded = try one(stored, name)
            #expect(decoded.path == name && decoded.document?.text == text)
            #expect(decoded.bytes == Int64(stored.count) && decoded.format == .text)
            var hasher = SHA256Hasher()
            #expect(decoded.sha256 == hasher.hash(stored.span).hex)
        }
        #expect(try one(text, "a.txt.gz").document?.text == text)
    }

    @Test func severalMembersAreOneText() throws {
        let cut = 1000
        let stored = Deflate.gzip(Array(text[..<cut])) + Deflate.gzip(Array(text[cut...]))
        #expect(try one(stored, "a.gz").document?.text == text)
    }

    @Test func damageIsNamed() throws {
        let stored = Deflate.gzip(text)
        #expect(try one(Array(stored.dropLast(20)), "a.gz").code == .badGzip)
        var damaged = stored
        damaged[stored.count / 2] ^= 0xFF
        #expect(try one(damaged, "a.gz").code == .badGzip)
        #expect(try one(damaged, "a.gz").sha256 != nil)
        #expect(try one(stored + Array("tail".utf8), "a.gz").code == .badGzip)
    }

    @Test func bombsAreNamed() throws {
        let bomb = Deflate.gzip([UInt8](repeating: 0, count: 30 << 20), level: 9)
        #expect(try one(bomb, "a.gz").code == .ratioTooHigh)
        var options = DecodeOptions()
        options.maxInflationRatio = 100_000
        options.maxInflatedSize = 1 << 20
        #expect(try one(bomb, "a.gz", options).code == .inflatedTooLarge)
        // The neighbour is read by the same worker.
        let worker = DecodeWorker()
        #expect(worker.all(try folder.file("bomb.gz", bomb)).first?.code == .ratioTooHigh)
        #expect(worker.all(try folder.file("good.gz", Deflate.gzip(text))).first?.document?.text == text)
    }
}
