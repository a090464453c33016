import ReportModel
import Testing

@testable import Markup

@Suite("Grids from HTML tables")
struct GridTests {
    @Test("Row and column spans expand to places")
    func spans() throws {
        let document = try page(
            """
            <table><tr><td rowspan=2 colspan=2>角<td colspan=2>人员<td rowspan=2>合计
            <tr><td>甲<td>乙
            <tr><td rowspan=2>组<td>子一<td>1<td>2<td>3
            <tr><td>子二<td>4<td>5<td>9</table>
            """)
        let grid = try #require(document.grids.first)
        #expect(
            expanded(grid, document) == [
                ["角", "角", "人员", "人员", "合计"], ["角", "角", "甲", "乙", "合计"], ["组", "子一", "1", "2", "3"],
                ["组", "子二", "4", "5", "9"],
            ])
        #expect(grid.cells.map(\.locator.description).suffix(4) == ["t1r4c1", "t1r4c2", "t1r4c3", "t1r4c4"])
    }

    @Test("Spans that vary from row to row keep numbers in their columns")
    func varying() throws {
        let document = try page(
            """
            <table><tr><td colspan=3>甲项<td>1<td>2</tr><tr><td rowspan=3>乙项<td colspan=2>小一<td>3<td>4</tr>
            <tr><td rowspan=2>小二<td>细一<td>5<td>6</tr><tr><td>细二<td>7<td>8</tr></table>
            """)
        let grid = try #require(document.grids.first)
        #expect(
            grid.cells.filter { $0.column >= 3 }.map { document.string($0.span) } == [
                "1", "2", "3", "4", "5", "6", "7", "8",
            ])
        #expect(grid.columns == 5)
    }

    @Test("Columns in which no cell starts are left out")
    func idleColumns() throws {
        let document = try page(
            "<table><tr><td colspan=4>甲<td colspan=2>1</tr><tr><td colspan=4>乙<td colspan=2>2</tr></table>")
        #expect(render(document) == "[2×2]\n  甲 | 1\n  乙 | 2")
    }

    @Test(
        "Zero, absurd and overlapping spans never overlap and never grow the table",
        arguments: [
            "<tr><td rowspan=0>a<td>b</tr><tr><td>c</tr><tr><td>d</tr>",
            "<tr><td rowspan=60000 colspan=60000>a<td>b</tr><tr><td>c<td>d</tr>",
            "<tr><td>a<td rowspan=2>b</tr><tr><td colspan=3>c<td>d</tr>",
            "<tr><td colspan=-1 rowspan=x>a<td colspan=''>b</tr><tr><td>c</tr>",
            "<tr><td rowspan=3>a<td>b<td rowspan=2>c</tr><tr><td colspan=2 rowspan=2>d<td>e</tr><tr><td>f<td>g<td>h</tr>",
        ])
    func hostileSpans(rows: String) throws {
        let document = try page("<table>\(rows)</table>")
        let grid = try #require(document.grids.first)
        #expect(grid.columns <= 8)
        #expect(!expanded(grid, document).joined().contains("overlap"))
        for cell in grid.cells { #expect(Int(cell.row + cell.rowSpan) <= grid.rows) }
    }

    @Test("A row span ends with its row group, as in browsers")
    func groups() throws {
        let document = try page(
            "<table><thead><tr><td rowspan=5>a<td>b</thead><tbody><tr><td>c<td>d</tbody></table>")
        #expect(render(document) == "[2×2]\n  a | b\n  c | d")
    }

    @Test(
        "Missing end tags",
        arguments: [
            "<table><tr><td>规章<td>0<td>2<tr><td>许可<td>3<td>4</table>",
            "<table><tr><td><p>规章<td><p>0<td><div>2</tr><tr><td><font>许可<td>3<td>4</table>",
            "<table><td>规章</td><td>0</td><td>2</td></tr><tr><td>许可</td><td>3</td><td>4</td></table>",
            "<table><tbody><tr><td>规章</td><td>0</td><td>2</td></tr></tbody><tr><td>许可</td><td>3</td><td>4</td></tr>",
            "<tr><td>规章</td><td>0</td><td>2</td></tr><tr><td>许可</td><td>3</td><td>4</td></tr></table>",
            "<table><form><tr><td>规章<td>0<td>2</tr></form><tr><td>许可</span><td>3</b><td>4</tr></table>",
            "<table><tr><td>规章</div></p><td>0<td>2</tr></tr><tr><td>许可<td>3<td>4</td></td></table>",
            "<table><tr><th>规章<td>0</th><td>2<tr><th>许可<td>3<td>4</table></table>",
        ])
    func brokenNesting(html: String) throws {
        #expect(render(try page("<body>\(html)</body>")) == "[2×3]\n  规章 | 0 | 2\n  许可 | 3 | 4")
    }

    @Test("Text between rows is kept before or after the table")
    func strays() throws {
        let document = try page(
            "<table><caption>表一</caption>单位：件<tr><td>a<td>1</tr>中间<tr><td>b<td>2</tr><p>注：略</p></table>")
        #expect(render(document) == "表一\n单位：件\n中间\n[2×2]\n  a | 1\n  b | 2\n注：略")
    }

    @Test("A table that is not closed does not swallow the next section")
    func unclosed() throws {
        let document = try page(
            """
            <table><tr><td>规章</td><td>0</td></tr><tr><td>许可</td><td>3</td></tr>
            <p>三、收到和处理政府信息公开申请情况</p>
            <table><tr><td>新收</td><td>7</td></tr><tr><td>结转</td><td>8</td></tr></table>
            """)
        #expect(
            render(document)
                == "[2×2]\n  规章 | 0\n  许可 | 3\n三、收到和处理政府信息公开申请情况\n[2×2]\n  新收 | 7\n  结转 | 8")
    }

    @Test("A heading in a row of its own parts one table into two")
    func headingRow() throws {
        let document = try page(
            """
            <table><tr><td colspan=2>二、主动公开政府信息情况</td></tr><tr><td>规章<td>0</tr>
            <tr><td colspan=2>三、收到和处理政府信息公开申请情况</td></tr><tr><td rowspan=2>三、本年度办理结果<td>1</tr><tr><td>2</tr></table>
            """)
        #expect(
            render(document)
                == """
                二、主动公开政府信息情况
                [1×2]
                  规章 | 0
                三、收到和处理政府信息公开申请情况
                [2×2]
                  三、本年度办理结果{2×1} | 1
                  2
                """)
        #expect(document.grids[1].cells.map(\.locator.description) == ["t2r1c1", "t2r1c2", "t2r2c1"])
    }

    @Test("A row of one short cell that is no heading stays in its table")
    func articleRow() throws {
        let document = try page("<table><tr><td colspan=2>第二十条第（一）项</td></tr><tr><td>规章<td>0</tr></table>")
        #expect(render(document) == "[2×2]\n  第二十条第（一）项{1×2}\n  规章 | 0")
    }

    @Test("Cells and rows that are not shown are not counted")
    func hiddenCells() throws {
        let document = try page(
            """
            <table><tr><td>甲<td style="DISPLAY : none">9<td>1</tr><tr style="display:none"><td>x<td>y</tr>
            <tr><td>乙<td hidden>9<td>2</tr></table>
            """)
        #expect(render(document) == "[2×2]\n  甲 | 1\n  乙 | 2")
    }

    @Test("What a form field in a cell shows is the cell's text")
    func fields() throws {
        let document = try page(
            "<table><tr><td>规章<td><input value=12></tr><tr><td>许可<td><input type=hidden value=9><INPUT TYPE=Text VALUE=3></tr></table><input value=搜>"
        )
        #expect(render(document) == "[2×2]\n  规章 | 12\n  许可 | 3")
    }

    @Test("Tables as word processors save them")
    func wordProcessor() throws {
        let document = try page(
            """
            <table class=MsoTable style='border-collapse:collapse;mso-yfti-tbllook:1184'><tr style='mso-yfti-irow:0'><td width=99 colspan=2>
            <p class=MsoNormal align=center><span
              style='font-family:宋体'>信息</span><span lang=EN-US><o:p></o:p></span>内容</p></td><td><p class=MsoNormal><span lang=EN-US>12<o:p></o:p></span></p></td></tr>
            <tr><td>规<td>章<td><span style='mso-spacerun:yes'>&nbsp; </span>0</td></tr>
            <![if !supportMisalignedColumns]><tr height=0><td width=3></td><td width=4></td><td width=5></td></tr><![endif]></table>
            """)
        #expect(render(document) == "[2×3]\n  信息内容{1×2} | 12\n  规 | 章 | 0")
    }
}
