import AccuracyKit
import Codebook
import FoundationEssentials
import ReportModel
import Testing

/// Values that stand in another place than behind their label: above it, below a figure, beside a number that is none of theirs.
@Suite struct StandingTests {
    /// The lines of the fixture, with those of its rows of section 3 printed by `row`: the label, and the seven values.
    private func printed(_ row: (String, [String]) -> String) throws -> String {
        let text = String(decoding: try Data(contentsOf: FixtureTests.folder.appending(path: "tabs/source.txt")), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let cells = line.split(separator: "\t").map(String.init)
            let values = cells.filter { Int($0) != nil }
            return values.count == 7 ? row(cells.filter { Int($0) == nil }.joined(separator: " "), values) : cells.joined(separator: " ")
        }.joined(separator: "\n")
    }

    private func applications(_ text: String) throws -> [Int64?] {
        try #require(ReportReading().reports(in: Array(text.utf8)).first).applications.cells.map { $0.value?.mantissa }
    }

    private func wanted() throws -> [Int64?] { try applications(printed { $0 + " " + $1.joined(separator: " ") }) }

    /// Whether nothing is wrong, and no more is missing than so many rows.
    private func expectNoneWrong(_ text: String, missing: Int, _ comment: Comment? = nil) throws {
        let (found, wanted) = (try applications(text), try wanted())
        #expect(wanted.count > 150 && wanted.allSatisfy { $0 != nil })
        #expect(found.count == wanted.count && found.indices.allSatisfy { found[$0] == nil || found[$0] == wanted[$0] }, comment)
        #expect(found.count { $0 == nil } <= 7 * missing, comment)
    }

    @Test func valuesInFrontOfSomeLabelsLeaveTheRowsBetweenOpen() throws {
        var rows = 0
        let text = try printed { label, values in
            rows += 1
            let line = values.joined(separator: " ")
            return rows >= 4 && rows <= 6 ? "\(line)\n\(label)" : "\(label)\n\(line)"
        }
        try expectNoneWrong(text, missing: 4)
    }

