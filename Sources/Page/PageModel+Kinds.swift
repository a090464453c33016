import Codebook
import ReportModel
import Tables

/// The small tables of what the files and reports are.
extension PageModel {
    private struct Row {
        var name: String
        var note = ""
        var count: Int
    }

    func kinds(_ tally: PageTally) -> [Node] {
        let formats = DocumentFormat.allCases.map { format in
            Row(
                name: PageWords.shared.format(format.rawValue), note: format.rawValue,
                count: tally.formats[Code(format).index])
        }
        let levels =
            AdministrativeLevel.allCases.map { level in
                let word = Vocabulary.level.words[Code(level).index]
                return Row(name: word.title, note: word.code, count: tally.levels[Code(level).index])
            } + [Row(name: "不明", note: "unknown", count: tally.levels[tally.levels.count - 1])]
        let regions = RegionTable.shared.provinces
        let provinces = regions.enumerated().map { Row(name: $0.element, count: tally.provinces[$0.offset]) }
        let unknown = [
            Row(name: "其他", note: "other", count: tally.provinces[regions.count]),
            Row(name: "不明", note: "unknown", count: tally.provinces[regions.count + 1]),
        ]
        let cells = CellStatus.allCases.map { status in
            let word = Vocabulary.cellStatus.words[Code(status).index]
            return Row(name: word.title, note: word.code, count: tally.cells[Code(status).index])
        }
        var nodes = [
            kind("文件格式", "file formats", formats),
            kind("机关级别", "rank of the body", levels),
            kind("单元格", "cells by status", cells),
            kind("省级政区", "province", provinces.sorted { $0.count > $1.count } + unknown, limit: 10),
        ]
        let titles = ["第二部分格式版本", "第三部分格式版本", "第四部分格式版本"]
        for (place, table) in StatutoryTable.allCases.enumerated() {
            let rows = [("2021年版", "2021", 1), ("2019年版", "2019", 0), ("不明", "unknown", 2)].map {
                Row(name: $0.0, note: $0.2 == 2 ? $0.1 : "", count: tally.forms[place * 3 + $0.2])
            }
            nodes.append(kind(titles[place], "form of \(table.rawValue)", rows))
        }
        return nodes
    }

    /// - Parameter limit: rows that are shown; those behind are counted.
    private func kind(_ title: String, _ english: String, _ rows: [Row], limit: Int = 12) -> Node {
        let filled = rows.filter { $0.count > 0 }
        let total = filled.reduce(0) { $0 + $1.count }
        var node: Node = [
            "title": title, "english": english,
            "rows": filled.prefix(limit).map { row -> Node in
                var node: Node = [
                    "name": row.name, "count": ShortText.number(row.count),
                    "share": ShortText.percent(row.count, of: total),
                ]
                if !row.note.isEmpty { node["note"] = row.note }
                return node
            },
        ]
        if filled.count > limit { node["more"] = ShortText.number(filled.count - limit) }
        return node
    }
}
