import Bytes
import Testing

@Suite struct ScalarCountTests {
    private func expected(_ text: String) -> Int {
        text.unicodeScalars.count { !$0.properties.isWhitespace && !($0.value < 0x20) }
    }

    @Test(arguments: [
        "", " ", "a", "年", "\u{3000}", "\u{A0}", "é", "a\u{3000}b", "“引号”", "\u{2028}", "\u{202F}x", "\u{205F}",
        "\u{1680}",
        "\u{85}", "·", "…—", "😀", "\t\n\r 1", "\u{2000}\u{200A}\u{200B}", "ሀ", "₂", "←",
    ])
    func short(_ text: String) {
        #expect(ScalarCount.visible(Array(text.utf8).span) == expected(text))
    }

    /// Every white space and its look-alikes at every place of a block, and cut off at its end.
    @Test func everyPlaceOfABlock() {
        let pieces = ["\u{3000}", "\u{A0}", "\u{2003}", "\u{205F}", "\u{1680}", "。", "“", "©", "ᚁ", "x"]
        for piece in pieces {
            for lead in stride(from: 0, to: 260, by: 1) {
                let text = String(repeating: "a", count: lead) + piece + "国" + piece
                #expect(ScalarCount.visible(Array(text.utf8).span) == expected(text), "\(piece) at \(lead)")
            }
        }
    }
}
