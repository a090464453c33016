/// `规章  | 0  | 0  | 2  | `: a row a line, merged cells dropped or left as bare pipes.
struct TrailingPipesRenderer: ReportRenderer {
    var random: SeededGenerator
    private var gap = "  "
    private var showsSpans = false
    private var showsGroups = false

    init(random: SeededGenerator) {
        self.random = random
        gap = self.random.pick(["  ", " ", "\u{A0} "])
        showsSpans = self.random.chance(0.5)
        showsGroups = self.random.chance(0.2)
    }

    mutating func render(_ blocks: [Block]) -> Rendering {
        var out = Rendering()
        for block in blocks {
            switch block {
            case .title(let text):
                for line in TextWrap.wrap(text, random.chance(0.5) ? 19 : 80) { out.add(line) }
            case .heading(let text), .paragraph(let text): out.add(text)
            case .table(let table): add(table, to: &out)
            }
        }
        return out
    }

    private func add(_ table: PrintedTable, to out: inout Rendering) {
        for (row, slots) in zip(table.rows, table.raster()) {
            var line = ""
            for slot in slots {
                switch slot {
                case .cell(let cell):
                    if !cell.vanishes { line += cell.text + gap + "|" + (showsSpans && cell.columns > 1 ? "" : " ") }
                case .spannedRight: if showsSpans { line += "|" }
                case .spannedDown: if showsGroups { line += gap + "| " }
                case .empty: break
                }
            }
            out.add(line, row.cells.flatMap(\.addresses))
        }
    }
}
