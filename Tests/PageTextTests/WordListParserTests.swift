import Testing

@testable import PageText

@Suite struct WordListParserTests {
    @Test func wordsAndPages() throws {
        let list = """
            <doc>
              <page width="595.3" height="841.9">
                <word xMin="79.5" yMin="38.1" xMax="153.0" yMax="51.7">甲&amp;乙&lt;3</word>
              </page>
              <page width="841.9" height="595.3">
              </page>
            </doc>
            """
        let pages = try #require(WordListParser().parse(Array(list.utf8)))
        #expect(pages.map(\.width) == [595.3, 841.9])
        #expect(pages[0].words.count == 1)
        #expect(String(String.UnicodeScalarView(pages[0].words[0].text)) == "甲&乙<3")
        #expect(pages[0].words[0].right == 153)
    }

    @Test func aListWithoutItsEndIsNotWhole() {
        #expect(WordListParser().parse(Array("<doc>\n<page width=\"1\" height=\"2\">\n".utf8)) == nil)
    }

    @Test func radicalsAndCompatibilityIdeographsBecomeOrdinaryOnes() {
        let text = String(String.UnicodeScalarView(CharacterRepair.repair("⾏政⻓\u{F967}⼀年\u{200B}\u{A0}\u{3000}１".unicodeScalars)))
        #expect(text == "行政长不一年１")
    }
}
