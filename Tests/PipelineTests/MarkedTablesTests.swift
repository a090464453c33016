import FoundationEssentials
import Pipeline
import ReportModel
import Testing

/// The same report in the markup of other formats, and turned round.
extension UnusualTablesTests {
    /// Each table as a whole.
    func tables(_ table: ([[String]]) -> String) -> String {
        var rows: [[String]] = []
        var result: [String] = []
        for line in UnusualTablesTests.lines + [[""]] {
            if line.count > 1 {
                rows.append(line)
                continue
            }
            if !rows.isEmpty { result.append(table(rows)) }
            rows = []
            result.append(line[0])
        }
        return result.joined(separator: "\n")
    }

    @Test func cellsInBrackets() throws {
        try expectSame(printed { $0.map { "【\($0)】" }.joined() }, "wide")
        try expectSame(printed { "  " + $0.map { "[\($0)]," }.joined(separator: " ") }, "square")
        try expectSame(printed { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }, "tags without a table")
    }

    @Test func wikis() throws {
        try expectSame(tables { rows in "{|\n" + rows.map { $0.map { "| \($0)" }.joined(separator: "\n") }.joined(separator: "\n|-\n") + "\n|}" }, "a cell a line")
        try expectSame(tables { rows in "{|\n" + rows.map { "| style=\"x\"| " + $0.joined(separator: " || ") }.joined(separator: "\n|-\n") + "\n|}" }, "a row a line")
        try expectSame(
            tables { rows in
                "|===\n" + rows.map { $0.enumerated().map { "|\($1)" + ($0 == 3 ? "\n" : " ") }.joined() }.joined(separator: "\n\n") + "\n|===\n"
            }, "blocks")
        try expectSame(
            tables { rows in
                ".. list-table::\n\n" + rows.map { row in row.enumerated().map { ($0 == 0 ? "   * - " : "     - ") + $1 }.joined(separator: "\n") }.joined(separator: "\n") + "\n"
            }, "list of lists")
    }

    @Test func teX() throws {
        let text = tables { rows in
            "\\begin{tabular}{cc}\n"
                + rows.map { row in
                    row.enumerated().map { $0 == 0 ? "\\multicolumn{2}{l}{\\multirow{2}{*}{\($1)}}" : $1 }.joined(separator: " & ")
                        .replacing(" & 2 & ", with: " & 2\n& ") + " \\\\ \\hline"
                }.joined(separator: "\n") + "\n\\end{tabular}\n"
        }
        try expectSame(text, "merged cells and wrapped rows")
    }

    @Test func aFrameOfData() throws {
        try expectSame(
            tables { rows in
                let width = rows.map(\.count).max() ?? 0
                return (["    " + (0..<width).map(String.init).joined(separator: "   ")]
                    + rows.enumerated().map { index, row in
                        "\(index)   " + (0..<width).map { $0 < row.count && !row[$0].isEmpty ? row[$0] : "NaN" }.joined(separator: "   ")
                    }).joined(separator: "\n") + "\n"
            }, "frame")
    }

    @Test func valuesInFrontOfTheirLabels() throws {
        for separator in ["\t", " | "] {
            let text = printed { row in
                let cells = row.filter { !$0.isEmpty }
                return (cells.filter(UnusualTablesTests.isValue) + cells.filter { !UnusualTablesTests.isValue($0) }.reversed())
                    .joined(separator: separator)
            }
            let wanted = try values(printed { $0.joined(separator: "\t") })
            let found = try values(text)
            // The headers of section 2 are turned too.
            #expect(found.dropFirst(26).elementsEqual(wanted.dropFirst(26)), "\(separator)")
        }
    }

    @Test func aValueInFrontOfItsLabelIsNotTheLabelAbove() throws {
        let wanted = try values(printed { $0.joined(separator: "\t") })
        // Too few rows to tell how they are meant.
        let found = try values(printed { ($0.count == 4 && $0[0].hasPrefix("行政") ? $0.reversed() : $0).joined(separator: "\t") })
        #expect(found.indices.allSatisfy { found[$0] == nil || found[$0] == wanted[$0] })
        #expect(found.contains { $0 == nil })
    }

