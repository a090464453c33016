import AccuracyKit
import Codebook
import FoundationEssentials
import ReportModel
import Testing

/// Prints that seem to say more than they do: what they leave open must stay empty, never become another cell's value.
@Suite struct DoubtTests {
    private static func source(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: FixtureTests.folder.appending(path: name + "/source.txt")), as: UTF8.self)
    }

    private func report(_ text: String) throws -> Report {
        try #require(ReportReading().reports(in: Array(text.utf8)).first)
    }

    private func applications(_ report: Report, _ row: Int) -> [Int64?] {
        report.applications.cells[(row * 7)..<(row * 7 + 7)].map { $0.value?.mantissa }
    }

    /// The text with one part of it replaced, which must be there.
    private func replaced(_ text: String, _ parts: [(String, String)]) throws -> String {
        var text = text
        for (part, print) in parts {
            try #require(text.contains(part))
            text = text.replacing(part, with: print)
        }
        return text
    }

    /// The text with other lines under the heading of section 4.
    private func withSectionFour(_ print: String, in text: String) throws -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let head = try #require(lines.lastIndex { $0.hasPrefix("四、") && $0.contains("行政复议") })
        let end = try #require(lines[head...].firstIndex { $0.hasPrefix("五、") })
        return (lines[...head] + [print] + lines[end...]).joined(separator: "\n")
    }

    @Test func aMergedCellsLeavingIsNoEmptyColumn() throws {
        let original = try DoubtTests.source("tabs")
        // The empty cell of 其他 is gone; the one that 予以公开 leaves is still there.
        let found = try report(
            try replaced(
                original,
                [
                    ("予以公开\t4\t5\t7\t10\t8\t4\t38\t", "予以公开\t\t4\t5\t7\t10\t8\t34"),
                    ("情形)\t93\t", "情形)\t\t93\t"), ("总计\t829\t", "总计\t\t829\t"), ("其他处理\t63\t", "其他处理\t\t63\t"),
                ]))
        let wanted: [Int64?] = [4, 5, 7, 10, 8, nil, 34]
        #expect(zip(applications(found, 2), wanted).allSatisfy { $0 == nil || $0 == $1 })
        #expect(applications(found, 3) == [93, 2, 0, 12, 1, 7, 115])
    }

    @Test(arguments: ["\t", "\t\t", ""])
    func aFigureThatALinesEndHasCutIsNoFigure(behind: String) throws {
        let original = try DoubtTests.source("tabs")
        let found = try report(try replaced(original, [("42\t87.26714 万元\t", "42\t87\(behind)\n.26714 万元\t")]))
        #expect(found.disclosures.cells[21].value == nil && found.disclosures.cells[21].status == .unreadable)
        #expect(found.disclosures.cells[20].value?.mantissa == 42)
    }

    @Test func emptyCellsOfSectionTwoThatGoLostTakeTheOthersWithThem() throws {
        let original = try DoubtTests.source("tabs")
        // Either cell of 行政事业性收费 may be the empty one: elsewhere empty cells leave no trace.
        let found = try report(
            try replaced(original, [("行政许可\t367\t-19\t219", "行政许可\t367\t219"), ("收费\t104\t-47\t", "收费\t-47\t\t")]))
        #expect(found.disclosures.cells[18].value == nil && found.disclosures.cells[18].status == .unreadable)
        #expect(found.disclosures.cells[0].value?.mantissa == 67)
    }

    @Test func oneValueBehindTheLastHeaderOfSectionFourIsNoPair() throws {
        let original = try DoubtTests.source("cell_lines")
        let print = "行政复议\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n行政诉讼\n未经复议直接起诉\n复议后起诉\n结果维持\n14\n"
        let found = try report(withSectionFour(print, in: original))
        #expect(found.proceedings.cells.count == 15 && found.proceedings.cells.allSatisfy { $0.value == nil })
        // A list has a value behind each name.
        let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let list = ["行政复议", "未经复议直接起诉", "复议后起诉"].enumerated().map { procedure, name in
            outcomes.enumerated().map { index, outcome in
                // The procedure's name stands in the middle of its cell.
                (index == 2 ? name + "\n" : "") + outcome + "\n\(procedure * 10 + index)\n"
            }.joined()
        }.joined()
        let listed = try report(withSectionFour(list, in: original))
        #expect(listed.proceedings.cells.map { $0.value?.mantissa } == [0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 20, 21, 22, 23, 24])
    }

    @Test func twoNumbersInACellSpoilThatCellOnly() throws {
        let original = try DoubtTests.source("tabs")
        let found = try report(
            try replaced(original, [("予以公开\t4\t5\t7\t10\t8\t4\t38\t", "予以公开\t4\t5\t7\t1 0\t8\t4\t38\t"), ("行政许可\t367\t-19\t219", "行政许可\t367\t-19\t21 9")]))
        #expect(applications(found, 2) == [4, 5, 7, nil, 8, 4, 38])
        let crowded = found.applications.cells[2 * 7 + 3]
        #expect(crowded.status == .unreadable && crowded.raw.count == 3)
        #expect(found.disclosures.cells.contains { $0.status == .unreadable && $0.raw.count == 4 })
        #expect(found.disclosures.cells.contains { $0.value?.mantissa == 367 && $0.status == .reported })
        #expect(found.disclosures.cells.count { $0.status == .unreadable } == 1)
    }

    @Test func figuresOfOneLengthBelowEachOtherAreWholeWhereEachHasItsLabel() throws {
        let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let values = [19, 22, 14, 15, 70, 11, 13, 32, 15, 71, 12, 28, 40, 24, 104]
        let rows = values.enumerated().map { index, value in
            (index % 5 == 0 ? ["行政复议", "未经复议直接起诉", "复议后起诉"][index / 5] : "") + "\t\(outcomes[index % 5])\t\(value)\n"
        }
        let found = try report(withSectionFour(rows.joined(), in: try DoubtTests.source("tabs")))
        #expect(found.proceedings.cells.map { $0.value?.mantissa } == values.map(Int64.init))
    }

    @Test func anEmptyRowOfSectionFourIsItsProceduresOwn() throws {
        let outcomes = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
        let print = "行政复议\n\(outcomes)\t\t\t\t\n未经复议直接起诉\n\(outcomes)\t1\t\t\t1\n复议后起诉\n\(outcomes)2\t\t\t3\t5\n"
        let found = try report(withSectionFour(print, in: try DoubtTests.source("tabs")))
        let values = found.proceedings.cells.map { $0.value?.mantissa }
        #expect(values == [nil, nil, nil, nil, nil, nil, 1, nil, nil, 1, 2, nil, nil, 3, 5])
        #expect(found.proceedings.cells.allSatisfy { $0.status == .reported || $0.status == .blank })
    }

    @Test func aRowOverTwoLinesIsNotPutByThePlacesOfItsFirst() throws {
        let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let head = (0..<15).map { outcomes[$0 % 5] + String(repeating: " ", count: $0 % 5 == 4 ? 6 : 2) }.joined()
        func line(_ values: [Int: Int]) -> String {
            (0..<15).map { index in
                values[index].map { "   \($0)" + String(repeating: " ", count: 7 - String($0).utf8.count) } ?? String(repeating: " ", count: 10)
            }.joined()
        }
        let names = "行政复议    未经复议直接起诉    复议后起诉\n"
        let original = try DoubtTests.source("pdf_lines")
        let one = try report(withSectionFour(names + head + "\n" + line([10: 10, 14: 10]) + "\n", in: original))
        #expect(one.proceedings.cells[10].value?.mantissa == 10 && one.proceedings.cells[0].status == .blank)
        let two = try report(
            withSectionFour(names + head + "\n" + line([10: 10, 14: 10]) + "\n" + "（含重复） （含修订）\n" + line([0: 4, 4: 4, 7: 13, 9: 13]) + "\n", in: original))
        #expect(two.proceedings.cells.allSatisfy { $0.value == nil && $0.status == .unreadable })
    }

    @Test func ofTwoTablesOfWhichOneHasNoHeadersNeitherIsTaken() throws {
        let outcomes = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
        let head = "行政复议\t未经复议直接起诉\t复议后起诉\n" + [outcomes, outcomes, outcomes].joined(separator: "\t") + "\n"
        let values = [1, 2, 3, 4, 10, 0, 0, 0, 0, 0, 2, 0, 0, 1, 3]
        let row = values.map(String.init).joined(separator: "\t") + "\n"
        let original = try DoubtTests.source("tabs")
        let one = try report(withSectionFour(head + row, in: original))
        #expect(one.proceedings.cells.map { $0.value?.mantissa } == values.map(Int64.init))
        let two = try report(withSectionFour(head + row + "本年度：\n" + row.replacing("10", with: "11") + "\n", in: original))
        #expect(two.proceedings.cells.allSatisfy { $0.value == nil && $0.status == .unreadable })
    }

    @Test func figuresThatNothingPartsAreNoCount() throws {
        let original = try DoubtTests.source("tabs")
        for figure in ["0877", "000001011300000", "24144626237986"] {
            let cell = try report(original.replacing("\t877\t", with: "\t\(figure)\t")).applications.cells[0]
            #expect(cell.value == nil && cell.status == .unreadable)
        }
        #expect(try report(original.replacing("\t877\t", with: "\t1234567890\t")).applications.cells[0].value?.mantissa == 1_234_567_890)
    }

    @Test func aRowsNumberWithABlankBeforeItsPointIsNoValue() throws {
        let original = try DoubtTests.source("cell_lines")
        let found = try report(original.replacing("\n2.重复", with: "\n2 .重复").replacing("\n2. 重复", with: "\n2 . 重复"))
        #expect(try report(original).applications.cells.map(\.value) == found.applications.cells.map(\.value))
    }

    @Test func wordsThatOneBlankPartsStandInNoColumns() throws {
        // Seven bands by chance, and an empty cell anywhere.
        let text = """
            某县某镇2023年政府信息公开工作年度报告
            三、收到和处理政府信息公开申请情况
            自然人 法人或其他组织 总计
            商业企业 科研机构 社会公益组织 法律服务机构 其他
            一、本年新收政府信息公开申请数量 1 2 3 4 5 6 21
            三、本年度办理结果 （一）予以公开 1 2 3 4 5 6 21
            （二）部分公开（区分处理的，只计这一情形，不计其他情形） 0 0 0
            （三）不予公开 1.属于国家秘密 0 0 0
            2.其他法律行政法规禁止公开 0 0 0
            （六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 0 0 0
            （七）总计 1 2 3 4 5 6 21
            四、结转下年度继续办理 0 0 0
            """
        let found = try report(text)
        #expect(applications(found, 0) == [1, 2, 3, 4, 5, 6, 21])
        #expect(found.applications.cells[21..<42].allSatisfy { $0.value == nil })
    }

    @Test func valuesBeforeARowWithoutALabelMayBeIts() throws {
        let original = try DoubtTests.source("cell_lines")
        let lines = original.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let label = try #require(lines.firstIndex { $0.hasSuffix("重复申请") && !$0.contains("大量") })
        let next = try #require(lines[label...].firstIndex { $0.contains("要求提供公开出版物") })
        let empty = try #require(lines.firstIndex { $0.contains("属于国家秘密") })
        let afterEmpty = try #require(lines[empty...].firstIndex { $0.contains("禁止公开") })
        // Some row is empty and leaves no trace; 重复申请 may be empty too, the values behind it those of a row whose label is gone.
        var kept = Array(lines[...label])
        kept += lines[(next + 1)...]
        kept.removeSubrange((empty + 1)..<afterEmpty)
        let found = try report(kept.joined(separator: "\n"))
        let row = try #require(CodeRow.applications(found, "not_processed.repeated_application"))
        #expect(applications(found, row).allSatisfy { $0 == nil })
    }

    @Test func valuesBehindAnotherGroupBelongToNoRowBeforeIt() throws {
        let original = try DoubtTests.source("tabs")
        let found = try report(
            try replaced(
                original,
                [
                    ("3.补正后申请内容仍不明确\t39\t1\t9\t0\t1\t19\t69\n", "3.补正后申请内容仍不明确\n"),
                    ("\t(五) 不予处理\t1.信访举报投诉类申请\t", "\t(五) 不予处理\t"),
                ]))
        let row = try #require(CodeRow.applications(found, "unavailable.unclear_after_correction"))
        #expect(applications(found, row).allSatisfy { $0 == nil })
    }

    @Test func fifteenNumbersOneALineAreHeldAgainstTheirSums() throws {
        let original = try DoubtTests.source("cell_lines")
        let names = "行政复议\n行政诉讼\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n未经复议直接起诉\n复议后起诉\n"
        func cells(_ numbers: [Int]) throws -> [Int64?] {
            let print = names + numbers.map(String.init).joined(separator: "\n")
            return try report(withSectionFour(print, in: original)).proceedings.cells.map { $0.value?.mantissa }
        }
        #expect(try cells([18, 20, 2, 5, 44, 6, 9, 7, 17, 23, 8, 10, 11, 24, 14]).allSatisfy { $0 == nil })
        // One misprinted total is a misprint.
        #expect(try cells([1, 2, 3, 4, 11, 1, 1, 1, 1, 4, 0, 0, 0, 0, 0])[4] == 11)
    }
}

/// Rows of section 3 by their codes.
private enum CodeRow {
    static func applications(_ report: Report, _ code: String) -> Int? {
        guard let form = report.applications.form else { return nil }
        return CodeTable.shared.spec(form, .applications).row(code)
    }
}
