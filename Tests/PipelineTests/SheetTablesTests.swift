import ReportModel
import Testing

/// The same report as sheets, programs and browsers give it away as text.
extension UnusualTablesTests {
    private func breakLongFigures(_ separator: String) -> String {
        printed { row in
            row.map { cell in
                cell.count >= 3 && UnusualTablesTests.isValue(cell) ? "\"\(cell.prefix(2))\n\(cell.dropFirst(2))\"" : cell
            }.joined(separator: separator)
        }
    }

    @Test func cellsInQuotesGoOnBehindALineBreak() throws {
        try expectSame(breakLongFigures("\t"), "figures")
        let labels = printed { row in
            row.map { $0.count > 8 && !UnusualTablesTests.isValue($0) ? "\"\($0.prefix(4))\n\($0.dropFirst(4))\"" : $0 }.joined(separator: "\t")
        }
        try expectSame(labels, "labels")
    }

    @Test(arguments: ["@", "#", "•", "\u{1}"])
    func rareSeparators(separator: String) throws {
        try expectSame(printed { $0.joined(separator: separator) }, "\(separator)")
    }

    @Test func arraysOfAProgram() throws {
        func cell(_ text: String) -> String { text.isEmpty ? "null" : "\"\(text)\"" }
        try expectSame(tables { rows in "[" + rows.map { "[" + $0.map(cell).joined(separator: ", ") + "]" }.joined(separator: ",\n ") + "]" }, "rows")
        try expectSame(
            tables { rows in
                "[\n" + rows.map { "  {\n" + $0.enumerated().map { "    \"\($0)\": \(cell($1))" }.joined(separator: ",\n") + "\n  }" }.joined(separator: ",\n") + "\n]"
            }, "numbered cells")
    }

    @Test func valuesInBracketsBehindTheirLabel() throws {
        func labelled(_ open: String, _ separator: String, _ close: String) -> String {
            printed { row in
                let at = row.firstIndex(where: UnusualTablesTests.isValue) ?? row.endIndex
                let values = row[at...].filter { !$0.isEmpty }
                let labels = row[..<at].filter { !$0.isEmpty }
                return values.isEmpty ? labels.joined(separator: " ") : labels.joined(separator: "/") + open + values.joined(separator: separator) + close
            }
        }
        let wanted = try values(printed { $0.filter { !$0.isEmpty }.joined(separator: "\t") })
        #expect(wanted.compactMap { $0 }.count > 190)
        #expect(try values(labelled("[", "][", "]")) == wanted)
        #expect(try values(labelled(": [", ", ", "]")) == wanted)
        #expect(try values(labelled(" __", "__ __", "__")) == wanted)
    }

    @Test func whatStandsInFrontOfEveryLine() throws {
        let lines = printed { $0.joined(separator: "\t") }.split(separator: "\n", omittingEmptySubsequences: false)
        try expectSame(lines.map { "> " + $0 }.joined(separator: "\n"), "quoted mail")
        try expectSame(lines.enumerated().map { "\($0 + 1)\t\($1)" }.joined(separator: "\n"), "numbers and tabs")
        try expectSame(lines.enumerated().map { "  \($0 + 1): \($1)" }.joined(separator: "\n"), "numbers and colons")
    }

    @Test func cellsOfParagraphsCopiedFromABrowser() throws {
        try expectSame(UnusualTablesTests.lines.map { $0.joined(separator: "\n\n\t\n\n") }.joined(separator: "\n\n"), "a tab alone")
    }

    @Test func allLevelsOfLabelsOverApplicantsAsRows() throws {
        let text = tables { rows in
            guard rows.count > 20 else { return rows.map { $0.joined(separator: "\t") }.joined(separator: "\n") }
            let body = rows.filter { $0.contains(where: UnusualTablesTests.isValue) }.map { row in
                let at = row.firstIndex(where: UnusualTablesTests.isValue) ?? 0
                let labels = Array(row[..<at])
                return labels + Array(repeating: "", count: 3 - labels.count) + row[at...].filter { !$0.isEmpty }
            }
            let names = ["", "", "", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
            let grid = (0..<10).map { column in ["", names[column]] + body.map { $0[column] } }
            return grid.map { $0.joined(separator: "\t") }.joined(separator: "\n")
        }
        try expectSame(text, "turned with its header")
    }

    @Test func outcomesAsRows() throws {
        let text = printed { row in
            guard row.count == 15, row.allSatisfy(UnusualTablesTests.isValue) else { return row.joined(separator: "\t") }
            let names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
            return (["结果\t行政复议\t未经复议直接起诉\t复议后起诉"] + (0..<5).map { "\(names[$0])\t\(row[$0])\t\(row[$0 + 5])\t\(row[$0 + 10])" })
                .joined(separator: "\n")
        }
        let headless = text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("行政复议\t") && !$0.hasPrefix("结果维持\t结果") && !$0.hasPrefix("\t\t\t\t\t结果") }
        try expectSame(headless.joined(separator: "\n"), "five rows of three")
    }

    @Test(arguments: [true, false])
    func aFigureCutByANarrowColumnIsNotReadInPart(isFlushRight: Bool) throws {
        func aligned(_ row: [String], _ figure: String) -> String { "\(row[0])     \(figure)    \(row[2])    \(row[3])" }
        let wanted = try values(printed { $0[0] == "行政许可" ? aligned($0, $0[1]) : $0.joined(separator: "\t") })
        let at = try #require(wanted.firstIndex { $0?.mantissa == 367 })
        let found = try values(
            printed { $0[0] == "行政许可" ? aligned($0, "36") + "\n" + String(repeating: " ", count: isFlushRight ? 14 : 13) + "7" : $0.joined(separator: "\t") })
        #expect(found[at] == nil)
        #expect(found.indices.allSatisfy { found[$0] == nil || found[$0] == wanted[$0] })
    }

    @Test func theTotalBeforeTheApplicants() throws {
        let text = printed { row in
            if row.last == "总计", row.contains("自然人") { return "\t\t\t总计\t自然人\t法人或其他组织" }
            let values = row.filter(UnusualTablesTests.isValue)
            guard values.count == 7 else { return row.joined(separator: "\t") }
            return (row.filter { !$0.isEmpty && !UnusualTablesTests.isValue($0) } + [values[6]] + values[..<6]).joined(separator: "\t")
        }
        try expectSame(text, "total first")
    }

    /// Wrapped headers may be read in another order than they stand in: the sums say which column the total is.
    @Test func theTotalNamedBeforeTheApplicantsOverRowsThatEndInIt() throws {
        try expectSame(
            printed { $0.last == "总计" && $0.contains("自然人") ? "\t\t\t总计\t自然人\t法人或其他组织" : $0.joined(separator: "\t") },
            "total named first")
    }

    @Test func aRowAboveThePageNumberIsNoPartOfTheRunningTitle() throws {
        let title = "砚州市临州县市场监督管理局政府信息公开工作年度报告"
        let text = printed { row in
            let line = row.joined(separator: "\t")
            return row[0] == "其他对外管理服务事项" || row[0] == "二、上年结转政府信息公开申请数量" ? "\(line)\n2 / 9\n\(title)" : line
        }
        try expectSame(text, "running titles")
    }
}
