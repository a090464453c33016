import Bytes

/// The names of classes and elements that a page's own style sheet hides: copies of a table for print or for small screens.
///
/// Only plain rules count (`.copy{display:none}`, `div.copy`, `#copy`), outside `@media` and the like; the last one for a name wins.
struct StyleSheet {
    private var hidden: Set<[UInt8]> = []

    init(_ page: [UInt8]) {
        var place = 0
        while let start = StyleSheet.tag(StyleSheet.open, in: page, from: place) {
            guard let body = page[start...].firstIndex(of: 0x3E) else { return }
            let end = StyleSheet.tag(StyleSheet.close, in: page, from: body) ?? page.count
            read(page[(body + 1)..<max(body + 1, end)])
            place = max(body + 1, end)
        }
    }

    /// Whether one of the names in a `class` or an `id` is hidden.
    func hides(_ names: [UInt8]) -> Bool {
        !hidden.isEmpty && names.split(whereSeparator: { $0 <= 0x20 }).contains { hidden.contains(Array($0)) }
    }

    private static let open = Array("<style".utf8)
    private static let close = Array("</style".utf8)

    /// Where a tag begins, at or behind `start`.
    private static func tag(_ word: [UInt8], in page: [UInt8], from start: Int) -> Int? {
        var place = ByteSearch.first(0x3C, in: page.span, from: start)
        while place + word.count <= page.count {
            if page[place + 1] | 0x20 == word[1], word.indices.dropFirst().allSatisfy({ page[place + $0] | 0x20 == word[$0] | 0x20 }) { return place }
            place = ByteSearch.first(0x3C, in: page.span, from: place + 1)
        }
        return nil
    }

    private mutating func read(_ sheet: ArraySlice<UInt8>) {
        var place = sheet.startIndex
        while place < sheet.endIndex, let brace = sheet[place...].firstIndex(of: 0x7B) {
            let selectors = sheet[place..<brace]
            let close = StyleSheet.blockEnd(sheet, brace)
            if !selectors.contains(0x40) {
                let rules = Array(sheet[(brace + 1)..<close])
                for selector in selectors.split(separator: 0x2C) { take(selector, rules) }
            }
            place = close + 1
        }
    }

    /// The brace that closes the one at `start`; blocks may hold blocks.
    private static func blockEnd(_ sheet: ArraySlice<UInt8>, _ start: Int) -> Int {
        var depth = 0
        for place in start..<sheet.endIndex {
            if sheet[place] == 0x7B { depth += 1 }
            if sheet[place] == 0x7D {
                depth -= 1
                if depth == 0 { return place }
            }
        }
        return sheet.endIndex
    }

    /// A rule for one name: `.copy`, `#copy`, `div.copy`.
    private mutating func take(_ selector: ArraySlice<UInt8>, _ rules: [UInt8]) {
        let words = selector.split { $0 <= 0x20 || $0 == 0x7D }
        guard words.count == 1, let word = words.first, let mark = word.firstIndex(where: { $0 == 0x2E || $0 == 0x23 })
        else { return }
        let name = word[(mark + 1)...]
        guard !name.isEmpty, name.allSatisfy(StyleSheet.isNameByte) else { return }
        if StyleWords.hides(rules) {
            hidden.insert(Array(name))
        } else if StyleWords.shows(rules) {
            hidden.remove(Array(name))
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == 0x2D || byte == 0x5F || byte >= 0x30 && byte <= 0x39
            || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }
}
