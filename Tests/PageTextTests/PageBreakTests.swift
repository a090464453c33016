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
}
