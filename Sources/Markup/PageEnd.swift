/// Tells whether a page is whole. End tags may be left out, but not those of tables and blocks, and hardly a page that begins with
/// `<html>` ends without any.
struct PageEnd {
    /// Tables and blocks without an end so far.
    private var open = 0
    private var openTables = 0
    private var hasStart = false
    private var hasEnd = false
    /// True where the last tag has no `>`.
    private var isInTag = false
    /// Behind the tag of the cell that has no end yet.
    private var cellStart: Int?

    /// - Parameters:
    ///   - start: the place of the `<`.
    ///   - close: that of the `>`, or the end of the markup.
    mutating func takeStart(_ markup: [UInt8], _ start: Int, _ close: Int) {
        isInTag = close >= markup.count
        switch PageEnd.name(markup, start + 1) {
        case PageEnd.table:
            open += 1
            openTables += 1
            cellStart = nil
        case PageEnd.div: open += 1
        case PageEnd.cell, PageEnd.header: cellStart = close + 1
        case PageEnd.row: cellStart = nil
        case PageEnd.html, PageEnd.body: hasStart = true
        default: break
        }
    }

    mutating func takeEnd(_ markup: [UInt8], _ start: Int, _ close: Int) {
        isInTag = close >= markup.count
        switch PageEnd.name(markup, start + 2) {
        case PageEnd.table:
            open = max(0, open - 1)
            openTables = max(0, openTables - 1)
            cellStart = nil
        case PageEnd.div: open = max(0, open - 1)
        case PageEnd.cell, PageEnd.header, PageEnd.row: cellStart = nil
        case PageEnd.html, PageEnd.body: hasEnd = true
        default: break
        }
    }

    var isCutOff: Bool { !hasEnd && (isInTag || hasStart || open > 0) }

    /// What stands in the cell in which the page ends: it may be the first digits of a longer number.
    func tornCell(_ markup: [UInt8]) -> Range<Int> {
        guard isCutOff, openTables > 0, let start = cellStart, start < markup.count, markup.count - start <= PageEnd.longestCell else {
            return markup.count..<markup.count
        }
        return start..<markup.count
    }

    /// Bytes, with markup. A page may stand in one large cell; it is no figure.
    private static let longestCell = 2_000

    private static let table = word("table")
    private static let div = word("div")
    private static let cell = word("td")
    private static let header = word("th")
    private static let row = word("tr")
    private static let html = word("html")
    private static let body = word("body")

    private static func word(_ word: StaticString) -> UInt64 { name(Array(word.description.utf8), 0) }

    /// The name at a place in lower case, packed; 0 where it is longer than any of the above.
    private static func name(_ markup: [UInt8], _ start: Int) -> UInt64 {
        var packed: UInt64 = 0
        var place = start
        while place < markup.count, markup[place] | 0x20 >= 0x61, markup[place] | 0x20 <= 0x7A {
            if place - start == 8 { return 0 }
            packed = packed << 8 | UInt64(markup[place] | 0x20)
            place &+= 1
        }
        return packed
    }
}
