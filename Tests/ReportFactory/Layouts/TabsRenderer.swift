/// Cells parted by tabs.
struct TabsRenderer: ReportRenderer {
    private enum Merging {
        /// Every merged cell is an empty field in its place.
        case raster
        /// A row's own merged columns are padded behind it.
        case padded
    }

    var random: SeededGenerator
    private var merging = Merging.raster
    private var loses = false
    private var hasBlankLines = true
    private var mark = ""

    init(random: SeededGenerator) {
        self.random = random
        merging = self.random.pick([.raster, .padded])
        loses = self.random.chance(0.5)
        hasBlankLines = self.random.chance(0.7)
        mark = self.random.pick(["", "", "## "])
    }

    mutating func render(_ blocks: [Block]) -> Rendering {
        var out = Rendering()
        for block in blocks {
            switch block {
            case .title(let text): out.add(mark.isEmpty ? text : "# " + text)
            case .heading(let text): out.add(mark + text)
            case .paragraph(let text): out.add(text)
            case .table(let table): add(table, to: &out)
            }
            if hasBlankLines { out.add("") }
        }
        return out
    }

    private mutating func add(_ table: PrintedTable, to out: inout Rendering) {
        for (row, slots) in zip(table.rows, table.raster()) {
            var fields: [String] = []
            var pad = 0
            for slot in slots {
                switch slot {
                case .cell(let cell): if !cell.vanishes { fields.append(cell.text) }
                case .spannedRight: if merging == .padded && row.role == .data { pad += 1 } else { fields.append("") }
                case .spannedDown, .empty: fields.append("")
                }
            }
            let hasLabels = table.columns == 10
            let isShifted = loses && hasLabels && row.role == .data && fields.first == "" && random.chance(0.15)
            if isShifted {
                // Only the three columns of labels hold merged cells.
                while fields.first == "" && pad < 3 {
                    fields.removeFirst()
                    pad += 1
                }
            }
            if random.chance(0.8) { fields += Array(repeating: "", count: pad) }
            // Where merged cells are not in their places, an empty field at either end may be one of them.
            let filled = row.values
            if (isShifted || merging == .padded) && hasLabels, let first = filled.first, let last = filled.last,
                first.text.isEmpty || last.text.isEmpty, filled.contains(where: { !$0.text.isEmpty })
            {
                out.doubtfulRows.formUnion(filled.flatMap(\.addresses).map(\.rowAddress))
            }
            let cells = row.cells.flatMap(\.addresses)
            if row.role == .data, table.columns == 10, !isShifted, random.chance(0.02), let cut = cutLabel(&fields) {
                out.add(fields.joined(separator: "\t"), cells)
                out.add("")
                out.add(cut + String(repeating: "\t", count: 7))
            } else {
                out.add(fields.joined(separator: "\t"), cells)
            }
        }
    }

    /// A page break in a long label: its end stands in a row of its own.
    private func cutLabel(_ fields: inout [String]) -> String? {
        guard let at = fields.firstIndex(where: { $0.count > 16 }) else { return nil }
        let text = fields[at]
        fields[at] = String(text.dropLast(7))
        return String(repeating: "\t", count: at) + text.suffix(7)
    }
}
