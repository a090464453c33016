/// Every cell and every pipe on a line of its own; merged columns leave lines of several pipes.
struct PipeLinesRenderer: ReportRenderer {
    var random: SeededGenerator
    private var hasBlankLines = false
    private var showsSpans = true

    init(random: SeededGenerator) {
        self.random = random
        hasBlankLines = self.random.chance(0.3)
        showsSpans = self.random.chance(0.7)
    }

    mutating func render(_ blocks: [Block]) -> Rendering {
        var out = Rendering()
        for block in blocks {
            switch block {
            case .title(let text), .heading(let text), .paragraph(let text): out.add(text)
            case .table(let table):
                for row in table.rows {
                    for cell in row.cells where !cell.vanishes {
                        if !cell.text.isEmpty { out.add(cell.text, cell.addresses) }
                        out.add(String(repeating: "|", count: showsSpans ? cell.columns : 1))
                        if hasBlankLines { out.add("") }
                    }
                }
            }
        }
        return out
    }
}
