/// Text of a PDF column by column: all labels of a table, then all its numbers. No number is tied to its row.
struct PDFColumnsRenderer: ReportRenderer {
    var random: SeededGenerator
    private var byColumn = true
    private var labelWidth = 16

    init(random: SeededGenerator) {
        self.random = random
        byColumn = self.random.chance(0.7)
        labelWidth = self.random.int(10...30)
    }

    mutating func render(_ blocks: [Block]) -> Rendering {
        var out = Rendering()
        out.isDoubtful = true
        for block in blocks {
            switch block {
            case .title(let text): for line in TextWrap.wrap(text, 24) { out.add(line) }
            case .heading(let text): out.add(text)
            case .paragraph(let text): for line in TextWrap.wrap(text, 40) { out.add(line) }
            case .table(let table): add(table, to: &out)
            }
            out.add("")
        }
        return out
    }

    private func add(_ table: PrintedTable, to out: inout Rendering) {
        for cell in table.rows.flatMap(\.cells) where cell.role != .value && !cell.text.isEmpty {
            for line in TextWrap.wrap(cell.text, labelWidth) { out.add(line) }
        }
        out.add("")
        let rows = table.rows.map(\.values)
        if byColumn {
            for column in 0..<(rows.map(\.count).max() ?? 0) {
                for row in rows where column < row.count && !row[column].text.isEmpty {
                    out.add(row[column].text, row[column].addresses)
                }
                out.add("")
            }
        } else {
            for cell in rows.flatMap({ $0 }) where !cell.text.isEmpty { out.add(cell.text, cell.addresses) }
        }
    }
}
