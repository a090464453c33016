import FoundationEssentials
import Pipeline
import ReportModel
import Testing

/// The same report as programs print it that turn one format into another.
extension UnusualTablesTests {
    /// A table with as many cells in each row.
    private func padded(_ rows: [[String]]) -> [[String]] {
        let width = rows.map(\.count).max() ?? 0
        return rows.map { $0 + Array(repeating: "", count: width - $0.count) }
    }

    /// The report as a page, or as XML whose tables have rows and cells by other names.
    private func page(table: ([[String]]) -> [[String]] = { $0 }, row: String = "tr", cell: String = "td") -> String {
        let body = tables { rows in
            "<table>\n" + padded(table(rows)).map { "<\(row)>" + $0.map { "<\(cell)>\($0)</\(cell)>" }.joined() + "</\(row)>" }.joined(separator: "\n")
                + "\n</table>"
        }
        return "<html><body>" + body.split(separator: "\n").map { $0.hasPrefix("<") ? "\($0)" : "<p>\($0)</p>" }.joined(separator: "\n") + "</body></html>"
    }

    private static let applicants = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

    /// The applicants of section 3 as rows; other tables as they are.
    private func turned(_ rows: [[String]]) -> [[String]] {
        guard rows.count > 20 else { return rows }
        let body = rows.filter { $0.contains(where: UnusualTablesTests.isValue) }.map { $0.filter { !$0.isEmpty } }
        let labels = body.map { $0.filter { !UnusualTablesTests.isValue($0) }.joined(separator: " ") }
        return [["申请人"] + labels]
            + UnusualTablesTests.applicants.enumerated().map { column, name in
                [name] + body.map { $0.filter(UnusualTablesTests.isValue)[column] }
            }
    }

    /// The outcomes of section 4 as rows; other tables as they are.
    private func crossed(_ rows: [[String]]) -> [[String]] {
        guard let values = rows.first(where: { $0.count == 15 && $0.allSatisfy(UnusualTablesTests.isValue) }) else { return rows }
        let names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        return [["结果", "行政复议", "未经复议直接起诉", "复议后起诉"]]
            + (0..<5).map { [names[$0], values[$0], values[$0 + 5], values[$0 + 10]] }
    }

    @Test func tablesOfAPageTurnedRound() throws {
        try expectSame(page(), "as they are")
        try expectSame(page(table: turned), "applicants as rows")
        try expectSame(page(table: crossed), "outcomes as rows")
    }

    @Test(arguments: [("row", "cell"), ("row", "entry"), ("record", "field"), ("Row", "Cell")])
    func tablesOfXML(row: String, cell: String) throws {
        try expectSame(page(row: row, cell: cell), "\(row) and \(cell)")
    }

