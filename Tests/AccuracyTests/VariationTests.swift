import AccuracyKit
import FoundationEssentials
import ReportModel
import Testing

/// One report, reprinted with one oddity at a time: the same cells must come out of it.
@Suite struct VariationTests {
    private static func source(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: FixtureTests.folder.appending(path: name + "/source.txt")), as: UTF8.self)
    }

    private func report(_ text: String) throws -> Report {
        try #require(ReportReading().reports(in: Array(text.utf8)).first)
    }

    private func values(_ report: Report) -> [DecimalValue?] {
        [report.disclosures, report.applications, report.proceedings].flatMap { $0.cells.map(\.value) }
    }

    private func expectSame(_ text: String, as original: String, _ comment: Comment) throws -> Report {
        #expect(text != original)
        let found = try report(text)
        #expect(values(found) == values(try report(original)), comment)
        return found
    }

    @Test func theSixthRowMisprintedIsKnownByItsNumber() throws {
        let original = try VariationTests.source("tabs")
        let found = try expectSame(original.replacing("其他处理\t", with: "其他处埋\t"), as: original, "misprint")
        #expect(found.applications.form == .form2019)
        // Nothing like the label is left: its place tells the row, and the cells say so.
        let blind = try expectSame(original.replacing("其他处理\t", with: "甲乙丙丁\t"), as: original, "no label")
        #expect(blind.applications.form == .form2019)
        #expect(blind.applications.cells.count { $0.status == .inferred && $0.rule == .neighbours } == 7)
        #expect(blind.status != .clean)
    }

    @Test func marksOfFootnotesAndEmphasisAreNoPartOfAFigure() throws {
        let original = try VariationTests.source("tabs")
        for mark in ["*", "※", "①", "[1]", "［12］", "**", "_"] {
            let front = mark == "**" || mark == "_" ? mark : ""
            _ = try expectSame(original.replacing("\t877\t", with: "\t\(front)877\(mark)\t"), as: original, "\(mark)")
        }
        // A figure in brackets is not a mark but something else.
        #expect(try report(original.replacing("\t877\t", with: "\t877[上年3件]\t")).applications.cells[0].status != .blank)
    }

    @Test func aColumnLabelOfSectionTwoThatCannotBeReadLeavesItsRowToItsNeighbours() throws {
        let original = try VariationTests.source("tabs")
        let found = try expectSame(original.replacing("\n规范性文件\t", with: "\n规泛牲丈件\t"), as: original, "row")
        #expect(found.disclosures.cells[3].status == .inferred)
    }

    @Test func mergedCellsRepeated() throws {
        let original = try VariationTests.source("tabs")
        let printed =
            original
            .replacing("上一年项目数量\t本年增/减\t\n", with: "上一年项目数量\t本年增/减\t本年增/减\n")
            .replacing("行政事业性收费\t104\t-47\t", with: "行政事业性收费\t104\t-47\t-47")
        let found = try expectSame(printed, as: original, "repeated")
        #expect(found.disclosures.cells.allSatisfy { $0.status == .reported })
        let other = try report(printed.replacing("104\t-47\t-47", with: "104\t-47\t-48"))
        #expect(other.disclosures.cells.count { $0.status == .unreadable } == 2)
    }

    @Test func misprintedHeadersOfSectionFourAreNoValues() throws {
        let original = try VariationTests.source("tabs")
        let found = values(try report(original.replacing("复议后起诉", with: "夏议后启诉")))
        let wanted = values(try report(original))
        #expect(found == wanted)
    }

    @Test func aGroupsLabelBesideAWrappedRowOfItsIsNoPartOfTheRow() throws {
        let original = try VariationTests.source("cell_lines")
        let label = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
        let lines = original.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let row = try #require(lines.firstIndex(of: label))
        let head = try #require(lines[..<row].lastIndex(of: "（六）其他处理"))
        let values = lines[(row + 1)...].lazy.filter { !$0.isEmpty }.prefix(7).joined(separator: " ")
        let rest = row + 15
        for printed in [
            ["（六）其", "1.申请人无正当理由逾期不补正、", "行政机关不再处理其政府信息公开申 \(values)", "请", "他处理"],
            ["1.申请人无正当理由逾期不补正", "、行政机关不再处理其政府信息公开 \(values)", "（六） 申请", "其他处理"],
        ] {
            let text = (lines[..<head] + printed + lines[rest...]).joined(separator: "\n")
            _ = try expectSame(text, as: original, "\(printed[0])")
        }
    }

    @Test func aUnitInAHeaderMayBeWrapped() throws {
        let original = try VariationTests.source("units_in_header")
        _ = try expectSame(original.replacing("(万元，", with: "(万\n元，"), as: original, "wrapped")
        #expect(values(try report(original.replacing("(万元，", with: "("))) != values(try report(original)))
    }

    @Test func numbersOfRowsWithoutTheirPoint() throws {
        let original = try VariationTests.source("cell_lines")
        var printed = original
        for (number, label) in [(1, "属于国家秘密"), (3, "其他"), (2, "重复申请"), (4, "保护第三方合法权益")] {
            printed = printed.replacing("\n\(number).\(label)", with: "\n\(number) \(label)").replacing(
                "\n\(number). \(label)", with: "\n\(number) \(label)")
        }
        _ = try expectSame(printed, as: original, "bare numbers")
        _ = try expectSame(
            original.replacing("\n2.重复", with: "\n2）重复").replacing("\n2. 重复", with: "\n2）重复"), as: original, "bracket")
    }

    @Test func headersReadOutOfOrderAreNotTakenAtTheirWord() throws {
        let original = try VariationTests.source("tabs")
        let lines = original.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let values = try #require(lines.last { $0.split(separator: "\t").count == 15 && $0.first?.isNumber == true })
        let head = try #require(lines.firstIndex { $0.hasPrefix("行政复议\t") })
        let last = try #require(lines.lastIndex(of: values))
        let printed =
            (lines[..<head] + [
                "行政复议 行政诉讼", "复议后起诉", "未经复议直接起诉", "结果维持 结果纠正 其他结果 尚未审结 总计",
                values.split(separator: "\t").joined(separator: " "),
            ] + lines[(last + 1)...]).joined(separator: "\n")
        let found = try expectSame(printed, as: original, "order")
        #expect(found.proceedings.cells.contains { $0.status == .inferred })
    }

    @Test func unitsInBracketsAndZerosBehindThePoint() throws {
        let original = try VariationTests.source("tabs")
        _ = try expectSame(original.replacing("87.26714 万元", with: "87.26714（万元）"), as: original, "unit")
        _ = try expectSame(original.replacing("\t877\t", with: "\t877.00\t"), as: original, "zeros")
        // Three zeros behind the point may be thousands.
        #expect(
            try report(original.replacing("\t877\t", with: "\t877.000\t")).applications.cells[0].status == .unreadable)
        // The figure is longer than what can be read of it.
        #expect(
            try report(original.replacing("\t877\t", with: "\t8. 77\t")).applications.cells[0].status == .unreadable)
    }

    @Test func proseAboveATableGivesNoCellToIt() throws {
        let original = try VariationTests.source("tabs")
        let row = "行政强制\t14\t-51\t89\n"
        let printed = original.replacing(row, with: "").replacing(
            "二、主动公开政府信息情况\n", with: "二、主动公开政府信息情况\n\n全年行政强制 7 8 9\n")
        let found = try report(printed)
        #expect(original.contains(row) && found.disclosures.cells.count { $0.status == .absent } == 3)
        #expect(found.status == .incomplete)
    }

    /// The row of 保护第三方合法权益, with its fields changed.
    private func reprinted(_ change: (inout [String]) -> Void) throws -> [ReportModel.Cell] {
        let lines = try VariationTests.source("tabs").split(separator: "\n", omittingEmptySubsequences: false)
        let printed = lines.map { line -> String in
            guard line.contains("保护第三方合法权益") else { return String(line) }
            var fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            change(&fields)
            return fields.joined(separator: "\t")
        }
        let cells = try report(printed.joined(separator: "\n")).applications.cells
        return Array(cells[(7 * 7)..<(8 * 7)])
    }

    @Test func emptyFieldsOfARowStandWhereTheFieldsOfFullRowsDo() throws {
        let full = try reprinted { _ in }
        #expect(full.allSatisfy { $0.value != nil })
        let blank = try reprinted { fields in
            guard let label = fields.firstIndex(where: { $0.contains("保护") }) else { return }
            for place in [2, 3, 5, 7] { fields[label + place] = "" }
        }
        for (column, cell) in blank.enumerated() {
            #expect(cell.value == ([1, 2, 4, 6].contains(column) ? nil : full[column].value))
            #expect(cell.status == (cell.value == nil ? .blank : .reported))
        }
    }

    @Test func aShiftedRowIsNotMisread() throws {
        let full = try reprinted { _ in }
        let shifted = try reprinted { fields in
            guard let label = fields.firstIndex(where: { $0.contains("保护") }) else { return }
            for place in [1, 2, 7] { fields[label + place] = "" }
            fields.insert("", at: label)
            fields.removeLast()
        }
        for (column, cell) in shifted.enumerated() where cell.status == .reported {
            #expect(cell.value == full[column].value)
        }
    }

    @Test func textAmongTheValuesOfSectionFourIsAValueThatCannotBeRead() throws {
        let original = try VariationTests.source("tabs")
        let values = try #require(
            original.split(separator: "\n").last { $0.split(separator: "\t").count == 15 && $0.first?.isNumber == true }
        )
        let full = try report(original).proceedings.cells
        for place in [0, 7, 14] {
            var fields = values.split(separator: "\t").map(String.init)
            fields[place] = "O"
            let cells = try report(original.replacing(String(values), with: fields.joined(separator: "\t"))).proceedings
                .cells
            #expect(cells.count == 15)
            for (index, cell) in cells.enumerated() {
                #expect(cell.value == (index == place ? nil : full[index].value))
                if index == place { #expect(cell.status == .unreadable) }
            }
        }
    }

    @Test func strokesBetweenCellsShowAnEmptyLastOne() throws {
        let original = try VariationTests.source("tabs")
        let printed = original.replacing("规章\t67\t92\t111\n", with: "规章|67|92|\n").split(
            separator: "\n", omittingEmptySubsequences: false
        ).map { line in
            line.contains("\t") ? line.split(separator: "\t").joined(separator: "|") : String(line)
        }
        let cells = try report(printed.joined(separator: "\n")).disclosures.cells
        #expect(cells[..<3].map(\.value?.mantissa) == [67, 92, nil])
        #expect(cells[2].status == .blank)
    }

    @Test func titlesOfOtherPagesAreNotTheReports() throws {
        let original = try VariationTests.source("tabs")
        let plain = try report(original)
        let year = try #require(plain.year)
        let found = try report(original + "\n上一篇：某县某镇\(year - 1)年政府信息公开工作年度报告\n下一篇：某县某镇\(year + 1)年政府信息公开工作年度报告\n")
        #expect(found.year == year)
        let title = try #require(plain.title)
        let behind = try report(original.replacing(title, with: "首页 > 政务公开 > 正文\(title)"))
        #expect(behind.title == title && behind.issuer == plain.issuer)
        let parted = try report(
            original.replacing(title, with: title.replacing(" \(year) 年", with: "") + "\n（\(year)年度）"))
        #expect(parted.year == year && parted.issuer == plain.issuer)
        let named = try report(original.replacing(title, with: "名称：\(title)"))
        #expect(named.issuer == plain.issuer)
    }
}
