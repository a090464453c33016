/// `规章 |`, `0 |`: a cell and its pipe a line.
struct CellPipeLinesRenderer: ReportRenderer {
    var random: SeededGenerator
    private var space = " "
    private var leading = ""
    private var showsSpans = false

    init(random: SeededGenerator) {
        self.random = random
        space = self.random.pick([" ", " ", "\u{A0}", "  "])
        leading = self.random.pick(["", "", "| ", "|"])
        showsSpans = self.random.chance(0.3)
    }

    mutating func render(_ blocks: [Block]) -> Rendering {
        var out = Rendering()
        let padded = space == "\u{A0}"
        for block in blocks {
            switch block {
            case .title(let text), .heading(let text), .paragraph(let text): out.add(text)
            case .table(let table):
                for row in table.rows {
                    for (index, cell) in row.cells.enumerated() where !cell.vanishes {
                        let start = index == 0 ? leading : ""
                        let pipes = String(repeating: "|", count: showsSpans ? cell.columns : 1)
                        out.add(start + (padded ? space : "") + cell.text + space + pipes, cell.addresses)
                    }
                    if !leading.isEmpty { out.add("") }
                }
            }
        }
        return out
    }
}
