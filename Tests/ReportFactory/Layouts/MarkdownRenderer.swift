/// Markdown tables.
struct MarkdownRenderer: ReportRenderer {
    enum Form { case oneTable, tablePerRow, inventedHeader }

    let form: Form
    var random: SeededGenerator
    private var repeatsGroups = false
    private var dashes = "---"
    private var hasDashRows = false
    private var namesFirstColumn = true

    init(form: Form, random: SeededGenerator) {
        self.form = form
        self.random = random
        repeatsGroups = self.random.chance(0.3)
        dashes = self.random.pick(["---", ":---:", "-", "------"])
        hasDashRows = self.random.chance(0.3)
        namesFirstColumn = self.random.chance(0.6)
    }

    mutating func render(_ blocks: [Block]) -> Rendering {
        var out = Rendering()
        for block in blocks {
            switch block {
            case .title(let text): out.add("# " + text)
            case .heading(let text): out.add("## " + text)
            case .paragraph(let text): out.add(text)
            case .table(let table): add(table, to: &out)
            }
            out.add("")
        }
        return out
    }

    private mutating func add(_ table: PrintedTable, to out: inout Rendering) {
        var above: [Int: String] = [:]
        for (index, (row, slots)) in zip(table.rows, table.raster()).enumerated() {
            var fields: [String] = []
            for (column, slot) in slots.enumerated() {
                switch slot {
                case .cell(let cell):
                    if cell.vanishes { continue }
                    above[column] = cell.role == .label ? cell.text : ""
                    fields.append(cell.text)
                case .spannedDown: fields.append(repeatsGroups ? above[column] ?? "" : "")
                case .spannedRight, .empty:
                    above[column] = ""
                    fields.append("")
                }
            }
            if form == .inventedHeader && (index == 0 || row.role == .caption) {
                if index > 0 { out.add("") }
                // The invented names stand over every column but the first, or over the columns of values alone.
                let left = namesFirstColumn || table.columns != 10 ? 1 : 3
                let first = namesFirstColumn ? "项目" : ""
                out.add(line((0..<fields.count).map { $0 < left ? ($0 == 0 ? first : "") : "数据\($0 - left + 1)" }))
                out.add(ruler(fields.count))
            }
            out.add(line(fields), row.cells.flatMap(\.addresses))
            switch form {
            case .oneTable: if index == 0 { out.add(ruler(fields.count)) }
            case .tablePerRow:
                out.add(ruler(fields.count))
                out.add("")
            case .inventedHeader: break
            }
            let isAfterData = row.role == .data && random.chance(0.05)
            if hasDashRows && form != .tablePerRow && index > 0 && (row.role == .header && random.chance(0.5) || isAfterData) {
                out.add(ruler(fields.count))
            }
        }
    }

    private func line(_ fields: [String]) -> String { "| " + fields.joined(separator: " | ") + " |" }

    private func ruler(_ count: Int) -> String { "|" + String(repeating: dashes + "|", count: count) }
}
