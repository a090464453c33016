import FoundationEssentials
import Pipeline
import ReportModel
import Testing

/// One report whose cells are parted by tabs, printed anew in ways that neither tabs nor pipes part.
@Suite struct UnusualTablesTests {
    static let lines: [[String]] = {
        let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/reports/tabs/source.txt")
        let text = (try? String(decoding: Data(contentsOf: source), as: UTF8.self)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }()

    /// The values of all cells, in form order.
    func values(_ text: String) throws -> [DecimalValue?] {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "report.txt")
        try Data(text.utf8).write(to: file)
        let report = try #require(try Inspector().inspect(file.path).first?.reports.first?.report)
        return [report.disclosures, report.applications, report.proceedings].flatMap { $0.cells.map(\.value) }
    }

    func printed(_ row: ([String]) -> String) -> String {
        UnusualTablesTests.lines.map { $0.count > 1 ? row($0) : $0[0] }.joined(separator: "\n") + "\n"
    }

    func expectSame(_ text: String, _ comment: Comment) throws {
        let wanted = try values(printed { $0.joined(separator: "\t") })
        #expect(wanted.compactMap { $0 }.count > 190)
        let found = try values(text)
        #expect(found == wanted, comment)
    }

    @Test(arguments: [",", ";", "｜", "│", " & ", "^"])
    func otherSeparators(separator: String) throws {
        try expectSame(printed { $0.joined(separator: separator) }, "\(separator)")
    }

    @Test func separatorsThatLabelsHoldToo() throws {
        try expectSame(printed { $0.filter { !$0.isEmpty }.joined(separator: "，") }, "full-width comma")
        try expectSame(printed { $0.filter { !$0.isEmpty }.joined(separator: " / ") }, "slash")
    }

    @Test func quotesBracketsAndWordsForNothing() throws {
        try expectSame(printed { $0.map { "\"\($0)\"" }.joined(separator: ",") }, "quoted")
        try expectSame(printed { "[" + $0.map { "'\($0)'" }.joined(separator: ", ") + "]," }, "list")
        try expectSame(printed { $0.map { $0.isEmpty ? "NaN" : $0 }.joined(separator: ",") }, "NaN")
    }

    @Test func framesOfPlusSignsAndBoxCharacters() throws {
        func frame(_ bar: String, _ rule: (Int) -> String) -> String {
            printed { row in
                rule(row.count) + "\n" + bar + row.map { " \($0) " }.joined(separator: bar) + bar + "\n"
                    + rule(row.count)
            }
        }
        try expectSame(frame("|") { String(repeating: "+----", count: $0) + "+" }, "plus signs")
        try expectSame(frame("│") { "├" + String(repeating: "───┼", count: $0 - 1) + "───┤" }, "box characters")
    }

    @Test func aCellOfADrawnTableMayTakeSeveralLines() throws {
        let rule = "+------------+------+------+------+"
        let text = printed { row in
            guard row[0] == "行政许可" else { return row.joined(separator: "\t") }
            return [
                rule, "| 行政       |      |      |      |", "| 许可       | \(row[1])  | \(row[2])  | \(row[3])  |", rule,
            ].joined(separator: "\n")
        }
        try expectSame(text, "wrapped label")
    }

    @Test func aWholeReportOnOneLine() throws {
        let lines = UnusualTablesTests.lines.flatMap { $0 }.filter { !$0.isEmpty }
        try expectSame(lines.joined(separator: "|"), "strokes")
        try expectSame(lines.joined(separator: " "), "blanks")
    }

    @Test func aListWithACellInEachItem() throws {
        try expectSame(
            UnusualTablesTests.lines.flatMap { $0 }.filter { !$0.isEmpty }.map { "- " + $0 }.joined(separator: "\n"),
            "bullets")
    }

