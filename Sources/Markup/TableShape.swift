/// The rows and cells of one table as they stand in the source, before spans are expanded.
struct TableShape {
    struct Cell {
        /// Index of the node.
        var node: Int
        /// From 1, in its row.
        var ordinal: Int
    }

    struct Row {
        var line: Int32
        var cells: Range<Int>
        /// The index behind the last row of its row group.
        var groupEnd: Int
    }

    private(set) var rows: [Row] = []
    private(set) var cells: [Cell] = []
    /// Captions and text that stands outside the cells, as node ranges, with the number of rows before it.
    private(set) var strays: [(nodes: Range<Int>, row: Int)] = []

    private var groupStart = 0
    private var ordinal = 0

    /// - Parameter skips: nodes that are left out with all inside them.
    init(_ tree: MarkupTree, table: Int, skips: (MarkupNode) -> Bool) {
        var groupNodeEnd = Int.max
        var node = table + 1
        let end = tree.end(of: table)
        while node < end {
            if node >= groupNodeEnd {
                closeGroup()
                groupNodeEnd = .max
            }
            let entry = tree.nodes[node]
            if entry.tag != .text && skips(entry) {
                node = Int(entry.end)
                continue
            }
            switch entry.tag {
            case .rowGroup:
                closeGroup()
                groupNodeEnd = Int(entry.end)
                node += 1
            case .row:
                rows.append(Row(line: entry.line, cells: cells.count..<cells.count, groupEnd: 0))
                ordinal = 0
                node += 1
            case .cell:
                add(node, entry)
                node = Int(entry.end)
            case .text:
                if hasInk(tree.text, entry.textRange) { addStray(node..<node + 1) }
                node += 1
            case .inline where holdsRows(tree, node), .block where holdsRows(tree, node):
                node += 1
            case .dropped, .script, .input, .meta, .title, .head:
                node = Int(entry.end)
            default:
                if hasInk(tree.text, entry.textRange) { addStray(node..<Int(entry.end)) }
                node = Int(entry.end)
            }
        }
        closeGroup()
    }

    private mutating func add(_ node: Int, _ entry: MarkupNode) {
        guard !rows.isEmpty else { return }
        if !entry.traits.contains(.gap) { ordinal += 1 }
        cells.append(Cell(node: node, ordinal: ordinal))
        rows[rows.count - 1].cells = rows[rows.count - 1].cells.lowerBound..<cells.count
    }

    private mutating func addStray(_ nodes: Range<Int>) {
        if let last = strays.last, last.row == rows.count, last.nodes.upperBound == nodes.lowerBound {
            strays[strays.count - 1].nodes = last.nodes.lowerBound..<nodes.upperBound
        } else {
            strays.append((nodes, rows.count))
        }
    }

    private mutating func closeGroup() {
        for row in groupStart..<rows.count { rows[row].groupEnd = rows.count }
        groupStart = rows.count
    }

    /// A form, say, that wraps rows of the table.
    private func holdsRows(_ tree: MarkupTree, _ node: Int) -> Bool {
        var inner = node + 1
        let end = tree.end(of: node)
        while inner < end {
            switch tree.nodes[inner].tag {
            case .row: return true
            case .table: inner = tree.end(of: inner)
            default: inner += 1
            }
        }
        return false
    }

    private func hasInk(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        for place in range where text[place] > 0x20 { return true }
        return false
    }
}
