import Narrative
import ReportModel
import Testing

@Suite struct MetadataTests {
    static func read(_ text: String, issuer: String? = nil, year: Int? = nil) -> Report {
        let document = document(text)
        var report = Report(id: "r0", path: "a.txt")
        report.issuer = issuer
        report.year = year
        MetadataReader().complete(&report, in: document, lines: 0..<document.lines.count)
        return report
    }

    /// Two hundred names with their rank and regions; `-` for a rank that the name leaves open.
    @Test func issuers() throws {
        let rows = try fixture("names/issuers.tsv")
        #expect(rows.count >= 200)
        for row in rows {
            let report = MetadataTests.read("", issuer: row[0])
            #expect(report.level?.rawValue ?? "-" == row[1], "\(row[0])")
            let parts = [report.province, report.prefecture, report.county, report.township].map { $0 ?? "" }
            #expect(parts.joined(separator: "/") == row[2], "\(row[0])")
        }
    }

    /// Period, day of publication, document number and phone out of lines as reports and pages print them; `-` for none.
    @Test func lines() throws {
        let rows = try fixture("metadata/lines.tsv")
        #expect(rows.count >= 40)
        for row in rows {
            let text = row[0].replacing("\\n", with: "\n").replacing("\\t", with: "\t")
            let report = MetadataTests.read(text, year: 2024)
            let period = report.periodStart.map { "\($0)..\(report.periodEnd ?? "")" }
            let read = [period, report.publishedOn, report.documentNumber, report.phone].map { $0 ?? "-" }
            #expect(read.joined(separator: " ") == row[1], "\(row[0])")
        }
    }

    @Test(arguments: [
        ("本报告中数据的统计期限为 2020 年 1 月 1 日至 12 月 31 日，如有疑问请来电。", "2020-01-01", "2020-12-31"),
        ("所列数据自2023年1月1日起，至2023年12月31日止。", "2023-01-01", "2023-12-31"),
        ("统计期限为2021年1月1日—2021年12月31日。", "2021-01-01", "2021-12-31"),
        ("统计期限：２０２２年１月１日到１２月３１日", "2022-01-01", "2022-12-31"),
        ("时限为二〇二四年一月一日至二〇二四年十二月三十一日", "2024-01-01", "2024-12-31"),
        ("数据统计时间为2024.1.1-2024.12.31", "2024-01-01", "2024-12-31"),
    ])
    func period(_ text: String, _ start: String, _ end: String) {
        let report = MetadataTests.read("某镇年度报告\n" + text)
        #expect(report.periodStart == start)
        #expect(report.periodEnd == end)
    }

    @Test(arguments: [
        "2023年3月至10月开展整治。", "2024年5月1日印发，2024年6月1日施行。", "3月1日至5月31日为活动月。", "自2019年5月15日至2022年3月1日期间有效。",
        "时间：2024年13月1日至2024年14月1日",
    ])
    func noPeriod(_ text: String) {
        let report = MetadataTests.read(text)
        #expect(report.periodStart == nil)
        #expect(report.periodEnd == nil)
    }

    @Test(arguments: [
        ("联系电话：0564-2774241，邮编：237452", "0564-2774241"),
        ("电话:01088886666", "01088886666"),
        ("（电话：（0372）5551234）", "0372-5551234"),
        ("联系电话为8123456。", "8123456"),
        ("监督电话：0551-12345678；咨询电话：0551-87654321", "0551-87654321"),
    ])
    func phone(_ text: String, _ phone: String) { #expect(MetadataTests.read(text).phone == phone) }

    @Test(arguments: ["举报电话：0551-12345678", "电话咨询12件", "拨打电话12345", "电子邮箱123456789@qq.com", "电话：123456789012345"])
    func noPhone(_ text: String) { #expect(MetadataTests.read(text).phone == nil) }

    @Test(arguments: [
        ("某镇2024年年度报告\n发布日期：2025-01-20 来源：某镇", "2025-01-20"),
        ("某镇2024年年度报告\n2025年1月8日\n一年来，工作平稳。", "2025-01-08"),
        ("某镇2024年年度报告\n正文。\n无其他事项。\n\n二〇二五年一月二十日\n", "2025-01-20"),
        ("某镇2024年年度报告\n（2025年1月10日）\n正文", "2025-01-10"),
    ])
    func published(_ text: String, _ date: String) { #expect(MetadataTests.read(text, year: 2024).publishedOn == date) }

    @Test(arguments: [
        "某镇2024年年度报告\n2019年4月3日修订的条例施行以来，工作平稳。", "某镇2024年年度报告\n2019年5月15日\n", "某镇2024年年度报告\n2024年1月1日至12月31日",
    ])
    func notPublished(_ text: String) { #expect(MetadataTests.read(text, year: 2024).publishedOn == nil) }

    @Test(arguments: [
        ("索引号：003219876/2025-00012 发布机构：某镇\n某镇报告", "003219876/2025-00012"),
        ("文号：某政办〔2025〕3号 索引号：AB12345/2025-1\n某镇报告", "某政办〔2025〕3号"),
        ("某镇2024年年度报告\n某政办〔2025〕3号\n正文", "某政办〔2025〕3号"),
    ])
    func number(_ text: String, _ number: String) { #expect(MetadataTests.read(text).documentNumber == number) }

    @Test(arguments: ["根据国办公开办函〔2021〕30号的要求编写。", "文号：无", "第3号"])
    func noNumber(_ text: String) { #expect(MetadataTests.read(text).documentNumber == nil) }

    @Test func metadataOfThePageComesFirst() {
        var document = document("某镇2024年年度报告\n发布日期：2025-02-02")
        document.metadata.publishedOn = "2025-01-20"
        document.metadata.documentNumber = "A-1"
        var report = Report(id: "r0", path: "a.html")
        report.year = 2024
        MetadataReader().complete(&report, in: document, lines: 0..<2)
        #expect(report.publishedOn == "2025-01-20")
        #expect(report.documentNumber == "A-1")
    }

    @Test func linesOutsideTheReportAreLeftAlone() {
        let document = document("电话：0551-1111111\n某镇2024年年度报告\n电话：0551-2222222")
        var report = Report(id: "r0", path: "a.txt")
        MetadataReader().complete(&report, in: document, lines: 1..<3)
        #expect(report.phone == "0551-2222222")
        MetadataReader().complete(&report, in: document, lines: 5..<9)
        #expect(report.phone == nil)
    }
}