    @Test func applicantsAsRows() throws {
        let text = tables { rows in
            let body = rows.map { $0.filter { !$0.isEmpty } }.map { row in
                (label: row.last { !UnusualTablesTests.isValue($0) } ?? "", values: row.filter(UnusualTablesTests.isValue))
            }.filter { $0.values.count == 7 }
            guard body.count > 15 else { return rows.map { $0.joined(separator: "\t") }.joined(separator: "\n") }
            let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
            return (["申请人\t" + body.map(\.label).joined(separator: "\t")]
                + names.enumerated().map { index, name in name + "\t" + body.map { $0.values[index] }.joined(separator: "\t") })
                .joined(separator: "\n")
        }
        try expectSame(text, "transposed")
    }

    @Test func aFigureThatTheEdgeOfItsCellCutsIsNotReadInPart() throws {
        let whole = printed { $0.joined(separator: "\t") }
        let wanted = try values(whole)
        let at = try #require(wanted.firstIndex { $0?.mantissa == 367 })
        let rule = "+--------+------+------+------+"
        for (isDrawn, frame) in [(true, rule), (false, "")] {
            let text = printed { row in
                guard row[0] == "行政许可" else { return isDrawn ? row.joined(separator: "\t") : "| " + row.joined(separator: " | ") + " |" }
                let cut = ["| 行政许可 | 36 | \(row[2]) | \(row[3]) |", "|  | 7 |  |  |"].joined(separator: "\n")
                return isDrawn ? [frame, cut, frame].joined(separator: "\n") : cut
            }
            let found = try values(text)
            #expect(found[at] == nil, "\(isDrawn)")
            #expect(found.indices.allSatisfy { found[$0] == nil || found[$0] == wanted[$0] }, "\(isDrawn)")
        }
    }

    @Test func proceduresInFrontOfTheirValues() throws {
        let names = ["行政复议", "未经复议直接起诉", "复议后起诉"]
        let text = printed { row in
            if row.count == 15, UnusualTablesTests.isValue(row[0]) {
                return names.enumerated().map { "\($1)：" + row[(5 * $0)..<(5 * $0 + 5)].joined(separator: "/") }.joined(separator: "\n")
            }
            return row.contains("行政复议") || row.contains("结果纠正") ? "" : row.filter { !$0.isEmpty }.joined(separator: " / ")
        }
        try expectSame(text, "a procedure a line")
    }

    @Test func aLetterBehindALabelsColonIsItsFirstValue() throws {
        let text = printed { row in
            let cells = row.filter { !$0.isEmpty }
            let values = cells.filter(UnusualTablesTests.isValue)
            let labels = cells.filter { !UnusualTablesTests.isValue($0) }.joined(separator: " ")
            return labels + (labels.isEmpty || values.isEmpty ? "" : "：") + values.joined(separator: "/")
        }
        let wanted = try values(text)
        let at = try #require(wanted.firstIndex { $0?.mantissa == 877 })
        let found = try values(text.replacing("：877/", with: "：O/"))
        #expect(found.indices.allSatisfy { found[$0] == ($0 == at ? nil : wanted[$0]) })
    }

    @Test func twoBlanksWithinALabel() throws {
        try expectSame(
            printed { row in
                row.filter { !$0.isEmpty }.map { $0 == "行政处罚" || $0 == "行政强制" ? $0.replacing("行政", with: "行政  ") : $0 }.joined(separator: " ")
            }, "torn")
    }

    @Test(arguments: [
        ("= ", " ="), ("====== ", " ======"), ("h1. ", ""), ("h1(#x). ", ""), ("h1. {anchor:x}", ""), ("\\section{", "}"), ("", ",,,,,,"),
        ("\\section{", "}\\label{ux5357}}"),
    ])
    func marksRoundTheTitle(front: String, behind: String) throws {
        let text = printed { $0.joined(separator: "\t") }
        let end = try #require(text.firstIndex(of: "\n"))
        let wanted = try title(text)
        #expect(wanted.year == 2019 && wanted.issuer != nil)
        #expect(try title(front + text[..<end] + behind + text[end...]) == wanted)
    }

    @Test func tablesWithAPagesRootEachInAText() throws {
        let text = tables { rows in
            "<html><body><table>" + rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined() + "</table></body></html>"
        }
        #expect(try title(text) == title(printed { $0.joined(separator: "\t") }))
        try expectSame(text, "root")
    }

    private struct Heading: Equatable {
        var issuer: String?
        var year: Int?
    }

    private func title(_ text: String) throws -> Heading {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(text.utf8).write(to: folder.appending(path: "a.txt"))
        let report = try #require(try Inspector().inspect(folder.appending(path: "a.txt").path).first?.reports.first?.report)
        return Heading(issuer: report.issuer, year: report.year)
    }
}