    /// The rows of a report by the newer form, numbered, each by `row` from its label and values.
    private func numbered(_ row: (String, [String]) -> [String]) throws -> String {
        let text = String(decoding: try Data(contentsOf: FixtureTests.folder.appending(path: "article_variants/source.txt")), as: UTF8.self)
        var rows = 0
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let cells = line.split(separator: "|").map { $0.trimmingPrefix(while: \.isWhitespace) }.map { $0.split(separator: "  ").first.map(String.init) ?? "" }
            let labels = cells.filter { !$0.isEmpty && Double($0) == nil }
            guard line.contains("|"), labels.count <= 3, !labels.isEmpty else { return cells.joined(separator: "  ") }
            rows += 1
            return "\(rows)   " + row(labels.joined(separator: " "), cells.filter { Double($0) != nil }).joined(separator: "  ")
        }.joined(separator: "\n")
    }

    private func disclosures(_ text: String) throws -> [Int64?] {
        try #require(ReportReading().reports(in: Array(text.utf8)).first).disclosures.cells.map { $0.value?.mantissa }
    }

    @Test func theNextRowsNumberIsNoValueOfAnEmptyRow() throws {
        let wanted = try disclosures(numbered { [$0] + $1 })
        let found = try disclosures(numbered { [$0] + ($0 == "行政强制" ? [] : $1) })
        #expect(wanted.count == found.count && found.indices.allSatisfy { found[$0] == (wanted[$0] == 53 ? nil : wanted[$0]) })
        #expect(wanted.contains(53) && wanted.allSatisfy { $0 != nil })
    }

    @Test func numbersOfEmptyRowsAreNoValues() throws {
        let text = try numbered { label, _ in [label] }
        let report = ReportReading().reports(in: Array(text.utf8)).first
        #expect(report?.disclosures.cells.allSatisfy { $0.value == nil } ?? true)
    }

    @Test func figuresThatAllGoOnBelowAreReadInNoPart() throws {
        let text = try printed { label, values in
            guard label.hasPrefix("一、") else { return label + " " + values.joined(separator: " ") }
            return label + " " + values.map { String($0.prefix(1)) }.joined(separator: "   ") + "\n" + String(repeating: " ", count: 40)
                + values.map { $0.count > 1 ? String($0.dropFirst()) : "0" }.joined(separator: "   ")
        }
        try expectNoneWrong(text, missing: 1)
    }

    @Test func theColumnNamedTotalIsNotTheRow() throws {
        let text = try printed { label, values in
            // The total's column was copied before the row of that name, whose values are gone.
            if label.contains("总计") { return label }
            let row = label + " " + values.joined(separator: " ")
            return label.hasPrefix("二、") ? row + "\n总计\n" + (1...7).map { String($0 * 11) }.joined(separator: "\n") : row
        }
        try expectNoneWrong(text, missing: 3)
    }

    @Test func aRingIsNoFigureAndHoldsItsPlace() throws {
        for ring in ["○", "〇", "零"] {
            let text = try printed { label, values in
                label + " " + (label.hasPrefix("一、") ? [values[0], ring, ring] + values[3...] : values).joined(separator: " ")
            }
            let (found, wanted) = (try applications(text), try wanted())
            #expect(found.indices.allSatisfy { found[$0] == ($0 == 1 || $0 == 2 ? nil : wanted[$0]) }, "\(ring)")
        }
    }

    @Test func nothingAmongFiguresOnALineIsAnEmptyCell() throws {
        let text = try printed { label, values in
            label + " " + (label.hasPrefix("一、") ? ["无", values[1], "无", "无"] + values[4...5] + ["无"] : values).joined(separator: " ")
        }
        let (found, wanted) = (try applications(text), try wanted())
        #expect(found.indices.allSatisfy { found[$0] == ([0, 2, 3, 6].contains($0) ? nil : wanted[$0]) })
    }

    @Test func procedureNamedAgainBehindAWholeHeaderIsTheRowsOwn() throws {
        let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let header = "行政复议 行政诉讼\n" + outcomes.joined(separator: " ") + " 未经复议直接起诉 复议后起诉\n"
        let rows = ["行政复议", "未经复议直接起诉", "复议后起诉"].enumerated().map { procedure, name in
            name + "\n" + [1, 2, 3, 4, 10].map { String($0 * (procedure + 1)) }.joined(separator: "\n") + "\n"
        }
        let lines = try printed { $0 + " " + $1.joined(separator: " ") }.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let head = try #require(lines.lastIndex { $0.hasPrefix("四、") && $0.contains("行政复议") })
        let end = try #require(lines[head...].firstIndex { $0.hasPrefix("五、") })
        let text = (lines[...head] + [header + rows.joined()] + lines[end...]).joined(separator: "\n")
        let report = try #require(ReportReading().reports(in: Array(text.utf8)).first)
        #expect(report.proceedings.cells.map { $0.value?.mantissa } == [1, 2, 3, 4, 10, 2, 4, 6, 8, 20, 3, 6, 9, 12, 30])
    }

    @Test func headersReadAcrossTheirCellsSayNothingOfTheColumnsOrder() throws {
        let text = String(decoding: try Data(contentsOf: FixtureTests.folder.appending(path: "tabs/source.txt")), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let at = try #require(lines.firstIndex { $0.hasPrefix("信息内容") })
        let names = Array(lines[at].split(separator: "\t").map { Array(String($0)) }.dropFirst())
        let depth = names.map(\.count).max() ?? 0
        let header = (0..<depth).map { row in
            (row == 0 ? "信息内容" : "") + "\t" + names.map { row < $0.count ? String($0[row]) : "" }.joined(separator: "\t")
        }
        let wrapped = (lines[..<at] + header + lines[(at + 1)...]).joined(separator: "\n")
        func values(_ text: String) throws -> [Int64?] {
            try #require(ReportReading().reports(in: Array(text.utf8)).first).disclosures.cells.prefix(6).map { $0.value?.mantissa }
        }
        let (found, wanted) = (try values(wrapped), try values(text))
        #expect(found == wanted && wanted.allSatisfy { $0 != nil })
    }

    /// A title over several lines, an empty one among them, that stands again where a page begins within the table.
    @Test func aTitleWithAnEmptyLineThatStandsAgainOnEveryPageIsNoRow() throws {
        let title = "灵溪镇人民政府\n\u{3000}\n2022年政府信息公开\n\n工作年度报告"
        let whole = try printed { $0 + " " + $1.joined(separator: " ") }
        var lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let row = try #require(lines.firstIndex { $0.contains("上年结转政府") })
        lines.insert(title, at: row + 1)
        lines[0] = title
        #expect(try applications(lines.joined(separator: "\n")) == wanted())
    }
}
