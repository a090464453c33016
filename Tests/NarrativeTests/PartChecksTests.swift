import Narrative
import ReportModel
import Testing

@Suite struct PartChecksTests {
    /// `rule subject-kind left right outcome` of each check of a text against tables.
    static func checks(
        _ text: String, form: FormVersion = .form2021, year: Int? = nil, period: (String, String)? = nil,
        disclosures: [String: Int] = [:], applications: [String: Int] = [:],
        proceedings: [String: Int] = [:]
    ) -> [String] {
        var (report, document) = report(text, year: year)
        FormFixtures.fill(
            &report, form: form, disclosures: disclosures, applications: applications, proceedings: proceedings)
        (report.periodStart, report.periodEnd) = (period?.0, period?.1)
        report.facts = FactFinder().facts(of: report, in: document)
        return PartChecks().checks(of: report, in: document).map { check in
            let kind = check.subject.split(separator: " ").first.map(String.init) ?? ""
            let sides = [check.left, check.right].map { $0.map(decimal) ?? "-" }.joined(separator: " ")
            return "\(check.rule.rawValue) \(kind) \(sides) \(check.outcome.rawValue)"
        }
    }

    @Test(
        arguments: [
            ("全年共收到政府信息公开申请5件。", 5, "narrative_applications applications_received 5 5 pass"),
            ("全年共收到政府信息公开申请5件。", 6, "narrative_applications applications_received 5 6 fail"),
            ("全年未收到政府信息公开申请。", 6, "narrative_applications applications_received 0 6 fail"),
            ("全年未收到政府信息公开申请。", 0, "narrative_applications applications_received 0 0 pass"),
            ("全县共收到政府信息公开申请50件。", 6, "narrative_applications applications_received 50 6 not_assessable"),
            ("镇本级收到政府信息公开申请5件。", 6, "narrative_applications applications_received 5 6 not_assessable"),
            ("全年共收到政府信息公开申请约5件。", 6, "narrative_applications applications_received 5 6 not_assessable"),
            ("一季度收到申请2件，二季度收到申请4件。", 6, "narrative_applications applications_received 2 6 not_assessable"),
        ] as [(String, Int, String)])
    func applications(_ text: String, _ received: Int, _ expected: String) {
        #expect(PartChecksTests.checks(text, applications: ["received/total": received]) == [expected])
    }

    /// Clauses held against tables in which every number is another: `fail` where the clause speaks of this body and this year,
    /// `open` where it speaks of a wider circle, another body, another time, a plan, or of about so many.
    @Test func onlyFiguresOfThisBodyAndYearFail() throws {
        let rows = try fixture("checks/scopes.tsv")
        #expect(rows.count >= 55)
        for row in rows {
            var (report, document) = report(row[0], year: 2024)
            FormFixtures.fill(&report)
            for index in report.applications.cells.indices { report.applications.cells[index].value = DecimalValue(99) }
            for index in report.proceedings.cells.indices { report.proceedings.cells[index].value = DecimalValue(99) }
            for index in report.disclosures.cells.indices { report.disclosures.cells[index].value = DecimalValue(99) }
            report.facts = FactFinder().facts(of: report, in: document)
            let checks = PartChecks().checks(of: report, in: document).filter { $0.rule != .narrativeYear }
            #expect(checks.contains { $0.outcome == .fail } == (row[1] == "fail"), "\(row[0])")
        }
    }

