internal import HanText

/// What pages print in front of a title on the same line: the way to the page (`首页 > 年报 > 正文`), the name of a field (`名称：`), or
/// words that say that it is another page's title.
enum TitlePrefix {
    /// The title alone; nil where the line names another page.
    static func cut(_ line: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var text = withoutMark(line[...])
        if let last = text.lastIndex(where: { $0 == ">" || $0 == "＞" || $0 == "»" || $0 == "›" }) {
            text = text[(last + 1)...]
        }
        if let colon = text.prefix(13).firstIndex(where: isColon) {
            // A field of a program's own: `name: …`, `.. title::`.
            let name = text[..<colon]
            let isForeign = name.allSatisfy { $0.value < 0x80 } && !name.contains { ScalarClass.digit($0.value) != nil }
            let letters = name.filter { !ScalarClass.isBlank($0.value) }
            if others.contains(letters) { return nil }
            if isForeign || fields.contains(letters) || letters[...].hasPrefix(attachment) { text = text[(colon + 1)...] }
            text = text.drop(while: isColon)
        }
        text = text.trimmedBlanks
        for word in others where text.hasPrefix(word) { return nil }
        return Array(text.hasPrefix(body) ? text.dropFirst(body.count).trimmedBlanks : text)
    }

    /// What stands behind the mark of a heading: `== …`, `h1. …`, `h1(#name). …`, `h1. {anchor:name}…`.
    private static func withoutMark(_ line: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        guard let first = line.first, first == "=" || first == "h" else { return line }
        if first == "=" { return line.drop { $0 == "=" } }
        var text = line.dropFirst()
        guard let digit = text.popFirst(), digit.value >= 0x31, digit.value <= 0x36 else { return line }
        if text.first == "(", let close = text.firstIndex(of: ")") { text = text[(close + 1)...] }
        guard text.popFirst() == "." else { return line }
        text = text.trimmedBlanks
        if text.first == "{", let close = text.firstIndex(of: "}") { text = text[(close + 1)...] }
        return text
    }

    private static func isColon(_ scalar: Unicode.Scalar) -> Bool { scalar == ":" || scalar == "：" }

    private static let others = scalars([
        "上一篇", "下一篇", "上一条", "下一条", "上篇", "下篇", "前一篇", "后一篇", "上一页", "下一页", "相关链接", "相关信息", "相关文章", "相关阅读",
    ])
    private static let fields = scalars(["名称", "标题", "信息名称", "文件名称", "信息标题", "题名", "文章标题", "题目", "主题名称"])
    private static let attachment = Array("附件".unicodeScalars)
    private static let body = Array("正文".unicodeScalars)

    private static func scalars(_ words: [String]) -> [[Unicode.Scalar]] { words.map { Array($0.unicodeScalars) } }
}
