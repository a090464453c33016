/// Words in `class`, `id` and `role` by which a site marks what belongs to every page of it.
enum ChromeWords {
    static func traits(of value: [UInt8]) -> NodeTraits {
        var traits: NodeTraits = []
        var start = 0
        while start < value.count {
            while start < value.count && value[start] <= 0x20 { start += 1 }
            var end = start
            while end < value.count && value[end] > 0x20 { end += 1 }
            if end > start { judge(value[start..<end], &traits) }
            start = end
        }
        return traits
    }

    private static func judge(_ token: ArraySlice<UInt8>, _ traits: inout NodeTraits) {
        var whole = PackedName()
        var part = PackedName()
        var previous: UInt8 = 0
        for byte in token {
            let isUpper = byte >= 0x41 && byte <= 0x5A
            let lower = isUpper ? byte | 0x20 : byte
            let isLetter = lower >= 0x61 && lower <= 0x7A
            let startsPart = !isLetter || (isUpper && previous >= 0x61 && previous <= 0x7A)
            if startsPart && part.length > 0 {
                if site[part] != nil { traits.insert(.chrome) }
                part = PackedName()
            }
            if isLetter { part.append(lower) }
            whole.append(lower)
            previous = byte
        }
        if site[part] != nil { traits.insert(.chrome) }
        if edges[whole] != nil { traits.insert(.edge) }
    }

    /// Told by a part of a name (`main-nav`, `topNav2`).
    private static let site = names(
        """
        nav navbar navi navigation menu submenu breadcrumb breadcrumbs crumb crumbs bread share sharebox bdshare
        bdsharebuttonbox copyright sidebar sidenav footer contentinfo pagination pager toolbar qrcode ewm login dqwz daohang
        mbx mianbaoxie fenxiang banquan yqlj friendlink friendlinks
        """)

    /// Told by a whole name only: as parts (`border-top`) they say how a thing looks.
    private static let edges = names(
        """
        header head top topbar top-bar banner logo foot bottom search position location weizhi site-header page-header
        header-wrap head-wrap related recommend tools links
        """)

    private static func names(_ words: String) -> NameTable<Bool> {
        NameTable(words.split(whereSeparator: \.isWhitespace).map { (PackedName(String($0)), true) })
    }
}