    @Test func emptyLinesAmongStackedCellsAreEmptyCells() throws {
        let text = UnusualTablesTests.lines.flatMap { row in row.filter { !$0.isEmpty } }.joined(separator: "\n")
        let wanted = try values(text)
        let found = try values(text.replacing("\n185\n197\n146\n", with: "\n185\n\n146\n"))
        #expect(wanted.compactMap { $0 }.count > 190 && wanted[4]?.mantissa == 197)
        #expect(found.indices.allSatisfy { found[$0] == ($0 == 4 ? nil : wanted[$0]) })
    }

    /// Rows of section 3 with other zeros and figures taken away, as a list of their cells.
    private func withBlanks() -> [[String]] {
        UnusualTablesTests.lines.map { row in
            guard let first = row.firstIndex(where: { Int($0) != nil }), row[first...].prefix(7).count == 7, row.count < 15 else {
                return row.filter { !$0.isEmpty }
            }
            let values = row[first...].prefix(7).enumerated().map { $0 % 3 == 1 ? "" : $1 }
            return row[..<first].filter { !$0.isEmpty } + values
        }
    }

    /// What an empty cell leaves where empty lines part the cells: an empty line and the one that parts, a single one, or a blank.
    @Test(arguments: ["\n\n", "\n", " \n\n"])
    func emptyLinesBesideThoseThatPartAreEmptyCells(empty: String) throws {
        let rows = withBlanks()
        let wanted = try values(rows.map { $0.joined(separator: "\t") }.joined(separator: "\n"))
        let found = try values(rows.joined().map { $0.isEmpty ? empty : $0 + "\n\n" }.joined())
        #expect(wanted.count { $0 == nil } > 40 && wanted.compactMap { $0 }.count > 120)
        #expect(found == wanted)
    }

    @Test func howACharacterIsReadIsNoPartOfALabel() throws {
        let glossed = printed { $0.joined(separator: "\t") }
            .replacing("规", with: "規(guī)").replacing("数", with: "數(shù)").replacing("机", with: "機（jī）").replacing("项", with: "項(xiàng)(xiang)")
        try expectSame(glossed, "glosses")
    }

    /// Cells with a line each and a stroke behind each: what merged cells leave at a row's end is a line of strokes.
    @Test func strokesOnALineOfTheirOwnAreMergedCells() throws {
        let lone = ["", "2", "", "", "2"] + [String](repeating: "", count: 10)
        let rows = withBlanks().map { $0.count == 15 && Int($0[0]) != nil ? lone : $0 }
        let printed = rows.map { row in
            guard row.count > 1 else { return row.first ?? "" }
            // The last header of section 4 has five cells less than the table, a row of section 3 without its group's label two.
            let merged = row.count == 10 && row[0] == "结果维持" ? "\n|||||" : row.count == 8 ? "\n||" : ""
            return row.map { $0.isEmpty ? "|" : $0 + " |" }.joined(separator: "\n") + merged
        }
        let wanted = try values(rows.map { $0.joined(separator: "\t") }.joined(separator: "\n"))
        let found = try values(printed.joined(separator: "\n"))
        #expect(found == wanted && found.suffix(15).map { $0?.mantissa } == lone.map { Int64($0) })
    }

    @Test func whatStandsForAnImageIsNoRow() throws {
        let text = printed { $0[0] == "行政许可" ? "![行政许可 5 7 9 ](t.png)" : $0.joined(separator: ",") }
        let found = try values(text)
        #expect(found[6...8].allSatisfy { $0 == nil })
        #expect(found.compactMap { $0 }.count > 180)
    }

    @Test func lineBreaksAsTags() throws {
        let text = printed { row in
            "| "
                + row.map { $0.count > 6 && $0.first?.isNumber != true ? $0.prefix(3) + "<br>" + $0.dropFirst(3) : $0 }
                .joined(separator: " | ") + " |"
        }
        try expectSame(text, "<br>")
    }

    @Test func proseIsLeftAlone() throws {
        let text = "2024年，公开信息12条，其中政策3件，动态9条。\n收到申请5件、办结5件。\n"
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(text.utf8).write(to: folder.appending(path: "a.txt"))
        let inspections = try Inspector().inspect(folder.appending(path: "a.txt").path)
        #expect(inspections.first?.findings.last?.code == .notAReport)
    }
}
