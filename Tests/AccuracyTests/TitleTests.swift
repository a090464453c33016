import AccuracyKit
import Foundation
import ReportModel
import Testing

/// Issuer and year as the titles of reports give them, in many wordings.
@Suite struct TitleTests {
    /// What stands behind the first sentence of each report.
    private static let rest = """
        二、主动公开政府信息情况
        第二十条第（一）项
        规章 0 0 0
        三、收到和处理政府信息公开申请情况
        四、政府信息公开行政复议、行政诉讼情况
        五、存在的主要问题及改进情况
        六、其他需要报告的事项
        无。
        """

    @Test func titles() throws {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/titles.tsv")
        let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        #expect(rows.count >= 50)
        for row in rows {
            let fields = row.split(separator: "\t").map(String.init)
            let text = fields[0].replacingOccurrences(of: "\\n", with: "\n")
                .replacingOccurrences(of: "…", with: TitleTests.rest)
            let reports = ReportReading().reports(in: Array(text.utf8))
            let read = reports.map { "\($0.issuer ?? "-") | \($0.year.map(String.init) ?? "-")" }
            #expect(read == [fields[1]], "\(fields[0])")
        }
    }

    @Test(arguments: [
        "政务公开\n机构职能\n财政局\n教育局", "2024年1月5日", "办公室\n公安局\n信息公开",
    ])
    func linesUnderATitleThatNameNoOneIssuer(_ lines: String) throws {
        let text = "2023年政府信息公开工作年度报告\n\(lines)\n一、总体情况\n工作平稳。\n\(TitleTests.rest)"
        let report = try #require(ReportReading().reports(in: Array(text.utf8)).first)
        #expect(report.issuer == nil)
        #expect(report.year == 2023)
    }

    /// A section whose text begins on the line of its heading.
    @Test(arguments: [" ", "：", "\u{3000}"], [1, 12])
    func aHeadingAndItsTextOnOneLine(_ mark: String, _ length: Int) throws {
        let prose = String(repeating: "2023年，全镇工作平稳有序，公开内容不断完善，主动公开政府信息36条。", count: length)
        let text = "某县某镇2023年政府信息公开工作年度报告\n一、总体情况\(mark)\(prose)\n\(TitleTests.rest)"
        let report = try #require(ReportReading().reports(in: Array(text.utf8)).first)
        let overview = try #require(report.sections.first)
        #expect(overview.kind == .overview)
        #expect(overview.heading == "一、总体情况")
        #expect(overview.body == 1..<2)
        #expect(report.sections.count == 6)
    }

    @Test func headingsOneBehindTheOtherHaveNoText() throws {
        let list = "一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 四、政府信息公开行政复议、行政诉讼情况"
        let text = "某县某镇2023年政府信息公开工作年度报告\n\(list)\n一、总体情况\n工作平稳。\n\(TitleTests.rest)"
        let report = try #require(ReportReading().reports(in: Array(text.utf8)).first)
        #expect(report.sections.first?.body == 3..<4)
    }
}
