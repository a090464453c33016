internal import HanText

/// What pages print in front of a title on the same line: the way to the page (`首页 > 年报 > 正文`), the name of a field (`名称：`), or
/// words that say that it is another page's title.
enum TitlePrefix {
    /// The title alone; nil where the line names another page.
    static func cut(_ line: String) -> String? {
        var text = Substring(line).unicodeScalars
        if let last = text.lastIndex(where: { $0 == ">" || $0 == "＞" || $0 == "»" || $0 == "›" }) {
            text = text[text.index(after: last)...]
        }
        if let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }),
            text.distance(from: text.startIndex, to: colon) <= 12
        {
            // A field of a program's own: `name: …`, `.. title::`.
            let isForeign =
                text[..<colon].allSatisfy { $0.value < 0x80 }
                && !text[..<colon].contains { $0.properties.numericType != nil }
            let name = String(String.UnicodeScalarView(text[..<colon].filter { !ScalarClass.isBlank($0.value) }))
            if others.contains(name) { return nil }
            if isForeign || fields.contains(name) || name.hasPrefixScalars("附件") { text = text[text.index(after: colon)...] }
            while let first = text.first, first == ":" || first == "：" { text.removeFirst() }
        }
        let trimmed = String(String.UnicodeScalarView(text)).trimmedBlanks
        for word in others where trimmed.hasPrefixScalars(word) { return nil }
        return trimmed.hasPrefixScalars("正文")
            ? String(String.UnicodeScalarView(trimmed.unicodeScalars.dropFirst(2))).trimmedBlanks : trimmed
    }

    private static let others = [
        "上一篇", "下一篇", "上一条", "下一条", "上篇", "下篇", "前一篇", "后一篇", "上一页", "下一页", "相关链接", "相关信息", "相关文章", "相关阅读",
    ]
    private static let fields = ["名称", "标题", "信息名称", "文件名称", "信息标题", "题名", "文章标题", "题目", "主题名称"]
}
