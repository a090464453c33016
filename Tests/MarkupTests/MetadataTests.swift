import ReportModel
import Testing

@testable import Markup

@Suite("What a page says of itself")
struct MetadataTests {
    private let body =
        "<p>某县2023年政府信息公开工作年度报告</p><p>一、总体情况</p><p>发布日期：正文里的不算。</p><table><tr><td>规章<td>1</tr><tr><td>许可<td>2</tr></table>"
    private let shown = "某县2023年政府信息公开工作年度报告\n一、总体情况\n发布日期：正文里的不算。\n[2×2]\n  规章 | 1\n  许可 | 2"

    @Test(
        "Metadata tables are read and not delivered",
        arguments: [
            "<table><tr><td>索引号：<td>X0001/2024-00017<td>发布日期：<td>2024-01-31</tr><tr><td>发布机构：<td>某县人民政府<td>文　号：<td>某政发〔2024〕7号</tr></table>",
            "<table><tr><td>索 引 号</td><td>X0001</td></tr><tr><td>发布机构</td><td>某县人民政府</td></tr><tr><td>发布日期</td><td>2024年1月31日</td></tr><tr><td>文&nbsp;&nbsp;号</td><td>某政发〔2024〕7号</td></tr></table>",
            "<table><tr><td>索引号：X0001　发布机构：某县人民政府</td></tr><tr><td>发布日期：2024/1/31<td>文号：某政发〔2024〕7号</td></tr></table>",
            "<table><tr><th>索引号<th>发布机构<th>发布日期<th>文号</tr><tr><td>X1<td>某县人民政府<td>20240131<td>某政发〔2024〕7号</tr></table>",
            "<div><ul><li><b>索引号：</b>X1</li><li>【发布机构】：某县人民政府</li><li>发布日期:<span>2024-01-31 09:30</span></li><li>文号：某政发〔2024〕7号</li></ul></div>",
            "<p>发布时间：2024-01-31 08:00　来源：某县人民政府　文号：某政发〔2024〕7号　浏览次数：35 【字体：大 中 小】</p>",
            "<dl><dt>发布机构：</dt><dd>某县人民政府</dd><dt>发布日期：</dt><dd>2024-1-31</dd><dt>文号：</dt><dd>某政发〔2024〕7号</dd></dl>",
        ])
    func tables(head: String) throws {
        let document = try page("<body>\(head)\(body)</body>")
        #expect(document.metadata.publishedOn == "2024-01-31")
        #expect(document.metadata.issuer == "某县人民政府")
        #expect(document.metadata.documentNumber == "某政发〔2024〕7号")
        #expect(render(document) == shown)
    }

    @Test("Metadata tables with the report's title in them")
    func titled() throws {
        let document = try page(
            "<table><tr><td>索引号<td>X1<td>发文日期<td>2024-01-31</tr><tr><td>名称<td colspan=3>某县2023年政府信息公开工作年度报告总体情况</tr></table>\(body)"
        )
        #expect(document.metadata.title == "某县2023年政府信息公开工作年度报告总体情况")
        #expect(document.metadata.publishedOn == "2024-01-31")
        #expect(document.grids.count == 1)
    }

    @Test("meta elements and the title element")
    func elements() throws {
        let document = try page(
            """
            <head><title> 年度报告_某县 </title><meta name="PubDate" content="2024-01-30 10:00"><meta name=ContentSource content="某县办">
            <META NAME="ArticleTitle" CONTENT="某县年报"></head>\(body)
            """)
        #expect(document.metadata.publishedOn == "2024-01-30")
        #expect(document.metadata.issuer == "某县办")
        #expect(document.metadata.title == "某县年报")
        #expect(try page("<title>某页</title>\(body)").metadata.title == "某页")
    }

    @Test("The date of publication holds before that of writing")
    func rank() throws {
        let document = try page("<table><tr><td>成文日期<td>2024-01-20<td>发布日期<td>2024-01-31</tr></table>\(body)")
        #expect(document.metadata.publishedOn == "2024-01-31")
    }

    @Test("Dashes and 无 are no document number, impossible dates no date")
    func nothing() throws {
        let document = try page(
            "<table><tr><td>索引号<td>X<td>文号<td>无</tr><tr><td>发布日期<td>2024-13-31<td>发布机构<td>—</tr></table>\(body)")
        #expect(document.metadata == DocumentMetadata())
        #expect(document.grids.count == 1)
    }

    @Test("A data table is never taken for metadata")
    func data() throws {
        let document = try page("<table><tr><td>信息内容<td>本年发布数量<td>名称</tr><tr><td>规章<td>1<td>2</tr></table>")
        #expect(document.grids.count == 1)
    }

    @Test(
        "Dates as pages print them",
        arguments: [
            ("2024-01-31", "2024-01-31"), ("２０２４年１月３１日", "2024-01-31"), ("时间：2024.1.5 12:00", "2024-01-05"),
            ("20240229", "2024-02-29"),
            ("20230229", nil), ("2024年", nil), ("第12号2024年3月2日", "2024-03-02"), ("", nil), ("1/2/2024", nil),
        ])
    func dates(text: String, date: String?) { #expect(PrintedDate.iso(text) == date) }
}
