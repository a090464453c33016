/// A web page: spans that vary, words cut over elements, navigation, a script and a metadata table before the report.
struct HTMLRenderer: ReportRenderer {
    var random: SeededGenerator
    private var attributes = ""
    private var cuts = 0.0
    private var blank = "&nbsp;"

    init(random: SeededGenerator) {
        self.random = random
        attributes = self.random.pick(["", " style=\"width:62px;text-align:center\"", " class=\"MsoNormal\" valign=\"center\""])
        cuts = self.random.pick([0, 0.2, 0.5])
        blank = self.random.pick(["&nbsp;", "", "<p>&nbsp;</p>", "<p></p>"])
    }

    mutating func render(_ blocks: [Block]) -> Rendering {
        var out = Rendering()
        var title = ""
        for case .title(let text) in blocks where title.isEmpty { title = text }
        out.add("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>\(escaped(title))</title>")
        out.add("<script>var rows = \"<td>7</td>\"; var n = 12;</script><style>td { width: 40px }</style></head><body>")
        out.add("<div class=\"nav\"><a href=\"/\">首页</a> &gt; <a href=\"/zwgk\">政务公开</a> &gt; 年度报告</div>")
        if random.chance(0.5) {
            out.add("<table class=\"meta\"><tr><td>索引号：</td><td>0\(random.int(100_000...999_999))/2024-0\(random.int(1000...9999))</td>")
            out.add("<td>发布日期：</td><td>2025-01-\(random.int(10...28))</td></tr></table>")
        }
        out.add("<div id=\"content\">")
        for block in blocks {
            switch block {
            case .title(let text): out.add("<h1>\(escaped(text))</h1>")
            case .heading(let text): out.add(random.pick(["<p><strong>", "<h3>", "<p>"]) + escaped(text) + "</p>")
            case .paragraph(let text): out.add("<p>\(escaped(text))</p>")
            case .table(let table): add(table, to: &out)
            }
        }
        out.add("</div><div class=\"footer\">网站标识码 00000000\(random.int(10...99))</div></body></html>")
        return out
    }

    private mutating func add(_ table: PrintedTable, to out: inout Rendering) {
        out.add("<table\(random.pick(["", " border=\"1\"", " cellspacing=\"0\""]))><tbody>")
        for row in table.rows {
            out.add("<tr>")
            for cell in row.cells {
                var tag = "<td" + attributes
                if cell.columns > 1 { tag += " colspan=\"\(cell.columns)\"" }
                if cell.rows > 1 { tag += " rowspan=\"\(cell.rows)\"" }
                out.add(tag + ">" + inner(cell) + "</td>", cell.addresses)
            }
            out.add("</tr>")
        }
        out.add("</tbody></table>")
    }

    private mutating func inner(_ cell: PrintedCell) -> String {
        if cell.text.isEmpty { return blank }
        let characters = Array(cell.text)
        if cell.role != .value && characters.count > 1 && random.chance(cuts) {
            let at = random.int(1...(characters.count - 1))
            let (a, b) = (escaped(String(characters[..<at])), escaped(String(characters[at...])))
            return random.pick(["<p><span>\(a)</span><span>\(b)</span></p>", "<p>\(a)</p><p>\(b)</p>", "\(a)<br>\(b)"])
        }
        return random.pick(["", "<p>", "<p><span>"]) + escaped(cell.text)
    }

    private func escaped(_ text: String) -> String {
        PrintStyle.replacing(text, ["&": "&amp;", "<": "&lt;", ">": "&gt;"])
    }
}
