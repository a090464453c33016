import ReportModel

extension FlowReader {
    private enum RowKind { case data, blocks, empty }

    /// Text beyond this many bytes is a paragraph, not the label or value of a cell.
    private static let paragraphBytes = 240
    private static let longTextBytes = 900
    /// A row with this many short cells is a row of data whatever else stands in it.
    private static let shortCells = 3

    /// Reads a table: as a grid, as layout whose cells hold paragraphs, or as parts of both.
    mutating func readTable(_ table: Int) {
        let inside = table + 1..<tree.end(of: table)
        guard tree.nodes[table].rowSpan > 1 else { return readBlocks(inside) }
        let shape = TableShape(tree, table: table) { $0.traits.contains(.hidden) && leniency < .hidden }
        if takeMetadata(shape, table: table) { return }
        let kinds = rowKinds(shape)
        let isData = zip(shape.rows, kinds).contains { $1 == .data && $0.cells.count > 1 }
        guard isData else { return readBlocks(inside) }
        let starts = sectionStarts(shape)
        var row = 0
        var stray = 0
        while row < shape.rows.count {
            readStrays(shape, &stray, upTo: row)
            if kinds[row] == .blocks {
                readRowAsBlocks(shape, row)
                row += 1
                continue
            }
            var end = row + 1
            while end < shape.rows.count && kinds[end] != .blocks && !starts.contains(end) { end += 1 }
            readStrays(shape, &stray, upTo: end - 1)
            readRows(shape, row..<end, line: row == 0 ? tree.nodes[table].line : shape.rows[row].line)
            row = end
        }
        readStrays(shape, &stray, upTo: .max)
    }

    // MARK: - What a row is

    private func rowKinds(_ shape: TableShape) -> [RowKind] {
        var kinds: [RowKind] = []
        var coveredUntil = 0
        for (number, row) in shape.rows.enumerated() {
            let isCovered = number < coveredUntil
            kinds.append(kind(shape, row, isCovered: isCovered))
            for cell in shape.cells[row.cells] {
                let span = Int(tree.nodes[cell.node].rowSpan)
                coveredUntil = max(coveredUntil, span == 0 ? row.groupEnd : min(number + span, row.groupEnd))
            }
        }
        return kinds
    }

    private func kind(_ shape: TableShape, _ row: TableShape.Row, isCovered: Bool) -> RowKind {
        var short = 0
        var filled = 0
        var longest = 0
        var holdsTable = false
        for cell in shape.cells[row.cells] {
            let node = tree.nodes[cell.node]
            if node.traits.contains(.continued) { return .data }
            let ink = tree.ink(node.textRange, limit: FlowReader.longTextBytes + 1)
            let hasTable = node.traits.contains(.holdsTable)
            if hasTable { holdsTable = true }
            if ink == 0 { continue }
            filled += 1
            longest = max(longest, ink)
            if !hasTable && ink <= FlowReader.paragraphBytes { short += 1 }
        }
        if row.cells.isEmpty { return .empty }
        if (holdsTable || longest > FlowReader.longTextBytes) && short < FlowReader.shortCells { return .blocks }
        if filled == 1 && !isCovered {
            if longest > FlowReader.paragraphBytes { return .blocks }
            if row.cells.count == 1 && isHeading(tree.nodes[shape.cells[row.cells.lowerBound].node].textRange) {
                return .blocks
            }
        }
        return .data
    }

    private func isHeading(_ range: Range<Int>) -> Bool {
        range.count < 600 && ReportMarks.isHeading(tree.text, range)
    }

    /// Rows before which a heading stands outside the cells.
    private func sectionStarts(_ shape: TableShape) -> Set<Int> {
        var rows: Set<Int> = []
        for stray in shape.strays where stray.nodes.contains(where: { isHeading(tree.nodes[$0].textRange) }) {
            rows.insert(stray.row)
        }
        return rows
    }

    // MARK: - Reading

    private mutating func readStrays(_ shape: TableShape, _ next: inout Int, upTo row: Int) {
        while next < shape.strays.count && shape.strays[next].row <= row {
            readBlocks(shape.strays[next].nodes)
            next += 1
        }
    }

    private mutating func readRowAsBlocks(_ shape: TableShape, _ row: Int) {
        for cell in shape.cells[shape.rows[row].cells] { readBlocks(cell.node + 1..<tree.end(of: cell.node)) }
    }

    private mutating func readRows(_ shape: TableShape, _ rows: Range<Int>, line: Int32) {
        guard rows.contains(where: { shape.rows[$0].cells.count > 1 }) else {
            for row in rows { readRowAsBlocks(shape, row) }
            return
        }
        let table = UInt16(clamping: grids.count + 1)
        var expander = SpanExpander(columnLimit: options.columns)
        var inner: [Int] = []
        for row in rows {
            expander.startRow(row - rows.lowerBound)
            for cell in shape.cells[shape.rows[row].cells] {
                let node = tree.nodes[cell.node]
                if node.traits.contains(.gap) {
                    expander.skip(Int(node.columnSpan))
                    continue
                }
                if node.traits.contains(.continued) && expander.extendAbove(columnSpan: Int(node.columnSpan)) {
                    continue
                }
                let locator = Locator(
                    table: table, row: Int32(row - rows.lowerBound + 1), cell: UInt16(clamping: cell.ordinal))
                expander.place(
                    readCell(cell.node, &inner), columnSpan: Int(node.columnSpan), rowSpan: Int(node.rowSpan),
                    rowLimit: min(shape.rows[row].groupEnd, rows.upperBound) - rows.lowerBound, locator: locator)
            }
        }
        appendAnchor(grid: grids.count, line: line)
        grids.append(expander.grid(rows: rows.count))
        resumeParagraphs()
        for table in inner { readTable(table) }
    }

    /// The text of a cell; tables inside it are left for later.
    mutating func readCell(_ cell: Int, _ inner: inout [Int]) -> SourceSpan {
        folder.begin(.cell)
        var blockEnds: [Int] = []
        var node = cell + 1
        var raisedEnd = 0
        let end = tree.end(of: cell)
        while node < end {
            while let blockEnd = blockEnds.last, blockEnd <= node {
                folder.breakCell()
                blockEnds.removeLast()
            }
            let entry = tree.nodes[node]
            switch entry.tag {
            case .text:
                if node < raisedEnd { folder.appendRaised(tree.text, entry.textRange) } else { folder.append(tree.text, entry.textRange) }
                node += 1
                continue
            case .head, .title, .meta, .textarea, .script, .dropped:
                node = Int(entry.end)
                continue
            default: break
            }
            if entry.traits.contains(.struck) || entry.traits.contains(.hidden) && leniency < .hidden {
                node = Int(entry.end)
                continue
            }
            if entry.traits.contains(.raised) { raisedEnd = Int(entry.end) }
            if entry.tag == .table && entry.rowSpan > 1 {
                folder.breakCell()
                inner.append(node)
                node = Int(entry.end)
                continue
            }
            if entry.tag == .lineBreak {
                folder.breakCell()
            } else if entry.tag.isBlock || entry.tag == .floating {
                folder.breakCell()
                blockEnds.append(Int(entry.end))
            }
            node += 1
        }
        return folder.end()
    }
}
