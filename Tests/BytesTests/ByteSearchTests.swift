import Bytes
import TestSupport
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

    @Test func findsAnyOfFourBytesWhereverTheyStand() {
        let wanted = (UInt8(1), UInt8(2), UInt8(3), UInt8(4))
        for count in 0...70 {
            let bytes = [UInt8](repeating: 7, count: count)
            let isThere = ByteSearch.containsAny(of: wanted, in: bytes.span)
            #expect(!isThere, "\(count)")
            for place in 0..<count {
                var marked = bytes
                marked[place] = UInt8(1 + place % 4)
                let isFound = ByteSearch.containsAny(of: wanted, in: marked.span)
                #expect(isFound, "\(count) \(place)")
            }
        }
    }

    @Test func findsCharactersAsAPlainSearchDoes() {
        var random = SeededGenerator(8)
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0...50, using: &random)).map { _ in UInt8.random(in: 1...2, using: &random) }
            let wanted = (0..<3).map { _ in UInt8.random(in: 1...2, using: &random) }
            let start = Int.random(in: 0...bytes.count, using: &random)
            let end = Int.random(in: start...bytes.count, using: &random)
            let plain = (start..<end).first { $0 + 3 <= end && Array(bytes[$0..<($0 + 3)]) == wanted } ?? end
            let found = ByteSearch.first((wanted[0], wanted[1], wanted[2]), in: bytes.span, start..<end)
            #expect(found == plain, "\(bytes) \(wanted) \(start)..<\(end)")
        }
    }
}
