import ReportModel

/// Text of a PDF with its columns kept: runs of spaces, labels wrapped in their column, groups beside their rows.
struct PDFLayoutRenderer: ReportRenderer {
    private struct Piece {
        var x: Int
        var text: String
        var cells: [CellAddress] = []
    }

    var random: SeededGenerator
    private var furniture: PageFurniture
    private var alignsRight = false
    private var hasBlankLines = false
    private var indent = 0
    private let hasRunningTitle: Bool
    private var breaks = 0.0
    /// How often a value stands a column beside its place.
    private var jitter = 0.0

    init(hasRunningTitle: Bool, random: SeededGenerator) {
        self.hasRunningTitle = hasRunningTitle
        self.random = random
        furniture = PageFurniture(random: &self.random)
        alignsRight = self.random.chance(0.3)
        hasBlankLines = self.random.chance(0.4)
        indent = self.random.int(0...6)
        breaks = self.random.pick([hasRunningTitle ? 0.06 : 0, 0.03, 0.08])
        jitter = self.random.pick([0, 0, 0.2])
    }

    mutating func render(_ blocks: [Block]) -> Rendering {
        var out = Rendering()
        for block in blocks {
            switch block {
            case .title(let text):
                for line in TextWrap.wrap(text, 24) { out.add(String(repeating: " ", count: 16) + line) }
                if hasRunningTitle { furniture.runningTitle = text }
            case .heading(let text): out.add(String(repeating: " ", count: indent) + text)
            case .paragraph(let text):
                for (index, line) in TextWrap.wrap(text, 38).enumerated() { out.add((index == 0 ? "    " : "") + line) }
            case .table(let table): add(table, to: &out)
            }
            out.add("")
        }
        return out
    }

    /// The left edge and width of each column of the table.
    private func columns(of table: PrintedTable) -> [(x: Int, width: Int)] {
        let widest = table.rows.flatMap(\.values).map { TextWrap.columns($0.text) / $0.columns }.max() ?? 1
        var widths: [Int]
        switch (table.table, table.columns) {
        case (.disclosures, _): widths = [24] + Array(repeating: max(18, widest + 2), count: 3)
        case (.applications, _): widths = [8, 10, 34] + Array(repeating: max(8, widest + 2), count: 7)
        default: widths = Array(repeating: max(6, widest + 2), count: table.columns)
        }
        let longest = table.rows.map { $0.cells.count }.max() ?? 0
        while widths.count < longest + 3 { widths.append(max(8, widest + 2)) }
        var x = indent
        return widths.map { width in
            defer { x += width }
            return (x, width)
        }
    }

    private mutating func add(_ table: PrintedTable, to out: inout Rendering) {
        let columns = columns(of: table)
        var canvas: [[Piece]] = []
        var tops: [Int] = []
        var spanning: [(cell: PrintedCell, row: Int, x: Int, width: Int)] = []
        for (index, slots) in table.raster().enumerated() {
            tops.append(canvas.count)
            var wrapped: [(piece: PrintedCell, lines: [String], x: Int, width: Int)] = []
            for (column, slot) in slots.enumerated() {
                guard case .cell(let cell) = slot, !cell.text.isEmpty else { continue }
                let width = columns[column..<(column + cell.columns)].reduce(0) { $0 + $1.width }
                if cell.rows > 1 {
                    spanning.append((cell, index, columns[column].x, width))
                } else {
                    let fits = cell.role == .value || cell.role == .caption || cell.role == .note
                    let lines = fits ? [cell.text] : TextWrap.wrap(cell.text, max(1, (width - 2) / 2))
                    wrapped.append((cell, lines, columns[column].x, width))
                }
            }
            let height = max(1, wrapped.map(\.lines.count).max() ?? 1)
            let top = canvas.count
            canvas += Array(repeating: [], count: height)
            for item in wrapped { place(item.lines, item.piece, x: item.x, width: item.width, top: top, height: height, on: &canvas) }
            if hasBlankLines { canvas.append([]) }
        }
        tops.append(canvas.count)
        for item in spanning {
            let top = tops[item.row]
            let height = tops[min(item.row + item.cell.rows, tops.count - 1)] - top
            var lines = TextWrap.wrap(item.cell.text, max(1, (item.width - 2) / 2))
            if lines.count > height { lines = TextWrap.wrap(item.cell.text, (item.cell.text.count + height - 1) / height) }
            place(lines, item.cell, x: item.x, width: item.width, top: top, height: height, on: &canvas)
        }
        for (line, pieces) in canvas.enumerated() {
            if tops.contains(line), line > 0, random.chance(breaks) { for text in furniture.turn(allowsBareNumber: false) { out.add(text) } }
            out.add(text(of: pieces), pieces.flatMap(\.cells))
        }
    }

    private mutating func place(
        _ lines: [String], _ cell: PrintedCell, x: Int, width: Int, top: Int, height: Int, on canvas: inout [[Piece]]
    ) {
        let start = top + max(0, (height - lines.count) / 2)
        for (offset, line) in lines.enumerated() {
            var left = x
            if cell.role != .label {
                let room = width - TextWrap.columns(line)
                left += max(0, alignsRight && cell.role == .value ? room - 2 : room / 2)
                if cell.role == .value && random.chance(jitter) { left += random.pick([-1, 1]) }
            }
            canvas[start + offset].append(Piece(x: left, text: line, cells: offset == 0 ? cell.addresses : []))
        }
    }

    private func text(of pieces: [Piece]) -> String {
        var line = ""
        for piece in pieces.sorted(by: { $0.x < $1.x }) {
            let width = TextWrap.columns(line)
            if piece.x > width {
                line = TextWrap.padded(line, piece.x)
            } else if !line.isEmpty {
                line += " "
            }
            line += piece.text
        }
        return line
    }
}
