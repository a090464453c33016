import ReportModel
import Testing

/// The same report with the name of its column in front of each value.
extension UnusualTablesTests {
    private static let applicants = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    private static let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    private static let procedures = ["行政复议", "未经复议直接起诉", "复议后起诉"]

    static func isValue(_ cell: String) -> Bool { Double(cell.replacing(" 万元", with: "")) != nil }

    /// Each row by its label and its named values.
    private func headed(_ row: (String, [(name: String, value: String)]) -> String) -> String {
        var header: [String] = []
        return UnusualTablesTests.lines.compactMap { line -> String? in
            let cells = line.filter { !$0.isEmpty }
            guard line.count > 1 else { return line[0] }
            let values = cells.filter(UnusualTablesTests.isValue)
            let label = cells.filter { !UnusualTablesTests.isValue($0) }.joined(separator: " ")
            switch values.count {
            case 0:
                if cells[0] == "信息内容" { header = Array(cells.dropFirst()) }
                return cells[0].hasPrefix("第") ? cells[0] : nil
            case 7: return row(label, zip(UnusualTablesTests.applicants, values).map { ($0, $1) })
            case 15:
                return UnusualTablesTests.procedures.enumerated().map { index, name in
                    row(name, zip(UnusualTablesTests.outcomes, values[(5 * index)..<(5 * index + 5)]).map { ($0, $1) })
                }.joined(separator: "\n")
            default: return row(label, zip(header, values).map { ($0, $1) })
            }
        }.joined(separator: "\n")
    }

    @Test func pairsInALine() throws {
        try expectSame(
            headed { "\($0)\n" + $1.map { "\($0.name): \($0.value)" }.joined(separator: " ") }, "below the label")
        try expectSame(
            headed { "\($0)：" + $1.map { "\($0.name)\($0.value)" }.joined(separator: "；") + "。" }, "no mark between")
        try expectSame(
            headed { "\($0)，" + $1.map { "\($0.name)为\($0.value)" }.joined(separator: "，") + "；" }, "a sentence")
    }

    @Test func aPairALine() throws {
        try expectSame(headed { "\($0)：\n" + $1.map { "    \($0.name)：\($0.value)" }.joined(separator: "\n") }, "indented")
        try expectSame(
            headed { "- **\($0)**\n" + $1.map { "  - \($0.name)：\($0.value)" }.joined(separator: "\n") }, "list of lists")
        try expectSame(
            headed { "\"\($0)\": {\n" + $1.map { "  \"\($0.name)\": \"\($0.value)\"" }.joined(separator: ",\n") + "\n}," },
            "object")
    }

    @Test func aPairWhoseValueCannotBeReadOrIsGoneLeavesItsCellOpen() throws {
        let text = headed { "\($0)\n" + $1.map { "\($0.name): \($0.value)" }.joined(separator: " ") }
        let wanted = try values(text)
        let at = try #require(wanted.firstIndex { $0?.mantissa == 877 })
        for other in ["自然人: O 商业", "自然人:  商业", "商业", "自然人: —— 商业"] {
            let found = try values(text.replacing("自然人: 877 商业", with: other))
            #expect(found.indices.allSatisfy { found[$0] == ($0 == at ? nil : wanted[$0]) }, "\(other)")
        }
        // A remark is no part of a figure.
        #expect(try values(text.replacing("自然人: 877 ", with: "自然人: 877（其中网上12件） ")) == wanted)
    }
}
