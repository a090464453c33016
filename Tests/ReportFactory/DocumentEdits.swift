import Codebook
import ReportModel

/// What befalls a document as a whole after it was printed.
enum DocumentEdits {
    /// A crawler keeps each line only once. Values on removed lines are no longer in the text.
    static func removeRepeatedLines(_ rendering: inout Rendering, _ report: inout SyntheticReport) {
        var seen: Set<String> = []
        var lost: [CellAddress] = []
        var kept: [OutputLine] = []
        for line in rendering.lines {
            if line.text.allSatisfy(\.isWhitespace) || seen.insert(line.text).inserted {
                kept.append(line)
            } else {
                lost += line.cells
            }
        }
        rendering.lines = kept
        for address in lost { report[address] = nil }
        if !lost.isEmpty { report.isDoubtful = true }
    }

    /// The text ends early. A line with values stays whole; the last row that is left may lack its end.
    static func cutOff(_ rendering: inout Rendering, _ report: inout SyntheticReport, using random: inout SeededGenerator) {
        let count = rendering.lines.count
        guard count > 10 else { return }
        let end = random.int((count * 3 / 10)...(count - 3))
        var kept = Array(rendering.lines[..<end])
        if let last = kept.last, last.cells.isEmpty, last.text.count > 4, random.chance(0.5) {
            kept[end - 1].text = String(last.text.prefix(last.text.count / 2))
        }
        for address in rendering.lines[end...].flatMap(\.cells) { report[address] = nil }
        if let last = kept.last(where: { !$0.cells.isEmpty })?.cells.last {
            for row in report.values[last.table]?.indices ?? 0..<0 where last.table == .proceedings || row == last.row {
                report.doubtfulRows.insert(RowAddress(last.table, row))
            }
            doubtForm(&report, after: last)
        }
        rendering.lines = kept
    }

    /// A table of section 3 that ends before the rows in which the forms differ does not say which form it has.
    private static func doubtForm(_ report: inout SyntheticReport, after last: CellAddress) {
        guard last.table == .applications, let form = report.forms[.applications] else { return }
        let rows = CodeTable.shared.spec(form, .applications).rows
        guard let telling = rows.firstIndex(where: { $0.code.hasPrefix("other") }), last.row <= telling else { return }
        for row in rows.indices { report.doubtfulRows.insert(RowAddress(.applications, row)) }
    }
}
