import Bytes
import TestSupport
import Testing

@Suite struct DigestTests {
    @Test func knownDigests() {
        var hasher = SHA256Hasher()
        #expect(
            hasher.hash([UInt8]().span).hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(
            hasher.hash(Array("abc".utf8).span).hex
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(hasher.hash(Array("abc".utf8).span).hex(digits: 5) == "ba781")
    }

    @Test func aDigestIsReadBackFromItsDigits() {
        var hasher = SHA256Hasher()
        for text in ["", "abc", "公开"] {
            let digest = hasher.hash(Array(text.utf8).span)
            #expect(SHA256Digest(hex: digest.hex) == digest)
        }
        let hex = hasher.hash(Array("abc".utf8).span).hex
        #expect(SHA256Digest(hex: hex.uppercased()) == nil && SHA256Digest(hex: String(hex.dropLast())) == nil)
        #expect(SHA256Digest(hex: String(hex.dropLast()) + "g") == nil)
    }

    @Test func piecesGiveTheSameAsTheWhole() {
        var hasher = SHA256Hasher()
        var random = SeededGenerator(2)
        let bytes = (0..<1000).map { _ in UInt8.random(in: 0...255, using: &random) }
        let whole = hasher.hash(bytes.span)
        for cut in stride(from: 0, through: 1000, by: 37) {
            hasher.update(Array(bytes[..<cut]).span)
            hasher.update(Array(bytes[cut...]).span)
            #expect(hasher.finish() == whole)
        }
    }
}
