import AccuracyKit
import FoundationEssentials
import ReportModel
import Testing

/// Labels with remarks in brackets behind them, and small tables under the other form's headers.
@Suite struct RemarkTests {
    private static let source = (try? String(contentsOf: FixtureTests.folder.appending(path: "tabs/source.txt"), encoding: .utf8)) ?? ""

    private func report(_ text: String) throws -> Report {
        try #require(ReportReading().reports(in: Array(text.utf8)).first)
    }

    private func values(_ report: Report) -> [DecimalValue?] {
        [report.disclosures, report.applications, report.proceedings].flatMap { $0.cells.map(\.value) }
    }

    private func replaced(_ parts: [(String, String)], in text: String = source) throws -> String {
        try parts.reduce(text) { text, part in
            try #require(text.contains(part.0), "\(part.0)")
            return text.replacing(part.0, with: part.1)
        }
    }

    /// The same text with each cell on a line of its own.
    private func stacked(_ text: String) -> String { text.replacing("\t", with: "\n") }

    private static let remarks = [
        ("规章\t", "规章（仅由设区的市填写，含修订2部）\t"),
        ("规范性文件\t", "规范性文件（名称为办法、细则、规则的公文，多属规范性文件）\t"),
        ("上一年项目数量\t", "上一年项目数量（指2018年底的项数）\t"),
        ("本年增/减\t", "本年增/减（比上年底增减几项，减少的写负数，如-3）\t"),
        ("其他对外管理服务事项\t", "其他对外管理服务事项(不属于行政许可的,含行政处罚、行政强制以外各类)\t"),
        ("3.补正后申请内容仍不明确\t", "3.补正后申请内容仍不明确【逾期未答复】\t"),
        ("(七) 总计\t", "(七) 总计（件）\t"),
    ]

    @Test func aRemarkBehindALabelIsNoPartOfIt() throws {
        let wanted = values(try report(RemarkTests.source))
        let text = try replaced(RemarkTests.remarks)
        let found = try report(text)
        #expect(values(found) == wanted)
        #expect(found.status == .clean)
        #expect(values(try report(stacked(text))) == wanted)
    }

    @Test func aRemarkMayRunOverLines() throws {
        let text = stacked(RemarkTests.source)
        let found = try report(
            try replaced(
                [
                    ("\n规章\n", "\n规章（仅由设区的市\n填写，其他单位\n不填）\n"),
                    ("\n行政许可\n", "\n行政许可（含依申请的\n行政确认）\n"),
                ], in: text))
        #expect(values(found) == values(try report(text)))
        #expect(found.disclosures.cells[0].value?.mantissa == 67 && found.disclosures.cells[6].value?.mantissa == 367)
    }

    @Test func aBracketThatNeverClosesTakesNoLabelWithIt() throws {
        let text = stacked(RemarkTests.source)
        let found = try report(try replaced([("\n行政处罚\n163\n", "\n行政处罚（含警告\n163\n")], in: text))
        #expect(values(found) == values(try report(text)))
    }

    @Test func aRowThatIsNoneOfTheFormKeepsItsValues() throws {
        let row = "其他公开的文件（不属于规范性文件的，由办公室统计）\t5\t6\t7\n"
        let found = try report(try replaced([("第二十条第(五) 项", row + "第二十条第(五) 项")]))
        #expect(values(found) == values(try report(RemarkTests.source)))
    }

    @Test func aSmallTableOfTheOtherFormLeavesItsRowsOpen() throws {
        let headers = [("本年新制作数量", "本年制发件数"), ("本年新公开数量", "本年废止件数"), ("对外公开总数量", "现行有效件数")]
        let found = try report(try replaced(headers))
        let wanted = values(try report(RemarkTests.source))
        #expect(found.disclosures.form == .form2019)
        #expect(found.disclosures.cells[0..<6].allSatisfy { $0.value == nil && $0.status == .unreadable })
        #expect(Array(values(found)[6...]) == Array(wanted[6...]))
    }
}