    @Test func blankIsNotZero() {
        #expect(
            PartChecksTests.checks("全年未收到政府信息公开申请。", applications: ["received/total": FormFixtures.blank])
                == ["narrative_applications applications_received 0 - not_assessable"])
    }

    @Test func receivedMayIncludeWhatWasCarriedIn() {
        #expect(
            PartChecksTests.checks(
                "共收到申请14件（含上年结转1件）。", applications: ["received/total": 13, "carried_in/total": 1])
                == [
                    "narrative_applications applications_received 14 14 pass",
                    "narrative_applications applications_carried_in 1 1 pass",
                ])
    }

    @Test func everyResult() {
        let text = "收到申请20件，上年结转1件，予以公开6件，部分公开3件，不予公开4件，无法提供5件，不予处理1件，其他处理1件，结转下年度1件，共答复20件。"
        let cells: [String: Int] = [
            "received/total": 20, "carried_in/total": 1, "granted/total": 6, "partially_granted/total": 3,
            "denied.state_secret/total": 1, "denied.process_information/total": 3, "unavailable.not_held/total": 5,
            "not_processed.repeated_application/total": 1, "other.fee_overdue/total": 1, "total/total": 20,
            "carried_out/total": 1,
        ]
        let passed = PartChecksTests.checks(text, applications: cells)
        #expect(passed.count == 10)
        #expect(passed.allSatisfy { $0.hasSuffix(" pass") }, "\(passed)")
        // Those answered may also be all that came in, so that the total alone contradicts nothing.
        for cell in cells.keys where cell != "total/total" {
            var changed = cells
            changed[cell] = 9
            let failed = PartChecksTests.checks(text, applications: changed).filter { $0.hasSuffix(" fail") }
            #expect(!failed.isEmpty, "\(cell)")
        }
    }

    @Test func applicants() {
        #expect(
            PartChecksTests.checks(
                "收到申请9件，其中自然人7件、法人或其他组织2件。",
                applications: [
                    "received/total": 9, "received/natural_person": 7, "received/commercial_enterprise": 1,
                    "received/other": 1,
                ])
                == [
                    "narrative_applications applications_received 9 9 pass",
                    "narrative_applications applications_received/natural_person 7 7 pass",
                    "narrative_applications applications_received/organization 2 2 pass",
                ])
    }

    @Test func proceedings() {
        let text = "因政府信息公开被申请行政复议3件，其中维持2件，纠正1件；行政诉讼4件。"
        #expect(
            PartChecksTests.checks(
                text,
                proceedings: [
                    "reconsideration/total": 3, "reconsideration/upheld": 2, "reconsideration/corrected": 0,
                    "litigation_direct/total": 3, "litigation_after_reconsideration/total": 1,
                ])
                == [
                    "narrative_proceedings reconsiderations 3 3 pass",
                    "narrative_proceedings reconsiderations_upheld 2 2 pass",
                    "narrative_proceedings reconsiderations_corrected 1 0 fail",
                    "narrative_proceedings lawsuits 4 4 pass",
                ])
    }

    @Test func otherProceedingsOfTheBodyContradictNothing() {
        #expect(
            PartChecksTests.checks("全年办理行政复议案件35件。", proceedings: ["reconsideration/total": 1])
                == ["narrative_proceedings reconsiderations 35 1 not_assessable"])
    }

    @Test func documents() {
        #expect(
            PartChecksTests.checks(
                "制发行政规范性文件4件，废止2件，现行有效19件。",
                disclosures: [
                    "normative_documents/issued": 4, "normative_documents/repealed": 3,
                    "normative_documents/in_force": 19,
                ])
                == [
                    "narrative_documents documents_issued/normative_documents 4 4 pass",
                    "narrative_documents documents_repealed/normative_documents 2 3 fail",
                    "narrative_documents documents_in_force/normative_documents 19 19 pass",
                ])
        #expect(
            PartChecksTests.checks("本年度未制发规范性文件和规章。", form: .form2019, disclosures: ["normative_documents/made": 1])
                == ["narrative_documents documents_issued 0 1 fail"])
        #expect(
            PartChecksTests.checks(
                "制发规范性文件3件，现行有效9件。", form: .form2019,
                disclosures: ["normative_documents/made": 3, "normative_documents/total_disclosed": 8])
                == [
                    "narrative_documents documents_issued/normative_documents 3 3 pass",
                    "narrative_documents documents_in_force/normative_documents 9 8 not_assessable",
                ])
        #expect(PartChecksTests.checks("印发各类文件45份。", disclosures: ["normative_documents/issued": 4]).isEmpty)
    }

    @Test(
        arguments: [
            ("本年度收取信息处理费1200元。", 1200, "1200 1200 pass"), ("本年度收取信息处理费1200元。", 1000, "1200 1000 fail"),
            ("本年度收取信息处理费0.12万元。", 5000, "1200 5000 not_assessable"), ("本年度未收取信息处理费。", 88000, "0 88000 not_assessable"),
            ("本年度未收取信息处理费。", 0, "0 0 pass"),
        ] as [(String, Int, String)])
    func fees(_ text: String, _ amount: Int, _ expected: String) {
        #expect(
            PartChecksTests.checks(text, disclosures: ["fees/amount": amount])
                == ["narrative_fees fees_collected \(expected)"])
        #expect(PartChecksTests.checks(text, form: .form2019).isEmpty)
    }

    @Test(arguments: [
        ("主动公开信息301条，其中网站171条，微信公众号130条。", "301 301 pass"),
        ("主动公开信息301条，其中网站172条，微信公众号130条。", "302 301 fail"),
        ("主动公开信息301条，其中网站100条，微信公众号130条。", "230 301 not_assessable"),
        ("主动公开信息301条，其中网站100条，其他方式130条。", "230 301 fail"),
        ("主动公开信息301条，网站发布301条，微信公众号发布130条。", "431 301 not_assessable"),
        ("主动公开信息约300条，其中网站172条，微信公众号130条。", "302 300 not_assessable"),
        ("主动公开信息301条。其中，网站172条，微信公众号130条。", "302 301 fail"),
        ("主动公开信息301条，其中网站171条，微信公众号130条。在各类媒体发布信息88篇。", "301 301 pass"),
        ("主动公开信息301条，其中网站171条，微信公众号130条，微博2条。", "303 301 fail"),
    ])
    func channels(_ text: String, _ expected: String) {
        #expect(PartChecksTests.checks(text) == ["narrative_channels items_disclosed \(expected)"])
    }

    @Test func oneChannelIsNoSum() {
        #expect(PartChecksTests.checks("主动公开信息301条，其中网站172条。").isEmpty)
    }

    @Test func years() {
        let pass = PartChecksTests.checks("2024年，工作平稳。", year: 2024, period: ("2024-01-01", "2024-12-31"))
        #expect(pass == ["narrative_year period 2024 2024 pass", "narrative_year prose 2024 2024 pass"])
        let fail = PartChecksTests.checks("2023年，工作平稳。", year: 2024, period: ("2023-01-01", "2023-12-31"))
        #expect(fail == ["narrative_year period 2024 2023 fail", "narrative_year prose 2024 2023 fail"])
        #expect(PartChecksTests.checks("根据2019年修订的条例开展工作。", year: 2024).isEmpty)
        #expect(PartChecksTests.checks("2019年条例修订。一年来工作平稳。", year: 2024).isEmpty)
        #expect(
            PartChecksTests.checks("2023年12月部署，2024年落实。", year: 2024) == ["narrative_year prose 2024 2024 pass"])
        #expect(
            PartChecksTests.checks("一年来工作平稳。", year: 2024, period: ("2023-12-01", "2024-11-30"))
                == ["narrative_year period 2024 2023 not_assessable"])
    }

    @Test func aTableWhoseFormIsUnknownIsNotHeld() {
        var (report, document) = report("全年收到申请5件。")
        report.facts = FactFinder().facts(of: report, in: document)
        #expect(!report.facts.isEmpty)
        #expect(PartChecks().checks(of: report, in: document).isEmpty)
    }

    @Test func theSubjectNamesPlaceAndClause() throws {
        var (report, document) = report("第一行。\n全年共收到政府信息\n 公开申请5件。")
        FormFixtures.fill(&report)
        report.facts = FactFinder().facts(of: report, in: document)
        let check = try #require(PartChecks().checks(of: report, in: document).first)
        #expect(
            check.subject == "applications_received L3 公开申请5件"
                || check.subject == "applications_received L3 全年共收到政府信息公开申请5件")
    }

    @Test(.enabled(if: SampleReports.hasShared, "needs ../shared"))
    func theSeedWhoseChannelsDoNotAddUp() throws {
        var (report, document) = try SampleReports.seed("000_eb544c0450548059", year: 2024)
        FormFixtures.fill(&report)
        report.facts = FactFinder().facts(of: report, in: document)
        let checks = PartChecks().checks(of: report, in: document)
        let failed = checks.filter { $0.outcome == .fail }
        #expect(failed.count == 1)
        #expect(failed[0].rule == .narrativeChannels)
        #expect(failed[0].left == DecimalValue(302))
        #expect(failed[0].right == DecimalValue(301))
        #expect(failed[0].subject.contains("主动公开各类信息301条"))
    }
}
