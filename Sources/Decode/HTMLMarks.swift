import Bytes

/// Looks for tags that only web pages have.
enum HTMLMarks {
    /// For content that begins with `<`: whether it is a page, or a piece of one.
    static func isPage(_ bytes: Span<UInt8>) -> Bool { contains(pageTags, in: bytes) }

    /// For content that begins with text: whether it is a page with something in front.
    static func hasRoot(_ bytes: Span<UInt8>) -> Bool { contains(rootTags, in: bytes) }

    /// For content that begins with text: whether tables stand in it as markup.
    static func hasTable(_ bytes: Span<UInt8>) -> Bool { contains(tableTags, in: bytes) }

    /// For content that begins with text and has a page's root: whether the root only wraps tables, as programs write it that print
    /// each table of a scan as a page of its own.
    static func hasTablesOnly(_ bytes: Span<UInt8>) -> Bool { !contains(proseTags, in: bytes) }

    private static let proseTags = ["head", "meta", "div", "p", "h1", "h2", "script", "style", "ul", "font"].map { Array($0.utf8) }
    private static let rootTags = ["html", "!doctype html", "body"].map { Array($0.utf8) }
    private static let tableTags = ["table", "tbody"].map { Array($0.utf8) }
    private static let pageTags =
        rootTags + tableTags
        + [
            "head", "meta", "title", "div", "p", "font", "center", "h1", "h2", "h3", "br", "ul", "script",
            "style", "section",
        ]
        .map { Array($0.utf8) }

    private static func contains(_ tags: [[UInt8]], in bytes: Span<UInt8>) -> Bool {
        let open = UInt8(ascii: "<")
        var place = ByteSearch.first(open, in: bytes)
        while place < bytes.count {
            for tag in tags where isTag(tag, bytes, place + 1) { return true }
            place = ByteSearch.first(open, in: bytes, from: place + 1)
        }
        return false
    }

    private static func isTag(_ tag: [UInt8], _ bytes: Span<UInt8>, _ start: Int) -> Bool {
        guard start + tag.count < bytes.count else { return false }
        for (index, letter) in tag.enumerated() {
            let byte = bytes[start + index]
            let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            if lower != letter { return false }
        }
        let next = bytes[start + tag.count]
        return next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || ContentSniffer.isWhite(next)
    }
}
