import ReportModel
import Testing

@testable import Markup

@Suite("Hostile pages")
struct LimitTests {
    private func failing(_ html: String) -> FindingCode? {
        let bytes = Array(html.utf8)
        return failure { () throws(StageFailure) in try MarkupReader().html(bytes, charsetHint: nil).value }
    }

    @Test("Twenty thousand nested tables fail by name", arguments: ["", "</td></tr></table>"])
    func nestedTables(end: String) {
        let html = String(repeating: "<table><tr><td>x", count: 20_000) + String(repeating: end, count: 20_000)
        #expect(failing(html) == .markupTooComplex)
    }

    @Test(
        "Depth and attributes beyond the limits fail by name",
        arguments: [
            String(repeating: "<div>x", count: 30_000), String(repeating: "<b><i>", count: 30_000),
            "<p " + (0..<30_000).map { "a\($0)=1" }.joined(separator: " ") + ">x</p>",
        ])
    func depth(html: String) { #expect(failing(html) == .markupTooComplex) }

    @Test(
        "Pages without text fail by name",
        arguments: [
            "", " \n ", "<html><body><img src=x></body></html>", "<!-- x -->", "<script>var a = 1</script>",
            "<p>&nbsp;\u{3000}</p>",
            String(repeating: "<!--", count: 5_000), "<script>" + String(repeating: "\"<t\\", count: 20_000),
        ])
    func empty(html: String) { #expect(failing(html) == .emptyFile) }

    @Test(
        "Odd pages are read to their end",
        arguments: [
            String(repeating: "&", count: 10_000), String(repeating: "<", count: 10_000),
            "<p " + String(repeating: "<a href=\"", count: 999) + "\">x",
            "<img src='data:" + String(repeating: "A b ", count: 50_000) + "'>",
            "<script>for(i=0;i<n;i++){" + String(repeating: "1, ", count: 9_000) + "}</script>",
            "<table><tr><td rowspan=2>a<td>b", "<p>a\0b\u{8}", "<table><table><table><tr><tr><td><tr>",
            "</p></table></td>",
            "<pre><table><tr><td>a<td>b</table>c\td</pre>", "<select><table><tr><td>x",
        ])
    func odd(html: String) throws {
        let document = try page("<body>\(html)</table></script></select><p>尾</p></body>")
        #expect(render(document).hasSuffix("尾"))
    }

    @Test(
        "Thousands of inline elements without an end are read through",
        arguments: ["<font color=red>", "<span style='color:red'>", "<b><i>", "<p><font>", "<div><font>"], [600, 2_900])
    func unclosed(tags: String, count: Int) throws {
        let table = "<table><tr><td>规章</td><td>3</td></tr><tr><td>行政规范性文件</td><td>5</td></tr></table>"
        let html = "<body>" + (0..<count).map { "\(tags)第\($0)条<br>" }.joined() + table + "<p>尾</p><p>末</p></body>"
        let lines = (0..<count).map { "第\($0)条" } + ["[2×2]", "  规章 | 3", "  行政规范性文件 | 5", "尾", "末"]
        #expect(render(try page(html)) == lines.joined(separator: "\n"))
    }

    @Test("Blocks within blocks beyond counting part paragraphs, and end where their end tag stands")
    func deepBlocks() throws {
        let html = (0..<1_000).map { "<div>\($0)" }.joined() + (0..<1_000).map { "</div>\($0)" }.joined()
        let lines = (0..<2_000).map { "\($0 % 1_000)" }
        #expect(render(try page(html)) == lines.joined(separator: "\n"))
    }

    @Test("What is hidden stays hidden however deep")
    func deepHiding() throws {
        let html = String(repeating: "<b>", count: 700) + "一<span style='display:none'>二<i>三</i></span>四"
        #expect(render(try page(html)) == "一四")
        #expect(failing(String(repeating: "<span style='display:none'>", count: 700) + "一") == .markupTooComplex)
    }

    @Test("End tags that end nothing change nothing, however many")
    func strayEndTags() throws {
        func html(_ strays: String) -> String {
            "<body>" + String(repeating: "<font>", count: 2_900)
                + "<i>一</i>\(strays)二<p>三</p><table><tr><td>规章\(strays)</td><td>3</td></tr></table></body>"
        }
        let read = render(try page(html(String(repeating: "</b></xyz></I >", count: 10_000))))
        #expect(read == render(try page(html(""))))
        #expect(read.hasPrefix("一二\n三\n") && read.hasSuffix("规章 | 3"))
    }

    @Test("Thousands of open elements and hundreds of thousands of end tags fail by name")
    func comparisons() {
        let html = String(repeating: "<font>", count: 5_900) + String(repeating: "<b>一</b>", count: 300_000)
        #expect(failing(html) == .markupTooComplex)
    }

    @Test("A limit can be set")
    func options() {
        var options = MarkupOptions()
        options.tableDepth = 1
        let nested = Array("<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>".utf8)
        #expect(
            failure { () throws(StageFailure) in try MarkupReader(options: options).html(nested, charsetHint: nil).value }
                == .markupTooComplex)
    }

    @Test("Every cut of a page is read or fails by name")
    func cuts() {
        let html = Array(
            "<!DOCTYPE html><html><head><meta charset=gbk><title>题</title></head><body><table><tr><td rowspan=2>规章&nbsp;<td>1</tr><tr><td><p>二</p></table></body></html>"
                .utf8)
        for count in html.indices {
            let code = failure { () throws(StageFailure) in
                try MarkupReader().html(Array(html[..<count]), charsetHint: nil).value
            }
            #expect(code == nil || code == .emptyFile || code == .badEncoding)
        }
    }
}
