import ReportModel
import Testing

@testable import Markup

@Suite("Layout tables and data tables")
struct LayoutTests {
    private let long = String(repeating: "本机关按月核对公开目录，错链随时改正。", count: 20)

    @Test("A page laid out by tables gives its text in order and the inner table as grid")
    func pageLayout() throws {
        let document = try page(
            """
            <table width=980><tr><td colspan=2><table><tr><td>站点抬头</td></tr></table></td></tr>
            <tr><td>左栏</td><td><table><tr><td>总说明</td></tr><tr><td><p>\(long)</p>
            <table border=1><tr><td>规章<td>0<td>2</tr><tr><td>许可<td>3<td>4</tr></table><p>后文</p></td></tr></table></td></tr></table>
            """)
        #expect(render(document) == "站点抬头\n左栏\n总说明\n\(long)\n[2×3]\n  规章 | 0 | 2\n  许可 | 3 | 4\n后文")
    }

    @Test("A data table inside a cell of a data table follows as a grid of its own")
    func innerGrid() throws {
        let document = try page(
            """
            <table><tr><td>规章<td>0<td>2<td>明细<table><tr><td>a<td>1</tr><tr><td>b<td>2</tr></table></td></tr>
            <tr><td>许可<td>3<td>4<td>5</tr></table>
            """)
        #expect(render(document) == "[2×4]\n  规章 | 0 | 2 | 明细\n  许可 | 3 | 4 | 5\n[2×2]\n  a | 1\n  b | 2")
        #expect(document.grids[1].cells[3].locator.description == "t2r2c2")
    }

    @Test("A table of one cell inside a cell is a part of its text")
    func wrapper() throws {
        let document = try page(
            "<table><tr><td>规章<td><table><tr><td>7</td></tr></table></td></tr><tr><td>许可<td>3</td></tr></table>")
        #expect(render(document) == "[2×2]\n  规章 | 7\n  许可 | 3")
    }

    @Test("One table that holds the whole report gives its paragraphs as lines")
    func wholeReport() throws {
        let document = try page(
            """
            <table><tr><td colspan=3>某镇2023年政府信息公开工作年度报告</td></tr><tr><td colspan=3>一、总体情况</td></tr>
            <tr><td colspan=3>\(long)</td></tr><tr><td>规章<td>0<td>2</tr><tr><td>许可<td>3<td>4</tr>
            <tr><td colspan=3><p>五、存在的主要问题及改进情况</p><p>\(long)</p></td></tr></table>
            """)
        #expect(
            render(document)
                == """
                某镇2023年政府信息公开工作年度报告
                一、总体情况
                \(long)
                [2×3]
                  规章 | 0 | 2
                  许可 | 3 | 4
                五、存在的主要问题及改进情况
                \(long)
                """)
    }

    @Test("A table with one column is a list of paragraphs")
    func oneColumn() throws {
        #expect(render(try page("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>")) == "甲\n乙")
    }

    @Test("A long remark beside numbers leaves the row a row")
    func longLabel() throws {
        let document = try page("<table><tr><td>\(long)<td>1<td>2<td>3</tr><tr><td>b<td>4<td>5<td>6</tr></table>")
        #expect(document.grids.first?.columns == 4)
        #expect(document.grids.first?.rows == 2)
    }
}
