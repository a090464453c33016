import AccuracyKit
import Foundation
import Narrative
import ReportModel
import Testing

/// How figures are found in lines as they are met: wrapped, numbered, under headings, hostile.
@Suite struct FactFinderTests {
    static func located(_ text: String, year: Int? = nil) -> [String] {
        let (report, document) = report(text, year: year)
        return FactFinder().facts(of: report, in: document).map { fact in
            "\(shown(fact)) \(fact.locator) \(document.string(fact.text).replacing("\n", with: "⏎"))"
        }
    }

    @Test func aSentenceOverWrappedLines() {
        let text = """
            2024年，我镇围绕中心工作，不断健全公开机制，全年主动公开政府信息
            1374条，内容涉及政策法规、财政预决算、社会救助等方面，较好地保障了
            群众的知情权，同时收到政府信息公开申请

            3件。
            """
        #expect(
            FactFinderTests.located(text) == [
                "items_disclosed=1374 L2 全年主动公开政府信息⏎1374条", "applications_received=3 L5 同时收到政府信息公开申请⏎⏎3件",
            ])
    }

    @Test func aFigureCutByTheEndOfALine() {
        let text = "2024年我镇坚持公开为常态不公开为例外，全年主动公开各类政府信息13\n74条。"
        #expect(facts(text) == ["items_disclosed=1374"])
        #expect(facts("2024\n3件") == ["other=3"])
    }

    @Test func pageNumbersAreNoFigures() {
        let text = "全年我镇通过各种渠道主动公开各类政府信息共计\n- 5 -\n301条，较好地完成了任务。\n— 6 —\n第7页 共9页\n12\n"
        #expect(facts(text) == ["items_disclosed=301"])
    }

    @Test func rowsOfATableAreNoProse() {
        #expect(facts("规章\t0件\t0件\t2件\n| 文件 | 3件 | 4件 |\n规章 | 0 | 0 | 2 |").isEmpty)
    }

    @Test func onlyProseSectionsAreRead() {
        var (report, document) = report("一\n收到申请1件。\n二\n收到申请2件。\n三\n收到申请3件。")
        report.sections = [
            Section(kind: .overview, heading: "一", lines: 0..<2, body: 1..<2),
            Section(kind: .applications, heading: "二", lines: 2..<4, body: 3..<4),
            Section(kind: .other, heading: "三", lines: 4..<6, body: 5..<6),
        ]
        let facts = FactFinder().facts(of: report, in: document)
        #expect(facts.map(\.value) == [DecimalValue(1), DecimalValue(3)])
        #expect(facts.map(\.section) == [.overview, .other])
    }

    @Test func linesThatStandForAGridPartParagraphs() {
        var (report, document) = report("全年收到政府信息公开申请\n表\n3件")
        document.lines[1].grid = 0
        document.grids = [Grid(rows: 1, columns: 1, cells: [])]
        #expect(FactFinder().facts(of: report, in: document).map(shown) == ["other=3"])
    }

    @Test func aHeadingIsTheTopicOfItsParagraph() {
        #expect(facts("（二）依申请公开。\n2024年共收到3件，答复3件。") == ["applications_received=3", "applications_answered=3"])
        #expect(facts("## （二）依申请公开情况\n全年答复3件。") == ["applications_answered=3"])
        #expect(facts("（二）依申请公开：本年度未收到。") == ["applications_received=0"])
        #expect(facts("（五）监督保障。\n全年办结3件。") == ["other=3"])
        #expect(facts("（二）依申请公开。\n（三）平台建设。\n全年办结3件。") == ["other=3"])
    }

    @Test func aListGoesOnOverItsLines() {
        let text = "全年收到政府信息公开申请10件，办理结果如下：\n1.予以公开6件；\n2.部分公开3件；\n3.不予公开1件。"
        #expect(
            facts(text) == [
                "applications_received=10", "applications_granted=6", "applications_partially_granted=3",
                "applications_denied=1",
            ])
    }

    @Test func whatASentenceCountsHoldsForTheNext() {
        #expect(
            facts("被申请行政复议3件。其中，维持2件，纠正1件。") == [
                "reconsiderations=3", "reconsiderations_upheld=2", "reconsiderations_corrected=1",
            ])
    }

    @Test func widthBlanksAndTraditionalCharacters() {
        #expect(facts("全年主動公開政府信息３０１條。") == ["items_disclosed=301"])
        #expect(facts("全 年 公 开 信 息 3 0 1 条").isEmpty)
        #expect(facts("主动公开政府信息 **301** 条。") == ["items_disclosed=301"])
        #expect(facts("主动公开政府信息\u{3000}301\u{A0}条。") == ["items_disclosed=301"])
        // Groups of three with a measure word behind them are one figure; anything else is none.
        #expect(facts("主动公开政府信息1 374条。") == ["items_disclosed=1374"])
        #expect(facts("主动公开政府信息 12 845 条。") == ["items_disclosed=12845"])
        for text in ["公开信息1 37条。", "公开信息1 3744条。", "公开信息0 374条。", "见表1 374条。", "公开信息2024 374条。", "电话010 688 221。"] {
            #expect(facts(text).isEmpty, "\(text)")
        }
    }

    @Test func units() {
        let (report, document) = report("收取信息处理费0.12万元，培训120人次，增长12.5%，提高3个百分点，增长2倍，没有收到申请。")
        let facts = FactFinder().facts(of: report, in: document)
        #expect(facts.map(\.unit) == ["CNY", "人次", "%", "个百分点", "倍", "件"])
        #expect(facts.map(\.value).map(decimal) == ["1200", "120", "12.5", "3", "2", "0"])
    }

    @Test func aRateNamesItsBase() throws {
        let (report, document) = report("全年收到政府信息公开申请30件，同比增长12.3%。")
        let rate = try #require(FactFinder().facts(of: report, in: document).last)
        #expect(rate.kind == "rate")
        #expect(rate.channel == "applications_received")
        #expect(document.string(rate.text) == "全年收到政府信息公开申请30件，同比增长12.3%")
    }

    @Test func figuresOfOtherYears() {
        #expect(facts("2023年，我局收到申请8件。", year: 2024) == ["other=8"])
        #expect(facts("2024年，我局收到申请8件。", year: 2024) == ["applications_received=8"])
        #expect(facts("2025年，我局收到申请8件。", year: 2024).isEmpty)
        #expect(facts("按照2019年修订的条例，收到申请8件。", year: 2024) == ["applications_received=8"])
        #expect(facts("截至2024年底，收到申请8件。", year: 2024) == ["applications_received=8"])
    }

    @Test func noText() {
        #expect(facts("").isEmpty)
        #expect(facts("\n\n\n").isEmpty)
        let document = Document(text: [], lines: [], format: .text, encoding: .utf8)
        var report = Report(id: "r", path: "p")
        report.sections = [Section(kind: .overview, heading: "", lines: 0..<9, body: 3..<9)]
        #expect(FactFinder().facts(of: report, in: document).isEmpty)
    }

    @Test(arguments: [
        String(repeating: "9", count: 5000) + "条", String(repeating: "九", count: 3000),
        String(repeating: "没有收到", count: 2000),
        String(repeating: "1件", count: 4000), String(repeating: "（", count: 5000), String(repeating: "《", count: 5000),
        String(repeating: "百分之", count: 2000), String(repeating: "，", count: 9000),
        String(repeating: "𠀀3件", count: 900),
        String(repeating: "1,000", count: 900) + "条", "3" + String(repeating: "万", count: 500) + "条",
        String(repeating: "\u{0}", count: 99),
        "99999999999999999999万条", "0.00000000000000001万元", "“" + String(repeating: "3件“", count: 500), "3", "零", "第",
        "百余",
    ])
    func hostile(_ text: String) {
        let (report, document) = report("主动公开信息" + text + "\n" + text)
        for fact in FactFinder().facts(of: report, in: document) {
            #expect(
                fact.text.start >= 0 && fact.text.start < fact.text.end && Int(fact.text.end) <= document.text.count)
            #expect(String(validating: document.text[fact.text.range], as: UTF8.self) != nil)
            #expect(document.lines.contains { $0.number == fact.locator.row })
        }
    }

    @Test func everyFactIsPrintedWhereItIsSaidToBe() throws {
        for name in ["clauses", "heldout", "paragraphs", "varied"] {
            for clause in try LabelledClause.load(fixtures.appendingPathComponent("\(name).tsv").path) {
                let (report, document) = report("前一行。\n" + clause.text, year: clause.year)
                for fact in FactFinder().facts(of: report, in: document) {
                    #expect(fact.locator == Locator(line: 2))
                    #expect(clause.text.contains(document.string(fact.text)))
                    #expect(fact.value.mantissa >= 0)
                }
            }
        }
    }
}
