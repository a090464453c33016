import Foundation
import Narrative
import ReportModel
import Testing

/// The figures of five real reports.
@Suite(.enabled(if: SampleReports.hasShared, "needs ../shared"))
struct SeedTests {
    static let expected: [(String, Int, [String])] = [
        (
            "000_eb544c0450548059", 2024,
            [
                "items_disclosed=301", "items_disclosed/app=9", "items_disclosed/app=1", "items_disclosed/wechat=130",
                "items_disclosed/other=162", "applications_received=0", "staff=1", "staff=1",
            ]
        ),
        ("001_2581eebe3519dac9", 2024, ["items_disclosed=34", "documents_issued=0"]),
        (
            "002_11b7131e39966bf3", 2020,
            [
                "items_disclosed=1374", "applications_received=0", "reconsiderations=0", "lawsuits=0",
                "applications_received=0",
            ]
        ),
        ("003_697df633adc2603b", 2024, []),
        ("004_d3342e2d2945bd72", 2024, ["items_disclosed=110", "applications_received=0", "fees_collected=0"]),
    ]

    @Test(arguments: expected)
    func facts(_ name: String, _ year: Int, _ expected: [String]) throws {
        let (report, document) = try SampleReports.seed(name, year: year)
        let facts = FactFinder().facts(of: report, in: document)
        #expect(facts.map(shown) == expected)
        for fact in facts {
            let line = try #require(document.lines.first { $0.number == fact.locator.row })
            #expect(line.span.start <= fact.text.end && fact.text.start <= line.span.end)
            if !fact.value.mantissa.description.isEmpty, fact.value.mantissa > 9 {
                #expect(document.string(fact.text).contains("\(fact.value.mantissa)"))
            }
        }
    }

    @Test func unitsAreAsPrinted() throws {
        let (report, document) = try SampleReports.seed("000_eb544c0450548059", year: 2024)
        let facts = FactFinder().facts(of: report, in: document)
        #expect(facts.map(\.unit) == ["条", "条", "条", "条", "条", "件", "名", "名"])
        #expect(document.string(facts[0].text) == "2024 年主动公开各类信息 301 条")
        #expect(facts[0].locator.description == "L7")
    }
}
