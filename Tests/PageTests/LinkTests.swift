import ReportModel
import Testing

@testable import Page

@Suite struct LinkTests {
    @Test func linksAreRelativeToTheOutput() {
        let one = FileLinks(from: "/srv/out", to: [(folder: "/srv/data", prefix: "")])
        #expect(one.link(to: "a/b.txt") == "../data/a/b.txt")
        #expect(one.link(to: "市 县/百%.txt") == "../data/%E5%B8%82%20%E5%8E%BF/%E7%99%BE%25.txt")
        #expect(FileLinks(from: "/a/b/c", to: [(folder: "/a/b", prefix: "")]).link(to: "x.txt") == "../x.txt")
        #expect(FileLinks(from: "/a", to: [(folder: "/a", prefix: "")]).link(to: "javascript:x") == "./javascript%3Ax")
        #expect(FileLinks(from: "/a", to: [(folder: "/a/b:c", prefix: "")]).link(to: "x") == "./b%3Ac/x")
    }

    @Test func severalInputsAreToldByTheirNames() {
        let two = FileLinks(
            from: "/srv/out", to: [(folder: "/srv/north", prefix: "north/"), (folder: "/mnt/south", prefix: "south/")])
        #expect(two.link(to: "north/a.txt") == "../north/a.txt")
        #expect(two.link(to: "south/a.txt") == "../../mnt/south/a.txt")
    }

    @Test func aMemberIsFoundInItsContainer() {
        let links = FileLinks(from: "/srv/out", to: [(folder: "/srv/data", prefix: "")])
        #expect(links.link(to: "a.zip!/b/c.html") == "../data/a.zip")
        #expect(links.link(to: "a!b.txt") == "../data/a%21b.txt")
        #expect(links.link(to: String(repeating: "长", count: 200)) == nil)
    }

    @Test func sizesOfFigures() {
        func place(_ mantissa: Int64, _ scale: UInt8 = 0) -> Int? {
            SizeClass.place(of: DecimalValue(mantissa: mantissa, scale: scale))
        }
        #expect([0, 1, 9, 10, 99, 100, 9999, 10_000, .max].map { place($0) } == [0, 1, 1, 2, 2, 3, 4, 5, 5])
        #expect(place(5, 1) == 1)
        #expect(place(-1) == nil)
        #expect(Figure.all.count == 6)
    }

    @Test func numbersForPeople() {
        #expect([0, 999, 1000, 1_234_567, -1000].map { ShortText.number($0) } == ["0", "999", "1,000", "1,234,567", "-1,000"])
        #expect(ShortText.size(999) == "999 B")
        #expect(ShortText.size(1_500_000) == "1.5 MB")
        #expect(ShortText.percent(1, of: 3) == "33.3")
        #expect(ShortText.percent(0, of: 0) == "0")
        #expect(ShortText.short("一二三四", 3) == "一二…")
        #expect(ShortText.short("一二三四", 3, keepingEnd: true) == "…三四")
        #expect(ShortText.short("a\u{202E}b\n", 9) == "a b ")
    }

    /// A quote with a mark upon it is one character, and still ends an attribute.
    @Test func textIsMadeHarmlessScalarByScalar() {
        let text = HTMLText().escapeText("<\u{338}\"\u{301}'&>")
        #expect(text == "&lt;\u{338}&quot;\u{301}&#39;&amp;&gt;")
    }
}
