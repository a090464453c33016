import PageText
import ReportModel
import Testing

/// Numbers in cells that have hardly room for them, and what stands right beside a number.
@Suite struct CellNumberTests {
    private let prose = "本镇全年按照目录发布各类信息，由办公室逐月核对。"

    private func table(columns: [Double], rows: [Double], _ fill: (inout PDFSketch.Page) -> Void) throws -> [String] {
        var page = PDFSketch.Page()
        page.text(prose, x: 60, y: 60)
        page.lattice(columns: columns, rows: rows)
        fill(&page)
        return try read(PDFSketch(pages: [page])).rendered.split(separator: "\n").dropFirst().map(String.init)
    }

    @Test func numbersThatTouchArePartedByTheLinesBetweenThem() throws {
        let rows = try table(columns: [60, 160, 171, 177, 183, 194], rows: [100, 120, 140, 160]) { page in
            for (row, values) in [["22", "0", "2", "24"], ["7", "1", "0", "8"], ["10", "0", "0", "10"]].enumerated() {
                let y = 110 + 20 * Double(row)
                page.text("第\(row + 1)行", x: 65, y: y)
                for (x, value) in zip([160.3, 171.3, 177.3, 183.3], values) { page.text(value, x: x, y: y) }
            }
        }
        #expect(rows == ["第1行|22|0|2|24", "第2行|7|1|0|8", "第3行|10|0|0|10"])
    }

    @Test func aNumberOverAnEmptyCellIsNotRead() throws {
        let rows = try table(columns: [60, 160, 172, 184, 196], rows: [100, 120, 140]) { page in
            page.text("行政许可", x: 65, y: 110)
            page.centered("12345", x: 178, y: 110)
            page.text("行政处罚", x: 65, y: 130)
            for x in [166.0, 178, 190] { page.centered("0", x: x, y: 130) }
        }
        #expect(rows == ["行政许可|_|1⏎2⏎3⏎4⏎5|_", "行政处罚|0|0|0"])
    }

    @Test func aColumnOfOneDigitWrapsItsNumbers() throws {
        // 17 points: a digit and the blanks that a word processor leaves.
        let rows = try table(columns: [60, 200, 217, 234], rows: [100, 140, 160]) { page in
            page.text("本年新收政府信息公开申请", x: 62, y: 110)
            page.text("行政处罚", x: 66, y: 150)
            for (line, digit) in ["6", "3", "1"].enumerated() { page.text(digit, x: 206, y: 108 + 12 * Double(line)) }
            for x in [206.0, 223] { page.text("0", x: x, y: 150) }
            page.text("4", x: 223, y: 120)
        }
        #expect(rows == ["本年新收政府信息公开申请|631|4", "行政处罚|0|0"])
    }

    @Test func twoNumbersInOneCellStayApart() throws {
        let rows = try table(columns: [60, 200, 217, 260], rows: [100, 140, 160]) { page in
            page.text("本年新收政府信息公开申请", x: 62, y: 110)
            page.text("行政处罚", x: 66, y: 150)
            for (line, digit) in ["6", "3"].enumerated() { page.text(digit, x: 206, y: 108 + 12 * Double(line)) }
            page.text("12", x: 204, y: 150)
            page.text("0", x: 240, y: 150)
            page.text("0", x: 240, y: 120)
        }
        #expect(rows == ["本年新收政府信息公开申请|6⏎3|0", "行政处罚|12|0"])
    }

    @Test func digitsThatAreSpreadOverTheirCellAreOneNumber() throws {
        let rows = try table(columns: [60, 160, 220, 280], rows: [100, 120, 140]) { page in
            page.text("行政许可", x: 65, y: 110)
            page.text("行政处罚", x: 65, y: 130)
            for (place, digit) in ["1", "4", "6"].enumerated() { page.text(digit, x: 180 + 10 * Double(place), y: 110) }
            page.text("0", x: 248, y: 110)
            page.text("0", x: 188, y: 130)
            // A nought and a number behind it are two.
            page.text("0", x: 240, y: 130)
            page.text("7", x: 250, y: 130)
        }
        #expect(rows == ["行政许可|146|0", "行政处罚|0|0 7"])
    }

    @Test func smallDigitsBehindANumberAreTheMarkOfANote() throws {
        let rows = try table(columns: [60, 160, 220, 280], rows: [100, 120]) { page in
            page.text("行政许可", x: 65, y: 110)
            page.text("12", x: 180, y: 110)
            page.text("1", x: 190.1, y: 107, size: 6.5)
            page.text("35", x: 240, y: 110)
        }
        #expect(rows == ["行政许可|12¹|35"])
        // Where no number of the table has two digits, the mark is no second digit.
        let small = try table(columns: [60, 160, 220, 280], rows: [100, 120]) { page in
            page.text("行政许可", x: 65, y: 110)
            page.text("2", x: 180, y: 110)
            page.text("1", x: 185.1, y: 107, size: 6.5)
            page.text("3", x: 240, y: 110)
        }
        #expect(small == ["行政许可|2¹|3"])
    }

    @Test func digitsOfANumberInTwoSizesAreNoMark() throws {
        let rows = try table(columns: [60, 160, 220, 280], rows: [100, 120, 140, 160]) { page in
            // On one line, raised, and neither.
            for (row, (y, size)) in [(110.3, 9.0), (126.5, 8.3), (149.7, 8.5)].enumerated() {
                page.text("第\(row + 1)行", x: 65, y: 110 + 20 * Double(row))
                page.text("15", x: 180, y: 110 + 20 * Double(row))
                page.text("0", x: 190.1, y: y, size: size)
                page.text("35", x: 240, y: 110 + 20 * Double(row))
            }
        }
        #expect(rows == ["第1行|150|35", "第2行|15⁰|35", "第3行|15⏎0|35"])
    }
}
