import ReportModel
import Testing

@testable import Markup

@Suite("Reports that a page carries as a string")
struct EmbeddedTests {
    private let report = """
        <p>某镇2023年政府信息公开工作年度报告</p><p>一、总体情况</p><p>二、主动公开政府信息情况</p>\
        <table><tr><td>信息内容</td><td>件数</td></tr><tr><td>规章</td><td>12</td></tr></table>\
        <p>三、收到和处理政府信息公开申请情况</p><p>无。</p>
        """
    private let shown = """
        某镇2023年政府信息公开工作年度报告
        一、总体情况
        二、主动公开政府信息情况
        [2×2]
          信息内容 | 件数
          规章 | 12
        三、收到和处理政府信息公开申请情况
        无。
        """

    private func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            scalar.isASCII && scalar != "<" && scalar != ">"
                ? String(scalar)
                : "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
                    + String(scalar.value, radix: 16)
        }.joined()
    }

    private var entities: String {
        report.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    @Test("Strings in scripts")
    func scripts() throws {
        let percent = report.unicodeScalars.map { $0.isASCII ? String($0) : "%u" + String($0.value, radix: 16) }
            .joined()
            .replacing("<", with: "%3C").replacing(">", with: "%3e")
        let pieces = report.split(separator: "</p>").map { "document.write(\"\($0)<\\/p>\");" }.joined(separator: "\n")
        for script in [
            "var content = \"\(escaped(report))\"; show(content);",
            "var a='x', b = '\(report.replacing("/", with: "\\/"))';",
            "window.__DATA__ = {\"id\":7,\"html\":\"\(entities)\"}", "document.write(unescape('\(percent)'))", pieces,
            "/* it's */ var s = `\(report)`;",
        ] {
            let document = try page(
                "<head><title>某页</title></head><body><div id=app>加载中</div><script>\(script)</script></body>")
            #expect(render(document) == shown)
            #expect(document.metadata.title == "某页")
        }
    }

    @Test("Form fields and templates")
    func fields() throws {
        for field in [
            "<textarea id=c style='display:none'>\(entities)</textarea>", "<input type=hidden value=\"\(entities)\">",
            "<script type='text/html'>\(report)</script>", "<iframe srcdoc=\"\(entities)\"></iframe>",
            "<script type='application/json'>{\"content\":\"\(report)\"}</script>",
        ] {
            #expect(render(try page("<body><div>加载中</div>\(field)</body>")) == shown)
        }
    }

    @Test("A page with a report of its own is not replaced")
    func own() throws {
        let other = report.replacing("12", with: "99")
        let document = try page("<body>\(report)<script>var old = \"\(escaped(other))\"</script></body>")
        #expect(render(document) == shown)
    }

    @Test("Strings that hold no report leave the page as it is")
    func noReport() throws {
        let script = "var menu = \"" + String(repeating: "<td>栏目</td>", count: 40) + "\""
        #expect(render(try page("<body><p>通知</p><script>\(script)</script></body>")) == "通知")
    }
}