    @Test func numbersInFrontOfRows() throws {
        func indexed(_ rows: [[String]], _ start: Int = 0) -> [[String]] {
            padded(rows).enumerated().map { $0 == 0 ? [""] + $1 : [String($0 - 1 + start)] + $1 }
        }
        func counted(_ rows: [[String]]) -> [[String]] {
            let rows = padded(rows)
            return [[""] + rows[0].indices.map(String.init)] + rows.enumerated().map { [String($0)] + $1 }
        }
        let quoted = { (row: [String]) in row.joined(separator: ",") }
        try expectSame(tables { indexed($0).map(quoted).joined(separator: "\n") }, "from 0, commas")
        try expectSame(tables { indexed($0, 1).map(quoted).joined(separator: "\n") }, "from 1, commas")
        try expectSame(tables { counted($0).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n") }, "columns too, strokes")
        try expectSame(page(table: counted), "a page")
    }

    @Test func rowsThatOnlyCountTheColumns() throws {
        let count = (0..<15).map(String.init).joined(separator: "\t")
        try expectSame(printed { ($0.count == 15 && $0[0] == "2" ? count + "\n" : "") + $0.joined(separator: "\t") }, "0 … 14")
    }

    @Test func tuplesOfAProgram() throws {
        func cell(_ text: String) -> String { text.isEmpty ? "None" : UnusualTablesTests.isValue(text) ? text : "'\(text)'" }
        try expectSame(printed { "(" + $0.map(cell).joined(separator: ", ") + ")" }, "tuples")
    }

    @Test func marksOfWikis() throws {
        try expectSame(printed { "|| " + $0.map { UnusualTablesTests.isValue($0) ? $0 : "'''\($0)'''" }.joined(separator: " || ") + " ||" }, "bold")
        try expectSame(printed { "|" + $0.map { "<. \($0)" }.joined(separator: " |") + " |" }, "alignment")
        try expectSame(
            printed { "|" + $0.map { $0.count > 6 && !UnusualTablesTests.isValue($0) ? "\($0.prefix(3))\\\\ \\\\ \($0.dropFirst(3))" : $0 }.joined(separator: " | ") + " |" },
            "line breaks")
    }

    @Test func emptyCellsBetweenDoubledStrokes() throws {
        func emptied(_ row: [String], _ separator: String) -> String {
            row.count == 15 && row[0] == "2" ? (["2", ""] + row[2...]).joined(separator: separator) : row.joined(separator: separator)
        }
        let wanted = try values(printed { emptied($0, "\t") })
        let found = try values(printed { "||  " + emptied($0, "  ||  ") + "  ||" })
        #expect(found == wanted && wanted.count { $0 == nil } == 1)
    }

    @Test func unitsBehindABlank() throws {
        let values = printed { row in
            let values = row.filter(UnusualTablesTests.isValue)
            guard values.count == 7 else { return row.joined(separator: "\t") }
            return row.filter { !$0.isEmpty && !UnusualTablesTests.isValue($0) }.joined(separator: " ") + "：\n"
                + zip(UnusualTablesTests.applicants, values).map { "    \($0)：\($1) 件" }.joined(separator: "\n")
        }
        try expectSame(values, "a pair a line")
    }

    @Test func applicantsAsRowsOneOfThemEmpty() throws {
        func text(_ rows: [[String]]) -> String { rows.map { $0.joined(separator: "\t") }.joined(separator: "\n") }
        let empty = tables { rows in
            text(turned(rows).map { $0[0] == "其他" && $0.count > 20 ? [$0[0]] + Array(repeating: "", count: $0.count - 1) : $0 })
        }
        let (found, wanted) = (try values(empty), try values(printed { $0.joined(separator: "\t") }))
        #expect(found.indices.allSatisfy { found[$0] == wanted[$0] || found[$0] == nil })
        #expect(found.compactMap { $0 }.count >= 140)
    }

    @Test func aBackslashInAnEmptyFirstCell() throws {
        try expectSame(printed { ($0.first == "" ? "\\" : "") + $0.joined(separator: "     ") }, "blanks")
    }

    @Test func theWordForNothingInCells() throws {
        let rows = withNothing()
        let (found, wanted) = (try values(rows.map { $0.joined(separator: ",") }.joined(separator: "\n")), try values(rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")))
        #expect(found == wanted && wanted.count { $0 == nil } > 40)
    }

    private func withNothing() -> [[String]] {
        UnusualTablesTests.lines.map { row in
            let hasValues = row.filter(UnusualTablesTests.isValue).count == 7
            return row.enumerated().map { hasValues && UnusualTablesTests.isValue($1) && $0 % 3 != 1 ? "无" : $1 }
        }
    }

    @Test func objectsOfAProgram() throws {
        func text(_ text: String) -> String { text.isEmpty ? "null" : "\"\(text)\"" }
        func array(_ cells: [String]) -> String { "[" + cells.map(text).joined(separator: ",") + "]" }
        try expectSame(
            tables { rows in
                let width = rows.map(\.count).max() ?? 0
                let numbers = "[" + (0..<width).map(String.init).joined(separator: ",") + "]"
                return "{\"columns\":\(numbers),\"index\":[0,1],\"data\":[" + padded(rows).map(array).joined(separator: ",") + "]}"
            }, "columns, index and data")
        try expectSame(
            tables { rows in
                "{\n"
                    + padded(rows).enumerated().map { index, row in
                        "  \"\(index)\": {" + row.enumerated().map { "\"\($0)\": \(text($1))" }.joined(separator: ", ") + "}"
                    }.joined(separator: ",\n") + "\n}"
            }, "rows by their numbers")
    }

    @Test func aWrappedRowOfADrawnTableIsOneRow() throws {
        let text = printed { row in
            let values = row.filter(UnusualTablesTests.isValue)
            let label = row.last { !$0.isEmpty && !UnusualTablesTests.isValue($0) } ?? ""
            guard values.count == 7, (3...6).contains(values.count { $0.count > 1 }), label.count >= 12 else { return row.joined(separator: "\t") }
            let rule = "+--------+" + String(repeating: "-----+", count: 7)
            let first = values.map { $0.count > 1 ? String($0.prefix(1)) : $0 }
            let rest = values.map { String($0.dropFirst()) }
            func line(_ cells: [String]) -> String {
                let padded = cells.enumerated().map { index, cell in
                    let width = cell.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
                    return cell + String(repeating: " ", count: max(0, (index == 0 ? 80 : 3) - width))
                }
                return "| " + padded.joined(separator: " | ") + " |"
            }
            return [rule, line([String(label.dropLast(6))] + first), line([String(label.suffix(6))] + rest), rule].joined(separator: "\n")
        }
        let (found, wanted) = (try values(text), try values(printed { $0.joined(separator: "\t") }))
        #expect(text.contains("+--------+") && found.indices.allSatisfy { found[$0] == nil || found[$0] == wanted[$0] })
        #expect(found.compactMap { $0 }.count > 100)
    }
}
