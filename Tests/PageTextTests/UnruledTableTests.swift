import PageText
import ReportModel
import Testing

/// Tables without ruling lines: text only, but each row's label before its numbers, and columns in their places.
@Suite struct UnruledTableTests {
    private let prose = "本镇全年按照目录发布各类信息，由办公室逐月核对。"
    private let columns = [300.0, 340, 380, 420, 460]

    private func row(_ page: inout PDFSketch.Page, _ values: [String], y: Double) {
        for (x, value) in zip(columns, values) { page.centered(value, x: x, y: y) }
    }

    @Test func numbersBesideTheMiddleOfAWrappedLabelComeAfterIt() throws {
        var page = PDFSketch.Page()
        page.text(prose, x: 60, y: 60)
        page.text("1.属于国家秘密", x: 120, y: 100)
        row(&page, ["1", "2", "3", "4", "10"], y: 100)
        page.text("2.其他法律行政", x: 120, y: 120)
        page.text("法规禁止公开", x: 120, y: 134)
        row(&page, ["0", "0", "0", "12", "12"], y: 127)
        page.text("3.危及安全", x: 120, y: 154)
        page.text("稳定的各类", x: 120, y: 168)
        page.text("政府信息", x: 120, y: 182)
        row(&page, ["5", "6", "7", "8", "26"], y: 168)
        for (index, part) in ["（三）", "不予", "公开"].enumerated() { page.text(part, x: 70, y: 127 + 14 * Double(index)) }
        let lines = try read(PDFSketch(pages: [page])).rendered.split(separator: "\n").map(String.init)
        #expect(
            lines.map { $0.split(separator: " ").joined(separator: " ") } == [
                prose, "（三）不予公开", "1.属于国家秘密 1 2 3 4 10", "2.其他法律行政法规禁止公开", "0 0 0 12 12",
                "3.危及安全稳定的各类政府信息", "5 6 7 8 26",
            ])
    }

    @Test func theFirstNumbersOfRowsStayInFrontOfTheOthers() throws {
        var page = PDFSketch.Page()
        let columns = [280.0, 320, 360, 400, 440, 480, 520]
        page.text(prose, x: 60, y: 60)
        for (index, values) in [
            ["14", "0", "0", "0", "0", "0", "14"], ["7", "3（含", "0", "0", "0", "0", "10"], ["6", "2（含", "0", "0", "0", "0", "8"],
        ].enumerated() {
            let y = 100 + 50 * Double(index)
            page.text("\(index + 1).逾期不予补正的", x: 120, y: y)
            page.text("申请不再予以处理", x: 120, y: y + 14)
            page.text("的各类情形之一", x: 120, y: y + 28)
            for (x, value) in zip(columns, values) { page.centered(value, x: x, y: y + 14) }
        }
        let lines = try read(PDFSketch(pages: [page])).rendered.split(separator: "\n")
        let numbers = lines.map { $0.split(separator: " ").filter { $0.allSatisfy(\.isNumber) } }
        #expect(numbers.contains(["14", "0", "0", "0", "0", "0", "14"]))
    }

    @Test func aColumnKeepsItsPlaceFromLineToLineAndPageToPage() throws {
        var pages: [PDFSketch.Page] = []
        for number in 0..<2 {
            var page = PDFSketch.Page()
            page.text("\(prose)第\("甲乙"[number])页", x: 60, y: 60)
            for index in 0..<4 {
                page.text("\(4 * number + index + 1).某类申请", x: 120 + Double(7 * index), y: 100 + 20 * Double(index))
                var values = ["7", "7", "7", "7", "28"]
                if index > 0 { values[index] = "" }
                row(&page, values, y: 100 + 20 * Double(index))
            }
            pages.append(page)
        }
        let document = try read(PDFSketch(pages: pages))
        #expect(document.grids.isEmpty)
        let rows = document.lines.map { document.string($0.span) }.filter { $0.contains("申请") }
        #expect(rows.count == 8)
        for (index, line) in rows.enumerated() {
            let places = numberPlaces(line)
            var wanted = numberPlaces(rows[0])
            if index % 4 > 0 { wanted.remove(at: index % 4) }
            #expect(places == wanted, "\(line)")
        }
    }

    @Test func neighbouringNumbersStayApart() throws {
        var page = PDFSketch.Page()
        page.text(prose, x: 60, y: 60)
        page.text("规章", x: 60, y: 90)
        page.text("１９", x: 200, y: 90)
        page.text("６２", x: 222, y: 90)
        page.text("2345", x: 244, y: 90)
        page.text("67", x: 266, y: 90)
        let line = try read(PDFSketch(pages: [page])).rendered.split(separator: "\n")[1]
        #expect(line.split(separator: " ") == ["规章", "１９", "６２", "2345", "67"])
    }

    @Test func runningTextIsLeftAlone() throws {
        var page = PDFSketch.Page()
        for (index, line) in ["一、总体情况", prose, "（一）主动公开。全年发布123条，其中4条、5条、6条另列。", "1.规章、2.文件、3.其他、4.未列"].enumerated() {
            page.text(line, x: 60, y: 60 + 20 * Double(index))
        }
        #expect(
            try read(PDFSketch(pages: [page])).rendered
                == "一、总体情况\n\(prose)\n（一）主动公开。全年发布123条，其中4条、5条、6条另列。\n1.规章、2.文件、3.其他、4.未列")
    }

    @Test func pageNumbersGoAndLoneNumbersOfATableStay() throws {
        var pages: [PDFSketch.Page] = []
        for (number, mark) in ["- 1 -", "— 2 —", "第3页 共4页", "4"].enumerated() {
            var page = PDFSketch.Page()
            page.text("\(prose)第\("甲乙丙丁"[number])页", x: 60, y: 90)
            page.centered("1234", x: 297, y: 790)
            page.centered(mark, x: 297, y: 812)
            pages.append(page)
        }
        let lines = try read(PDFSketch(pages: pages)).rendered.split(separator: "\n").map(String.init)
        #expect(lines.count == 8)
        #expect(lines.allSatisfy { $0.hasPrefix(prose) || $0.trimmedBlanks == "1234" })
    }

    /// The middles of the numbers behind the label, in places; a Han character takes two.
    private func numberPlaces(_ line: String) -> [Int] {
        var places: [Int] = []
        var place = 0
        var start: Int?
        var isLabel = true
        for character in line + " " {
            if character == "请" { isLabel = false }
            if character.isASCII && character.isNumber && !isLabel {
                start = start ?? place
            } else if let begun = start {
                places.append((begun + place) / 2)
                start = nil
            }
            place += character.isASCII ? 1 : 2
        }
        return places
    }
}

extension String {
    fileprivate subscript(_ offset: Int) -> Character { self[index(startIndex, offsetBy: offset)] }
    fileprivate var trimmedBlanks: String { split(separator: " ").joined() }
}
