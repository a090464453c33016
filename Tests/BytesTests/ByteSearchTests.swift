import Bytes
import Testing

@Suite struct ByteSearchTests {
    @Test func findsBytes() {
        let bytes = Array("a,b,,c".utf8)
        let comma = UInt8(ascii: ",")
        #expect(ByteSearch.first(comma, in: bytes.span) == 1)
        #expect(ByteSearch.first(comma, in: bytes.span, from: 2) == 3)
        #expect(ByteSearch.first(comma, in: bytes.span, from: 5) == 6)
        #expect(ByteSearch.first(comma, in: bytes.span, from: 6) == 6)
        #expect(ByteSearch.first(comma, in: [UInt8]().span) == 0)
    }

    @Test func findsRunsAsAPlainSearchDoes() {
        var random = SeededGenerator(3)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in UInt8.random(in: 0...2, using: &random)
            }
            let needle = (0..<Int.random(in: 0...3, using: &random)).map { _ in UInt8.random(in: 0...2, using: &random)
            }
            let start = Int.random(in: 0...bytes.count, using: &random)
            let plain = (start...max(start, bytes.count)).first {
                $0 + needle.count <= bytes.count && Array(bytes[$0..<($0 + needle.count)]) == needle
            }
            #expect(ByteSearch.first(needle, in: bytes.span, from: start) == plain, "\(bytes) \(needle) \(start)")
        }
    }
}
