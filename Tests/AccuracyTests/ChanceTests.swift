import AccuracyKit
import ReportModel
import Testing

/// Values whose place on the line or in the row is chance.
@Suite struct ChanceTests {
    @Test func aValueUnderAHeaderByChanceIsLeftOpen() throws {
        let text = """
            某市财政局2019年政府信息公开工作年度报告
            二、主动公开政府信息情况
            第二十条第（六）项
            信息内容  上一年项目数量  本年增/减  处理决定数量
            行政处罚  11  2  3
            行政强制  14  5  6
            第二十条第（八）项
            信息内容  上一年项目数量  本年增/减
            行政事业性收费  7
            """
        let report = try #require(ReportReading().reports(in: Array(text.utf8)).first)
        #expect(report.disclosures.cells.contains { $0.value?.mantissa == 14 })
        #expect(!report.disclosures.cells.contains { $0.value?.mantissa == 7 })
    }

    @Test func aLetterInTheLastOfFifteenCellsShiftsNothing() throws {
        let strokes = String(repeating: "|   ", count: 15) + "|\n" + String(repeating: "|---", count: 15) + "|\n"
        let text = """
            某市财政局2021年政府信息公开工作年度报告
            二、主动公开政府信息情况
            信息内容 本年制发件数 本年废止件数 现行有效件数
            规章 0 0 0
            四、政府信息公开行政复议、行政诉讼情况

            \(strokes)| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 2 | 0 | I |

            五、存在的主要问题及改进情况
            """
        let report = try #require(ReportReading().reports(in: Array(text.utf8)).first)
        let wanted: [Int64?] = [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, nil]
        let found = report.proceedings.cells.map { $0.value?.mantissa }
        #expect(found.indices.allSatisfy { found[$0] == nil || found[$0] == wanted[$0] })
        #expect(found.last == .some(nil))
    }
}
