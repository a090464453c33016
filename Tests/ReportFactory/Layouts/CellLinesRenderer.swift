/// A cell a line without separators. Labels break, blank cells leave nothing.
struct CellLinesRenderer: ReportRenderer {
    var random: SeededGenerator
    private var gap = true
    private var breaks = 0.15

    init(random: SeededGenerator) {
        self.random = random
        gap = self.random.chance(0.7)
        breaks = self.random.pick([0, 0.1, 0.3])
    }

    mutating func render(_ blocks: [Block]) -> Rendering {
        var out = Rendering()
        for block in blocks {
            switch block {
            case .title(let text), .heading(let text), .paragraph(let text): add(text, [], to: &out)
            case .table(let table):
                for cell in table.rows.flatMap(\.cells) where !cell.text.isEmpty {
                    let isLabel = cell.role == .label || cell.role == .header
                    if isLabel && cell.text.count > 3 && random.chance(breaks) {
                        let characters = Array(cell.text)
                        let at = random.int(2...(characters.count - 1))
                        add(String(characters[..<at]), [], to: &out)
                        add(String(characters[at...]), [], to: &out)
                    } else {
                        add(cell.text, cell.addresses, to: &out)
                    }
                }
            }
        }
        return out
    }

    private func add(_ text: String, _ cells: [CellAddress], to out: inout Rendering) {
        out.add(text, cells)
        if gap { out.add("") }
    }
}
