import PageText
import ReportModel
import Testing

/// What the lines at a page break say about the row that stands there.
@Suite struct PageBreakTests {
    private let columns = [60.0, 90, 220, 280, 340]

    /// A table with a group label and rows at the given heights; `foot` and `head` tell whether a line closes the cells there.
    private func page(_ rows: [Double], head: Bool, foot: Bool) -> PDFSketch.Page {
        var page = PDFSketch.Page()
        for (index, y) in rows.enumerated() {
            if index == 0 && !head || index == rows.count - 1 && !foot { continue }
            page.line(90, y, 340, y)
        }
        for x in columns { page.line(x, rows[0], x, rows[rows.count - 1]) }
        return page
    }

    private func write(_ label: String, _ values: [String], at y: Double, on page: inout PDFSketch.Page) {
        page.text(label, x: 93, y: y)
        for (column, value) in values.enumerated() { page.centered(value, x: 250 + 60 * Double(column), y: y) }
    }

    private func pages(isCut: Bool) -> [PDFSketch.Page] {
        var first = page([700, 720, 740, 762], head: true, foot: !isCut)
        first.line(60, 700, 90, 700)
        first.text("（三）", x: 61, y: 720)
        write("1.属于国家秘密", ["3", "3"], at: 710, on: &first)
        write("2.保护第三方权益", ["5", "5"], at: 730, on: &first)
        var second = page([80, 104, 124], head: !isCut, foot: true)
        second.line(60, 124, 90, 124)
        return [first, second]
    }

    @Test func valuesAboveTheBreakBelongToTheLabelBelowIt() throws {
        var pages = pages(isCut: true)
        for (x, value) in [(250.0, "1"), (310, "1")] { pages[0].centered(value, x: x, y: 751) }
        pages[1].text("6.属于四类过程性信息", x: 93, y: 92)
        write("7.属于行政执法案卷", ["0", "0"], at: 114, on: &pages[1])
        let document = try read(PDFSketch(pages: pages))
        #expect(document.rendered.hasSuffix("6.属于四类过程性信息|1|1\n7.属于行政执法案卷|0|0"))
        #expect(document.grids.count == 1)
    }

    @Test func aRowThatIsClosedIsWhole() throws {
        var pages = pages(isCut: false)
        write("5.要求行政机关重新出具", ["4", "4"], at: 751, on: &pages[0])
        write("6.申请人逾期不补正的", ["2", "2"], at: 92, on: &pages[1])
        write("7.属于行政执法案卷", ["0", "0"], at: 114, on: &pages[1])
        let rendered = try read(PDFSketch(pages: pages)).rendered
        #expect(rendered.hasSuffix("5.要求行政机关重新出具|4|4\n6.申请人逾期不补正的|2|2\n7.属于行政执法案卷|0|0"))
    }

    @Test func aGroupColumnWithoutLinesOfItsOwnIsPartOfTheTable() throws {
        var pages = pages(isCut: false)
        write("5.要求行政机关重新出具", ["4", "4"], at: 751, on: &pages[0])
        // No line across reaches the group label's column on the page between.
        var middle = page([80, 100, 124, 144], head: true, foot: true)
        for row in 0..<3 { write("\(row + 6).申请人逾期未补正", ["\(row)", "\(row)"], at: [90, 112, 134][row], on: &middle) }
        write("9.申请人逾期不缴费", ["2", "2"], at: 92, on: &pages[1])
        write("10.其他", ["0", "0"], at: 114, on: &pages[1])
        let document = try read(PDFSketch(pages: [pages[0], middle, pages[1]]))
        #expect(document.grids.count == 1)
        #expect(document.rendered.hasPrefix("（三）<8x1>|1.属于国家秘密|3|3\n"))
    }

    @Test func aHeaderThatWasMisreadIsStillPrintedAgain() throws {
        func page(_ name: String, _ number: Int) -> PDFSketch.Page {
            var page = PDFSketch.Page()
            page.lattice(columns: [60, 220, 280, 340], rows: [100, 120, 150])
            page.centered("政府信息公开申请办理项目", x: 140, y: 110)
            page.centered(name, x: 250, y: 110, size: 8)
            page.centered("总计", x: 310, y: 110)
            page.text("\(number).第\("一二"[number])类", x: 65, y: 135)
            page.centered("\(number)1", x: 250, y: 135)
            page.centered("\(number)17", x: 310, y: 135)
            return page
        }
        let document = try read(PDFSketch(pages: [page("法人或其他组织", 0), page("法人或具他组织", 1)]))
        #expect(document.rendered == "政府信息公开申请办理项目|法人或其他组织|总计\n0.第一类|01|017\n1.第二类|11|117")
        // Another year, another name: no misreading.
        for name in ["二〇二一", "二〇二二", "商业组织"] {
            let other = try read(PDFSketch(pages: [page("二〇二三", 0), page(name, 1)]))
            #expect(other.rendered.contains(name))
        }
    }

    @Test func aLineOfTextBeyondAnOpenEndBelongsToItsCell() throws {
        var pages = pages(isCut: true)
        for (x, value) in [(250.0, "1"), (310, "1")] { pages[0].centered(value, x: x, y: 751) }
        pages[0].text("不", x: 63, y: 764)
        pages[1].text("6.属于四类过程性信息", x: 93, y: 92)
        write("7.属于行政执法案卷", ["0", "0"], at: 114, on: &pages[1])
        let document = try read(PDFSketch(pages: pages))
        #expect(document.grids.count == 1)
        #expect(document.rendered.hasPrefix("（三）不<4x1>|"))
    }

    @Test func aWatermarkIsInNoCell() throws {
        var page = page([700, 720, 740, 762], head: true, foot: true)
        page.line(60, 700, 90, 700)
        page.line(60, 762, 90, 762)
        page.text("（三）", x: 61, y: 720)
        write("1.属于国家秘密", ["3", "3"], at: 710, on: &page)
        write("2.保护第三方权益", ["5", "5"], at: 730, on: &page)
        write("3.重复申请", ["0", "0"], at: 751, on: &page)
        page.text("本镇全年按照目录发布各类信息，由办公室逐月核对。", x: 60, y: 640)
        page.text("公", x: 110, y: 725, size: 60)
        page.text("开", x: 240, y: 725, size: 60)
        #expect(
            try read(PDFSketch(pages: [page])).rendered
                == "本镇全年按照目录发布各类信息，由办公室逐月核对。\n（三）<3x1>|1.属于国家秘密|3|3\n2.保护第三方权益|5|5\n3.重复申请|0|0")
    }
}

extension String {
    fileprivate subscript(_ offset: Int) -> Character { self[index(startIndex, offsetBy: offset)] }
}
