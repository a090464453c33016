import PageText
import ReportModel
import Testing

/// Tables whose cells are divided by lines.
@Suite struct RuledTableTests {
    private let prose = "本镇全年按照目录发布各类信息，由办公室逐月核对。"

    @Test func spansBlanksAndWrappedLabels() throws {
        var table = PDFSketch.Page()
        table.text(prose, x: 60, y: 60)
        for y in [100.0, 130, 230] { table.line(60, y, 340, y) }
        for y in [170.0, 200] { table.line(100, y, 340, y) }
        for x in [60.0, 220, 280, 340] { table.line(x, 100, x, 230) }
        table.line(100, 130, 100, 230)
        table.text("勾稽关系说明", x: 65, y: 115)
        table.centered("自然人", x: 250, y: 115)
        table.centered("总计", x: 310, y: 115)
        for (index, part) in ["（三）", "不予", "公开"].enumerated() { table.text(part, x: 63, y: 165 + 14 * Double(index)) }
        table.text("1.属于国", x: 105, y: 143)
        table.text("家秘密", x: 105, y: 157)
        table.text("2.重复申请", x: 105, y: 185)
        table.text("3.其他", x: 105, y: 215)
        for (index, row) in [["12", "12"], ["", "0"], ["3456", "3456"]].enumerated() {
            for (column, value) in row.enumerated() {
                table.centered(value, x: 250 + 60 * Double(column), y: [150, 185, 215][index])
            }
        }
        let document = try read(PDFSketch(pages: [table]))
        #expect(
            document.rendered == """
                \(prose)
                勾稽关系说明<1x2>|自然人|总计
                （三）不予公开<3x1>|1.属于国家秘密|12|12
                2.重复申请|_|0
                3.其他|3456|3456
                """)
        #expect(document.format == .pdf)
        #expect(document.grids[0].cells.map(\.locator.description).suffix(3) == ["p1t1r4c1", "p1t1r4c2", "p1t1r4c3"])
    }

    @Test func aTableGoesOnOverThePageWithItsHeaderAgain() throws {
        func page(_ number: Int) -> PDFSketch.Page {
            var page = PDFSketch.Page()
            page.text("某某镇信息公开", x: 60, y: 40)
            page.centered("- \(number) -", x: 297, y: 810)
            page.lattice(columns: [60, 220, 280, 340], rows: [100, 120, 150, 180])
            page.centered("项目", x: 140, y: 110)
            page.centered("自然人", x: 250, y: 110)
            page.centered("总计", x: 310, y: 110)
            for row in 0..<2 {
                page.text("\(2 * number + row).第\("一二三四五六"[2 * number + row - 2])类申请", x: 65, y: 135 + 30 * Double(row))
                page.centered("\(number)\(row)", x: 250, y: 135 + 30 * Double(row))
                page.centered("\(number)\(row)7", x: 310, y: 135 + 30 * Double(row))
            }
            return page
        }
        let document = try read(PDFSketch(pages: [page(1), page(2), page(3)]))
        #expect(
            document.rendered == """
                项目|自然人|总计
                2.第一类申请|10|107
                3.第二类申请|11|117
                4.第三类申请|20|207
                5.第四类申请|21|217
                6.第五类申请|30|307
                7.第六类申请|31|317
                """)
        #expect(document.lines.count == 1)
        #expect(document.grids[0].cells.last?.locator.description == "p3t1r7c3")
    }

    @Test func aRowAndAGroupLabelCutByThePageBreakBecomeWhole() throws {
        var first = PDFSketch.Page()
        first.text(prose, x: 60, y: 60)
        for y in [700.0, 740, 780] { first.line(y == 740 ? 100 : 60, y, 340, y) }
        for x in [60.0, 100, 220, 280, 340] { first.line(x, 700, x, 780) }
        first.text("（六）", x: 63, y: 735)
        first.text("其他", x: 63, y: 749)
        first.text("1.逾期不补正", x: 105, y: 720)
        first.centered("4", x: 250, y: 720)
        first.centered("4", x: 310, y: 720)
        first.text("2.逾期未按收费通知", x: 105, y: 760)
        var second = PDFSketch.Page()
        for y in [60.0, 90, 120] { second.line(y == 90 ? 100 : 60, y, 340, y) }
        for x in [60.0, 100, 220, 280, 340] { second.line(x, 60, x, 120) }
        second.text("处理", x: 63, y: 90)
        second.text("要求缴纳费用", x: 105, y: 75)
        second.centered("5", x: 250, y: 75)
        second.centered("6", x: 310, y: 75)
        second.text("3.其他", x: 105, y: 105)
        second.centered("7", x: 250, y: 105)
        let document = try read(PDFSketch(pages: [first, second]))
        #expect(
            document.rendered == """
                \(prose)
                （六）其他处理<3x1>|1.逾期不补正|4|4
                2.逾期未按收费通知要求缴纳费用|5|6
                3.其他|7|_
                """)
    }

    @Test func rowsOnBothSidesOfABreakStayApart() throws {
        var first = PDFSketch.Page()
        first.text(prose, x: 60, y: 60)
        first.lattice(columns: [60, 220, 280], rows: [740, 780])
        first.text("行政处罚", x: 65, y: 760)
        first.centered("211", x: 250, y: 760)
        var second = PDFSketch.Page()
        second.lattice(columns: [60, 220, 280], rows: [60, 90])
        second.text("行政强制", x: 65, y: 75)
        let document = try read(PDFSketch(pages: [first, second]))
        #expect(document.rendered == "\(prose)\n行政处罚|211\n行政强制|_")
    }

    @Test func digitsJoinOverLinesOnlyWhereTheCellWasFull() throws {
        var page = PDFSketch.Page()
        page.text(prose, x: 60, y: 60)
        page.lattice(columns: [60, 220, 244, 300], rows: [100, 140, 180])
        page.text("占满一行的说明文字在这里", x: 62, y: 120, size: 13)
        page.text("行政许可", x: 62, y: 160)
        // 24 points hold four digits of 5 points and two blanks of 2.
        page.text("1234", x: 222, y: 113)
        page.text("56", x: 222, y: 127)
        page.text("3", x: 262, y: 113)
        page.text("4", x: 262, y: 127)
        let document = try read(PDFSketch(pages: [page]))
        #expect(document.rendered == "\(prose)\n占满一行的说明文字在这里|123456|3⏎4\n行政许可|_|_")
    }

    @Test func linesMayBePartOfAPicture() throws {
        var page = PDFSketch.Page()
        page.text(prose, x: 60, y: 60)
        page.pictureOfLattice(columns: [60, 220, 280, 340], rows: [100, 125, 150])
        for (row, label) in ["行政许可", "行政处罚"].enumerated() {
            page.text(label, x: 70, y: 112 + 25 * Double(row))
            page.centered("\(row + 8)", x: 250, y: 112 + 25 * Double(row))
            page.centered("\(row + 1)00", x: 310, y: 112 + 25 * Double(row))
        }
        let document = try read(PDFSketch(pages: [page]))
        #expect(document.rendered == "\(prose)\n行政许可|8|100\n行政处罚|9|200")
    }

    @Test(arguments: [false, true]) func pagesAreReadAsTheyAreShown(isTurned: Bool) throws {
        var page = PDFSketch.Page()
        page.text(prose, x: 160, y: 160)
        page.lattice(columns: [160, 320, 380, 440], rows: [200, 225, 250])
        for (row, label) in ["行政许可", "行政处罚"].enumerated() {
            page.text(label, x: 170, y: 212 + 25 * Double(row))
            page.centered("\(row + 8)", x: 350, y: 212 + 25 * Double(row))
            page.centered("\(row + 1)00", x: 410, y: 212 + 25 * Double(row))
        }
        if isTurned {
            page.isTurned = true
        } else {
            page.text("页边之外的字", x: 20, y: 20)
            page.crop = [100, 100, 595, 842]
        }
        #expect(try read(PDFSketch(pages: [page])).rendered == "\(prose)\n行政许可|8|100\n行政处罚|9|200")
    }

    @Test func wideAndTallPagesTogether() throws {
        var wide = PDFSketch.Page(width: 842, height: 595)
        wide.lattice(columns: [60, 500, 600, 780], rows: [60, 90, 120])
        wide.text("行政许可", x: 70, y: 75)
        wide.centered("5", x: 550, y: 75)
        wide.centered("6", x: 690, y: 75)
        wide.text(prose, x: 70, y: 105, size: 9)
        var tall = PDFSketch.Page()
        tall.lattice(columns: [60, 200, 300], rows: [60, 90])
        tall.text("行政处罚", x: 70, y: 75)
        tall.centered("7", x: 250, y: 75)
        let document = try read(PDFSketch(pages: [wide, tall]))
        #expect(document.rendered == "行政许可|5|6\n\(prose)|_|_\n行政处罚|7")
        #expect(document.grids.count == 2)
    }
}

extension String {
    fileprivate subscript(_ offset: Int) -> Character { self[index(startIndex, offsetBy: offset)] }
}
