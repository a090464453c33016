import ReportModel
import Testing

@testable import Markup

@Suite("Text of paragraphs and cells")
struct TextTests {
    private func cell(_ html: String) throws -> String {
        let document = try page("<table><tr><td>\(html)</td><td>邻</td></tr><tr><td>x</td><td>y</td></tr></table>")
        let first = try #require(document.grids.first?.cells.first)
        return document.string(first.span)
    }

    @Test(
        "Inline elements join without blanks",
        arguments: [
            ("两<span>个</span>字", "两个字"), ("<b>1</b><i>2</i>", "12"), ("<p><span>本</span><span>年</span></p>", "本年"),
            ("规<!-- x -->章", "规章"), ("<font>行政</font>\n<font>许可</font>", "行政许可"),
        ])
    func inline(html: String, text: String) throws { #expect(try cell(html) == text) }

    @Test(
        "The mark of a note is no part of the number before it, and what is struck out is not read",
        arguments: [
            ("5<sup>2</sup>", "5²"), ("12<sup><a>10</a></sup>", "12¹⁰"), ("3<sup>[1]</sup>", "3[1]"), ("3<sup>[<a>1</a>]</sup>", "3[1]"),
            ("7<sub>2</sub>", "7²"), ("8<span style='vertical-align: super'>1</span>", "8¹"), ("<sup>6</sup>", "6"),
            ("<td style='vertical-align:sub'>4", ""), ("<del>9</del>3", "3"), ("<s>9</s>", ""), ("<strike>12</strike> 13", "13"),
            ("<span style='TEXT-DECORATION:line-through'>7</span>8", "8"), ("<span style='x-text-decoration:line-through'>7</span>8", "78"),
        ])
    func marks(html: String, text: String) throws { #expect(try cell(html) == text) }

    @Test(
        "Blanks of every kind fold into one and are trimmed",
        arguments: [
            ("&nbsp;", ""), ("&nbsp;&nbsp;0&nbsp;", "0"), ("　3　", "3"), ("a &nbsp;\n b", "a b"), ("1\t2", "1 2"),
            ("&emsp;5&ensp;", "5"),
            ("&#8203;7&#xFEFF;", "7"), ("&nbsp", ""), ("&amp;nbsp;4", "4"), ("本&nbsp;年", "本 年"),
            ("<p>\n  12\n</p>", "12"),
            ("收到\n      申请", "收到申请"), ("申请 3\n件", "申请 3 件"), ("&#150;", "–"), ("2&shy;3", "23"),
            ("<![if !supportEmptyParas]>&nbsp;<![endif]>", ""), ("规<![x-y]>章<!--[if a]>藏<![endif]-->", "规章"),
            ("<!--[if !a]><!-->1<!--<![endif]-->", "1"),
        ])
    func blanks(html: String, text: String) throws { #expect(try cell(html) == text) }

    @Test(
        "Paragraphs in a cell are parted by one line feed",
        arguments: [
            ("<p>结果</p><p>维持</p>", "结果\n维持"), ("结果<br>维持<br/>", "结果\n维持"),
            ("<p>甲</p>\n<p>&nbsp;</p>\n<p>乙</p>", "甲\n乙"),
            ("<div><div>甲</div>乙</div>", "甲\n乙"), ("<ul><li>一<li>二</ul>", "一\n二"), ("<br><br>0", "0"),
        ])
    func paragraphs(html: String, text: String) throws { #expect(try cell(html) == text) }

    @Test("Blocks and line breaks make lines; blank ones are left out")
    func lines() throws {
        let document = try page(
            """
            <body>头<p>第一段<b>粗</b>体</p>
            尾<br>二行<br><br>三行<h2>题</h2><ul><li>甲<li>乙</ul></body>
            """)
        #expect(render(document) == "头\n第一段粗体\n尾\n二行\n三行\n题\n甲\n乙")
    }

    @Test("A line's number is the line of the source where its text starts")
    func numbers() throws {
        let document = try page("<body>\n<p>\n\n  甲</p>\n<div><span>乙</span>\n丙</div>\n\n<table><tr><td>1<td>2</table>")
        #expect(document.lines.map(\.number) == [4, 5, 8])
    }

    @Test("A paragraph may begin with a character that browsers take for another", arguments: [("&#147;", "“"), ("&#133;", "…"), ("&#150;", "–")])
    func firstOfAnotherCodePage(reference: String, character: String) throws {
        let document = try page("<p>头</p>\n<p>\n\(reference)甲</p>")
        #expect(render(document) == "头\n\(character)甲")
        #expect(document.lines.map(\.number) == [1, 3])
    }

    @Test("Line numbers go beyond what sixteen bits hold")
    func largeNumbers() throws {
        let document = try page(String(repeating: "\n", count: 70_000) + "<p>尾</p>")
        #expect(document.lines.map(\.number) == [70_001])
    }

    @Test("Preformatted text keeps its tabs, blanks and lines")
    func preformatted() throws {
        let document = try page("<p>题</p>\n<pre>信息内容\t制发\t废止\n规章\t\t0\n\n  许可   5\n</pre>\n<p>尾  声</p>")
        #expect(render(document) == "题\n信息内容\t制发\t废止\n规章\t\t0\n  许可   5\n尾 声")
        #expect(document.lines.map(\.number) == [1, 2, 3, 5, 7])
    }

    @Test("Tabs between words stay, tabs that indent the source do not")
    func tabs() throws {
        let document = try page("<div>\n\t\t<p>规章\t0\t\t2\t</p>\n\t\t<p>\n\t\t\t许可\n\t\t</p></div>")
        #expect(render(document) == "规章\t0\t\t2\t\n许可")
    }

    @Test("Style white-space: pre is believed")
    func styledPre() throws {
        #expect(render(try page("<div style='white-space: pre-wrap'>a  b\nc</div>")) == "a  b\nc")
    }

    @Test("Entities become characters, unknown ones stand")
    func entities() throws {
        #expect(render(try page("<p>&lt;3 &amp; &#20013;&#x6587; &unknown; &mdash;</p>")) == "<3 & 中文 &unknown; —")
    }
}
