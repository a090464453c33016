import Bytes
import Markup
import ReportModel
import Testing

@Suite("Documents changed at random")
struct MutationTests {
    /// Repeatable noise.
    private struct Noise {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15

        mutating func below(_ limit: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(max(1, limit)))
        }

        mutating func change(_ bytes: [UInt8], _ tokens: [[UInt8]]) -> [UInt8] {
            var bytes = bytes
            for _ in 0...below(10) {
                let place = below(bytes.count)
                switch below(4) {
                case 0 where !bytes.isEmpty: bytes[place] = UInt8(below(256))
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + below(60)))
                case 2:
                    bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + below(90))], at: below(bytes.count))
                default: bytes.insert(contentsOf: tokens[below(tokens.count)], at: place)
                }
            }
            return bytes
        }
    }

    /// What holds for every document, however odd its source.
    private func check(_ document: Document) {
        #expect(UTF8Survey(document.text).badOffset == nil)
        #expect(document.lines.map(\.grid).filter { $0 >= 0 }.sorted() == document.grids.indices.map { Int32($0) })
        #expect(
            document.lines.allSatisfy {
                $0.number > 0 && $0.span.start <= $0.span.end && $0.span.end <= document.text.count
            })
        for grid in document.grids {
            #expect(!expanded(grid, document).joined().contains("overlap"))
            let inside = grid.cells.allSatisfy { cell in
                cell.rowSpan > 0 && cell.columnSpan > 0 && Int(cell.row + cell.rowSpan) <= grid.rows
                    && Int(cell.column + cell.columnSpan) <= grid.columns && cell.span.end <= document.text.count
            }
            #expect(inside)
        }
    }

    private func tokens(_ words: String) -> [[UInt8]] { words.split(separator: " ").map { Array($0.utf8) } }

    @Test("Pages")
    func pages() {
        let seed = Array(
            """
            <html><head><title>题</title></head><body><div class=nav>首页</div><table><tr><td>索引号<td>1<td>发布日期<td>2024-01-31</tr></table>
            <h1>某镇2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><table><caption>表</caption><tbody><tr><td rowspan=2 colspan=2>角<td colspan=2>人员
            <tr><td>自然人<td>总计<tr><td>甲<td>乙<td>1<td>&nbsp;<table><tr><td>a<td>b</table></table><pre>x\ty\n z</pre><script>var a="<td>7"</script></body>
            """.utf8)
        let tokens = tokens(
            """
            <table> </table> <tr> </tr> <td> </td> <td\u{A0}rowspan=3> <td/rowspan=0> <td/colspan=9> <div/class=nav> </div> <p> <!-- --> <script> \
            </script> <pre> </pre> <br> <![if\u{A0}x]> &nbsp <select> <caption> <form> <tbody> <input/value=7> <textarea> <div/hidden> \u{3000}
            """)
        var noise = Noise()
        var read = 0
        for _ in 0..<400 {
            let bytes = noise.change(seed, tokens)
            guard let document = try? MarkupReader().html(bytes).value else { continue }
            check(document)
            read += 1
        }
        #expect(read > 300)
    }

    @Test("Main parts of word processor documents")
    func words() {
        let restart = "<w:vMerge w:val=\"restart\"/>"
        let seed = Array(
            (paragraph("一、总体情况", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>")
                + table(
                    row(cell("角", "<w:gridSpan w:val=\"2\"/>" + restart), cell("甲"), cell("乙")),
                    row(cell("", "<w:gridSpan w:val=\"2\"/><w:vMerge/>"), cell("1"), cell("2")))).utf8)
        let tokens = tokens(
            "<w:p/> <w:tc/> <w:tr/> <w:tbl/> <w:vMerge/> <w:br/> <w:tab/> <w:txbxContent/> &#65; <mc:AlternateContent/>"
        )
        var noise = Noise()
        var read = 0
        for _ in 0..<400 {
            // Whole tokens only where the part is to stay well formed now and then.
            var bytes = seed
            if noise.below(2) == 0 { bytes = noise.change(seed, tokens) }
            for _ in 0..<noise.below(6) {
                let starts = bytes.indices.filter { bytes[$0] == 0x3C }
                bytes.insert(contentsOf: tokens[noise.below(tokens.count)], at: starts[noise.below(starts.count)])
            }
            guard let document = try? MarkupReader().docx(word(String(decoding: bytes, as: UTF8.self))) else {
                continue
            }
            check(document)
            read += 1
        }
        #expect(read > 150)
    }
}
