import ReportModel

/// Text of a PDF line by line: labels wrap, group labels run down the page, a row's numbers stand where the page has them.
struct PDFLinesRenderer: ReportRenderer {
    private enum GroupStyle { case vertical, wrapped, whole }

    var random: SeededGenerator
    private var furniture: PageFurniture
    private var groups = GroupStyle.wrapped
    private var labelWidth = 18
    private var textWidth = 40
    private var hasBlankLines = true
    private let hasRunningTitle: Bool
    private var breaks = 0.06
    /// Pieces of a group label that come out only after the group's first row.
    private var pending: [String] = []
    private var holdsBack = false

    init(hasRunningTitle: Bool, random: SeededGenerator) {
        self.hasRunningTitle = hasRunningTitle
        self.random = random
        furniture = PageFurniture(random: &self.random)
        groups = self.random.pick([.vertical, .wrapped, .wrapped, .whole])
        labelWidth = self.random.int(14...24)
        textWidth = self.random.int(34...42)
        hasBlankLines = self.random.chance(0.7)
        breaks = self.random.pick([hasRunningTitle ? 0.06 : 0, 0.04, 0.12])
        holdsBack = self.random.chance(0.3)
    }

    mutating func render(_ blocks: [Block]) -> Rendering {
        var out = Rendering()
        for block in blocks {
            switch block {
            case .title(let text):
                for line in TextWrap.wrap(text, 24) { out.add(line) }
                if hasRunningTitle { furniture.runningTitle = text }
            case .heading(let text):
                out.add("")
                out.add(text)
            case .paragraph(let text):
                for line in TextWrap.wrap(text, textWidth) {
                    out.add(line)
                    if random.chance(0.02) { for line in furniture.turn(allowsBareNumber: true) { out.add(line) } }
                }
            case .table(let table): for row in table.rows { add(row, of: table, to: &out) }
            }
            if hasBlankLines { out.add("") }
        }
        return out
    }

    private mutating func add(_ row: PrintedRow, of table: PrintedTable, to out: inout Rendering) {
        switch row.role {
        case .caption, .note: for cell in row.cells { for line in TextWrap.wrap(cell.text, textWidth) { out.add(line) } }
        case .header:
            if table.table == .disclosures || table.columns == 5 {
                out.add(row.cells.map(\.text).joined(separator: " "))
            } else {
                for cell in row.cells where !cell.text.isEmpty {
                    let width = cell.text.count > 14 ? 22 : cell.text.count > 7 ? cell.text.count : 2
                    for line in TextWrap.wrap(cell.text, width) { out.add(line) }
                    if hasBlankLines { out.add("") }
                }
            }
        case .data: addData(row, to: &out)
        }
        if hasBlankLines { out.add("") }
    }

    private mutating func addData(_ row: PrintedRow, to out: inout Rendering) {
        let labels = row.labels
        for group in labels.dropLast() where !group.text.isEmpty {
            let pieces: [String] =
                switch groups {
                case .vertical: group.text.map(String.init)
                case .wrapped: TextWrap.wrap(group.text, group.text.count > 8 ? 3 : 4)
                case .whole: [group.text]
                }
            if holdsBack && group.rows > 1 && pieces.count > 1 {
                out.add(pieces[0])
                pending = Array(pieces.dropFirst())
            } else {
                for piece in pieces { out.add(piece) }
                if hasBlankLines { out.add("") }
            }
        }
        addRow(labels.last?.text ?? "", row.values.filter { !$0.text.isEmpty }, to: &out)
        for piece in pending { out.add(piece) }
        pending = []
        let isFull = row.values.allSatisfy { !$0.text.isEmpty }
        if random.chance(breaks) { for line in furniture.turn(allowsBareNumber: isFull) { out.add(line) } }
    }

    private mutating func addRow(_ label: String, _ values: [PrintedCell], to out: inout Rendering) {
        func numbers(_ cells: some Sequence<PrintedCell>, after lead: String = "") -> OutputLine {
            let texts = cells.map(\.text)
            return OutputLine((lead.isEmpty ? texts : [lead] + texts).joined(separator: " "), cells.flatMap(\.addresses))
        }
        let lines = label.isEmpty ? [] : TextWrap.wrap(label, labelWidth)
        if values.isEmpty {
            for line in lines { out.add(line) }
            return
        }
        if lines.count <= 1 {
            if lines.count == 1 && random.chance(0.04) {
                out.add(label)
                out.lines.append(numbers(values))
            } else {
                out.lines.append(numbers(values, after: label))
            }
            return
        }
        switch random.int(0...4) {
        case 0 where values.count > 2:
            let split = random.chance(0.7) ? values.count - 1 : random.int(1...(values.count - 1))
            for line in lines { out.add(line) }
            if hasBlankLines { out.add("") }
            out.lines.append(numbers(values[..<split]))
            out.lines.append(numbers(values[split...]))
        case 1 where lines.count == 3:
            out.add(lines[0])
            out.lines.append(numbers(values, after: lines[1]))
            out.add(lines[2])
        case 2:
            for line in lines.dropLast() { out.add(line) }
            out.lines.append(numbers(values, after: lines[lines.count - 1]))
        case 3 where random.chance(0.5):
            out.lines.append(numbers(values, after: lines[0]))
            for line in lines.dropFirst() { out.add(line) }
        default:
            for line in lines { out.add(line) }
            if hasBlankLines { out.add("") }
            out.lines.append(numbers(values))
        }
    }
}
