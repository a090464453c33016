import Testing

@testable import Parquet

@Suite struct FixedWordsTests {
    private func text(_ token: UInt32?) -> String? {
        token.map { FixedWords.shared.withText($0) { text in String(decoding: (0..<text.count).map { text[$0] }, as: UTF8.self) } }
    }

    @Test func aTokenGivesItsTextBack() {
        for number in 0..<1024 {
            let digits = Array(String(number).utf8)
            #expect(text(FixedWords.token(of: digits.span)) == String(number))
        }
        for line in 1..<2048 { #expect(text(FixedWords.token(ofLine: line)) == "L\(line)") }
    }

    @Test(arguments: ["", "00", "01", "007", "1024", "9999", "10240", "-1", "1.0", "1,0", " 1", "１", "L5", "/"])
    func otherTextsHaveNone(_ other: String) {
        let bytes = Array(other.utf8)
        #expect(FixedWords.token(of: bytes.span) == nil)
    }

    @Test(arguments: [-1, 0, 2048, 1 << 20]) func otherLinesHaveNone(_ line: Int) {
        #expect(FixedWords.token(ofLine: line) == nil)
    }

    @Test func noTwoWordsHaveOneToken() {
        let words = Set((0..<UInt32(FixedWords.count)).compactMap { text($0) })
        #expect(words.count == FixedWords.count)
    }
}
