import ReportModel
import Testing

@testable import Markup

@Suite("Hostile pages")
struct LimitTests {
    private func failing(_ html: String) -> FindingCode? {
        let bytes = Array(html.utf8)
        return failure { () throws(StageFailure) in try MarkupReader().html(bytes, charsetHint: nil) }
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

    @Test("A limit can be set")
    func options() {
        var options = MarkupOptions()
        options.tableDepth = 1
        let nested = Array("<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>".utf8)
        #expect(
            failure { () throws(StageFailure) in try MarkupReader(options: options).html(nested, charsetHint: nil) }
                == .markupTooComplex)
    }

    @Test("Every cut of a page is read or fails by name")
    func cuts() {
        let html = Array(
            "<!DOCTYPE html><html><head><meta charset=gbk><title>题</title></head><body><table><tr><td rowspan=2>规章&nbsp;<td>1</tr><tr><td><p>二</p></table></body></html>"
                .utf8)
        for count in html.indices {
            let code = failure { () throws(StageFailure) in
                try MarkupReader().html(Array(html[..<count]), charsetHint: nil)
            }
            #expect(code == nil || code == .emptyFile || code == .badEncoding)
        }
    }
}
