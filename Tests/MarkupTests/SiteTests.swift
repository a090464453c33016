import ReportModel
import Testing

@testable import Markup

@Suite("The page told from the site")
struct SiteTests {
    private let report = """
        <h1>某镇2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>略。</p>
        <table><tr><td>信息内容<td>件数</tr><tr><td>规章<td>1</tr></table>
        """
    private let shown = "某镇2023年政府信息公开工作年度报告\n一、总体情况\n略。\n[2×2]\n  信息内容 | 件数\n  规章 | 1"

    @Test(
        "Parts of the site are left out",
        arguments: [
            "<nav>首页 政务公开 2023</nav>", "<div class='nav'>首页 &gt; 年度报告</div>", "<div class='wrap mainNav'>栏目</div>",
            "<div id=breadcrumb-box>当前位置</div>", "<footer>版权所有 备案号 0317</footer>", "<ul class='share-list'><li>分享</ul>",
            "<div role=navigation>栏目</div>", "<script>document.write('<td>7</td>')</script>", "<style>td{x:1}</style>",
            "<noscript>请开启脚本</noscript>", "<template><p>模板</p></template>", "<select><option>年报</select>", "<!-- 旧 -->",
            "<div style='display:none'>藏</div>", "<p hidden>藏</p>", "<div style='color:red;VISIBILITY: hidden'>藏</div>",
            "<header><a>首页</a></header>", "<div class=top>欢迎</div>", "<textarea>填写</textarea>", "<button>打印</button>",
            "<table class=menu><tr><td>甲<td>乙</table>",
            "<input type=hidden value='藏'>", "<p class='dqwz'>首页</p>",
        ])
    func leftOut(part: String) throws {
        #expect(render(try page("<body>\(part)\(report)\(part)</body>")) == shown)
    }

    @Test(
        "What holds the report is kept whatever its name",
        arguments: [
            "<div class=nav>", "<div class='header'>", "<nav>", "<div id=footer>",
            "<section class='share-content menu'>", "<div class=top>",
        ])
    func kept(open: String) throws { #expect(render(try page("<body>\(open)\(report)")) == shown) }

    @Test("A title at the head of the page is kept")
    func header() throws {
        let document = try page("<body><header><h1>某镇2023年政府信息公开工作年度报告</h1></header><p>正文</p></body>")
        #expect(render(document) == "某镇2023年政府信息公开工作年度报告\n正文")
    }

    @Test("A hidden copy of the report does not double it")
    func hiddenCopy() throws {
        #expect(render(try page("<body>\(report)<div style='display: none;'>\(report)</div></body>")) == shown)
    }

    @Test(
        "What the page's own style sheet hides is left out",
        arguments: [
            ".copy{display:none}", "div.copy , p { display : none }", "#copy{color:red;DISPLAY:none}", "a{x:1} .copy{visibility:hidden}",
            "@media print{.copy{display:block}} .copy{display:none}",
        ])
    func hiddenByStyle(sheet: String) throws {
        let copy = "<div class='wide copy' id=copy>\(report.replacing(">1<", with: ">2<"))</div>"
        #expect(render(try page("<head><style type=text/css>\(sheet)</style></head><body>\(copy)\(report)</body>")) == shown)
    }

    @Test(
        "Rules for other media, other places and other states hide nothing",
        arguments: [
            "@media print{.copy{display:none}}", ".menu .copy{display:none}", ".copy:hover{display:none}", ".copy{display:none} .copy{display:block}",
            ".copy2{display:none}", ".copy{color:none}",
        ])
    func shownByStyle(sheet: String) throws {
        #expect(render(try page("<head><style>\(sheet)</style></head><body><div class=copy>\(report)</div></body>")) == shown)
    }

    @Test("A report that only a script would show is read")
    func onlyHidden() throws {
        let hidden = "<div style='display:none'>\(report)</div>"
        #expect(render(try page("<body>\(hidden)</body>")) == shown)
    }

    @Test(
        "An element that is never closed does not take the report with it",
        arguments: [
            "<select><option>选", "<noscript>", "<button>查", "<div class=menu><ul><li>栏目", "<div style='display:none'>",
            "<object>", "<a class=nav>",
        ])
    func unclosed(open: String) throws {
        let lines = render(try page("<body>\(open)\(report)</body>"))
        #expect(lines.hasSuffix(shown))
    }

    @Test("Cells named as heads of a table are no head of the page")
    func cells() throws {
        let document = try page(
            "<table><tr class=header><td class=top>信息内容<td class='nav'>件数</tr><tr><td>规章<td class=footer>1</tr></table>"
        )
        #expect(render(document) == "[2×2]\n  信息内容 | 件数\n  规章 | 1")
    }

    @Test(
        "Names that only look alike leave a paragraph in",
        arguments: ["border-top", "footnote", "text-bottom", "navy", "headline"])
    func looks(name: String) throws { #expect(render(try page("<p class='\(name)'>正文</p>")) == "正文") }
}
