import Narrative
import ReportModel
import Testing

@Suite struct YearLinksTests {
    static func report(
        _ issuer: String?, _ year: Int?, form: FormVersion = .form2021, applications: [String: Int] = [:],
        disclosures: [String: Int] = [:]
    ) -> Report {
        var report = Report(id: "r", path: "p")
        report.issuer = issuer
        report.year = year
        FormFixtures.fill(&report, form: form, disclosures: disclosures, applications: applications)
        return report
    }

    static func checks(_ reports: [Report]) -> [[Check]] {
        let links = YearLinks(
            reports.count, key: { YearRecord(reports[$0])?.key }, record: { YearRecord(reports[$0]) })
        return reports.indices.map { links.checks(of: $0) }
    }

    static let columns = [
        "natural_person", "commercial_enterprise", "research_institution", "public_welfare_organization",
        "legal_service_institution", "other", "total",
    ]

    /// Three years of one issuer, in which every rule passes.
    static func series() -> [Report] {
        let out: [String: Int] = Dictionary(
            uniqueKeysWithValues: columns.enumerated().map { ("carried_out/\($1)", $0 + 1) })
        let into: [String: Int] = Dictionary(
            uniqueKeysWithValues: columns.enumerated().map { ("carried_in/\($1)", $0 + 1) })
        return [
            report(
                "清溪县", 2021, applications: out,
                disclosures: ["normative_documents/in_force": 20, "regulations/in_force": 2]),
            report(
                "清溪县人民政府", 2022, applications: into,
                disclosures: [
                    "normative_documents/issued": 5, "normative_documents/repealed": 3,
                    "normative_documents/in_force": 22,
                    "regulations/in_force": 2,
                ]),
            report(
                "清溪 县", 2023,
                disclosures: [
                    "normative_documents/issued": 0, "normative_documents/repealed": 22,
                    "normative_documents/in_force": 0,
                    "regulations/issued": 1, "regulations/in_force": 3,
                ]),
        ]
    }

    @Test func threeYearsThatAgree() {
        let checks = YearLinksTests.checks(YearLinksTests.series())
        #expect(checks[0].map(\.outcome) == [.notAssessable])
        #expect(checks[0][0].subject == "no report for 2020")
        for year in 1...2 {
            #expect(checks[year].count == 9)
            #expect(checks[year].allSatisfy { $0.outcome == .pass })
        }
        #expect(
            checks[1].map(\.subject) == YearLinksTests.columns.map { "\($0) 2021" } + [
                "regulations 2021", "normative_documents 2021",
            ])
        #expect(checks[1][8].left == DecimalValue(22))
        #expect(checks[1][8].right == DecimalValue(22))
    }

    @Test(arguments: columns)
    func eachColumnFails(_ column: String) {
        var series = YearLinksTests.series()
        series[0] = YearLinksTests.report("清溪县", 2021, applications: ["carried_out/\(column)": 99])
        series[1] = YearLinksTests.report("清溪县", 2022, applications: ["carried_in/\(column)": 7])
        let failed = YearLinksTests.checks(series)[1].filter { $0.outcome == .fail }
        #expect(failed.map(\.subject) == ["\(column) 2021"])
        #expect(failed[0].left == DecimalValue(7))
        #expect(failed[0].right == DecimalValue(99))
        #expect(failed[0].rule == .yearsApplications)
    }

    @Test(arguments: ["regulations", "normative_documents"])
    func eachKindOfDocumentFails(_ row: String) {
        let before = YearLinksTests.report("清溪县", 2021, disclosures: ["\(row)/in_force": 10])
        let after = YearLinksTests.report("清溪县", 2022, disclosures: ["\(row)/in_force": 13, "\(row)/issued": 2])
        let failed = YearLinksTests.checks([before, after])[1].filter { $0.outcome == .fail }
        #expect(failed.map(\.rule) == [.yearsDocuments])
        #expect(failed.map(\.subject) == ["\(row) 2021"])
        #expect(failed[0].left == DecimalValue(13))
        #expect(failed[0].right == DecimalValue(12))
    }

    @Test func missingIsNotZero() {
        let before = YearLinksTests.report(
            "清溪县", 2021, applications: ["carried_out/total": FormFixtures.blank],
            disclosures: ["regulations/in_force": FormFixtures.blank])
        let after = YearLinksTests.report("清溪县", 2022)
        let checks = YearLinksTests.checks([before, after])[1]
        #expect(checks.filter { $0.outcome == .notAssessable }.map(\.subject) == ["total 2021", "regulations 2021"])
        #expect(checks.allSatisfy { $0.outcome != .fail })
    }

    @Test func form2019HasNoDocumentsToHold() {
        let before = YearLinksTests.report("清溪县", 2019, form: .form2019, applications: ["carried_out/total": 3])
        let after = YearLinksTests.report("清溪县", 2020, form: .form2019, applications: ["carried_in/total": 3])
        let next = YearLinksTests.report("清溪县", 2021)
        let checks = YearLinksTests.checks([before, after, next])
        #expect(checks[1].map(\.rule) == Array(repeating: CheckRule.yearsApplications, count: 7))
        #expect(checks[1].allSatisfy { $0.outcome == .pass })
        #expect(checks[2].filter { $0.rule == .yearsDocuments }.map(\.outcome) == [.notAssessable, .notAssessable])
    }

    @Test func orderDoesNotMatter() {
        let series = YearLinksTests.series()
        let forward = YearLinksTests.checks(series)
        let backward = YearLinksTests.checks(series.reversed())
        #expect(Array(backward.reversed()) == forward)
    }

    @Test func copiesCountOnce() {
        let series = YearLinksTests.series()
        let checks = YearLinksTests.checks([series[0], series[0], series[1]])
        #expect(checks[2].allSatisfy { $0.outcome == .pass })
    }

    @Test func severalDifferentReportsAreNotAssessable() {
        let series = YearLinksTests.series()
        let other = YearLinksTests.report("清溪县", 2021, applications: ["carried_out/total": 50])
        let checks = YearLinksTests.checks([series[0], other, series[1], series[2]])
        for report in checks { #expect(report.map(\.subject) == ["several different reports for 2021"]) }
        #expect(checks.joined().allSatisfy { $0.outcome == .notAssessable })
    }

    @Test func unknownIssuerOrYear() {
        let checks = YearLinksTests.checks([
            YearLinksTests.report(nil, 2022), YearLinksTests.report("清溪县", nil), YearLinksTests.report("（）", 2022),
        ])
        #expect(checks.map { $0.map(\.subject) } == Array(repeating: ["issuer or year unknown"], count: 3))
    }

    @Test func otherIssuersAreNotMixed() {
        let checks = YearLinksTests.checks([YearLinksTests.report("清溪县", 2021), YearLinksTests.report("清溪县财政局", 2022)])
        #expect(checks[1].map(\.subject) == ["no report for 2021"])
    }

    @Test func aRecordIsSmall() { #expect(MemoryLayout<YearRecord>.size <= 200) }
}
