import Bytes
import Narrative
import ReportModel
import Testing

@testable import Pipeline

@Suite struct ReportYearTests {
    @Test func figuresComeBackAsTheyWere() {
        var record = YearRecord(issuer: .max - 5, year: 2023)
        let figures: [Int32] = [0, 1, -1, -2, 127, .max, .min + 1, YearRecord.none]
        for (place, figure) in figures.enumerated() { record[place] = figure }
        var years = ReportYears()
        for status in ReportStatus.allCases {
            years.append(ReportYear(record: record, status: status))
            years.append(ReportYear(record: nil, status: status))
        }
        #expect(years.count == 2 * ReportStatus.allCases.count)
        for (index, status) in ReportStatus.allCases.enumerated() {
            #expect(years[2 * index].record == record && years[2 * index].status == status)
            #expect(years[2 * index + 1].record == nil && years[2 * index + 1].status == status)
        }
    }
}
