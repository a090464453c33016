import Foundation
import Testing

/// The sample corpus holds one town's reports for three years: of all that can be held against the year before, everything agrees
/// in the second year, and nothing in the third.
@Suite struct SampleYearsTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// The rows of the checks between years of a sample report: subject, left, right, outcome.
    private func checks(_ name: String) throws -> [String] {
        let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("data/text")
        let run = try place.run(
            "--output", "out", "--input", data.path, environment: ["GONGKAI_CSV_FLAVOR": "plain"])
        #expect(run.status == 0)
        let reports = try place.text("out/reports.csv").split(separator: "\n").map { $0.split(separator: ",") }
        let id = try #require(reports.first { $0[1].hasSuffix(name) })[0]
        return try place.text("out/checks.csv").split(separator: "\n")
            .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
            .filter { $0[0] == id && $0[1].hasPrefix("years_") }
            .map { "\($0[2]) \($0[3]) \($0[4]) \($0[6])" }
    }

    @Test func theFirstYearHasNoneBeforeIt() throws {
        #expect(try checks("qingshi-town-2022.txt") == ["no report for 2021   not_assessable"])
    }

    @Test func theSecondYearAgrees() throws {
        #expect(
            try checks("qingshi-town-2023.txt") == [
                "natural_person 2022 3 3 pass", "commercial_enterprise 2022 1 1 pass",
                "research_institution 2022 0 0 pass",
                "public_welfare_organization 2022 1 1 pass", "legal_service_institution 2022 1 1 pass",
                "other 2022 3 3 pass", "total 2022 9 9 pass", "regulations 2022 12 12 pass",
                "normative_documents 2022 53 53 pass",
            ])
    }

    @Test func theThirdYearContradicts() throws {
        #expect(
            try checks("qingshi-town-2024.txt") == [
                "natural_person 2023 2 23 fail", "commercial_enterprise 2023 2 3 fail",
                "research_institution 2023 0 1 fail",
                "public_welfare_organization 2023 3 4 fail", "legal_service_institution 2023 1 2 fail",
                "other 2023 3 2 fail", "total 2023 11 35 fail", "regulations 2023 0 -16 fail",
                "normative_documents 2023 27 33 fail",
            ])
    }
}
