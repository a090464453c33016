/// Tables that stand the other way round: the values in front of their labels, or the form's columns as rows.
enum TurnedRows {
    /// True where rows were turned.
    static func unfold(_ lines: inout [TextLine]) -> Bool {
        let isTransposed = transpose(&lines)
        return turnValuesFirst(&lines) || isTransposed
    }

    /// Far more rows than any two wrapped labels leave.
    private static let leastRows = 14

    // MARK: - Values first

    /// Lines that begin with values and end in labels, where nearly all rows are so.
    private static func turnValuesFirst(_ lines: inout [TextLine]) -> Bool {
        var turned: [(index: Int, cells: [[UInt32]])] = []
        var usual = 0
        for index in lines.indices where lines[index].scalars.count <= 400 && !lines[index].isProse {
            let cells = cells(lines[index].scalars)
            guard cells.count >= 2, let first = cells.firstIndex(where: { !$0.isEmpty }) else { continue }
            // What is neither value nor word may be a value that cannot be read.
            guard let text = cells.firstIndex(where: { !CellText.isValue($0) && $0.contains { $0 >= 0x4E00 } }) else { continue }
            let behind = cells[text...]
            if CellText.isValue(cells[first]) {
                // Values behind the label are the row's; what stands in front numbers it.
                if behind.contains(where: CellText.isValue) { usual += 1 }
                // A unit that a blank parts from its figure is no label.
                guard !behind.contains(where: CellText.isValue), !behind.allSatisfy(PairLine.units.contains) else { continue }
                // A label that was cut at its blanks is one again.
                let hasTabs = lines[index].scalars.contains(0x09)
                let labels = hasTabs ? Array(behind) : [Array(behind.joined(separator: [0x20]))]
                turned.append((index, labels.reversed() + cells[..<text]))
            } else if cells.count(where: CellText.isValue) >= 2 {
                usual += 1
            }
        }
        guard turned.count >= leastRows, turned.count > 3 * usual, !areNumbered(turned.map(\.cells)) else { return false }
        for (index, cells) in turned { lines[index] = TextLine(cells: cells, like: lines[index]) }
        return true
    }

    /// Whether the values in front only number the rows: one in each, and they count up.
    private static func areNumbered(_ rows: [[[UInt32]]]) -> Bool {
        let numbers = rows.map { row -> Int? in
            let values = row.filter { CellText.isValue($0) }
            return values.count == 1 ? CellText.serial(values[0]) : nil
        }
        return zip(numbers, numbers.dropFirst()).count { $0 != nil && $0.map { $0 + 1 } == $1 } >= leastRows / 2
    }

    /// The cells of a line that tabs or strokes part; its words where nothing does.
    private static func cells(_ line: [UInt32]) -> [[UInt32]] {
        for separator: UInt32 in [0x09, 0x7C] where line.contains(separator) {
            var cells = line.split(separator: separator, omittingEmptySubsequences: false).map { CellText.trimmed($0) }
            if separator == 0x7C, line.first(where: { !CellText.isBlank($0) }) == 0x7C { cells.removeFirst() }
            if separator == 0x7C, line.last(where: { !CellText.isBlank($0) }) == 0x7C, !cells.isEmpty { cells.removeLast() }
            return cells
        }
        return line.split(omittingEmptySubsequences: true, whereSeparator: CellText.isBlank).map { Array($0) }
    }

    // MARK: - Applicants as rows

    /// Seven rows with a value for each of the twenty rows or so of section 3, under the rows of their labels; and five rows of three values
    /// under one, as section 4 may have them.
    private static func transpose(_ lines: inout [TextLine]) -> Bool {
        let isTurned = transpose(&lines, Shape(rows: 7, labels: 18...Int.max))
        return transpose(&lines, Shape(rows: 5, labels: 3...3)) || isTurned
    }

    private struct Shape {
        var rows: Int
        /// How many labels stand over the columns.
        var labels: ClosedRange<Int>
    }

    private static func transpose(_ lines: inout [TextLine], _ shape: Shape) -> Bool {
        let rows = lines.map { $0.scalars.contains(0x09) || $0.scalars.contains(0x7C) ? cells($0.scalars) : [] }
        let filled = rows.indices.filter { !rows[$0].isEmpty && !isRule(rows[$0]) }
        for place in filled.indices {
            let header = filled[place]
            let width = rows[header].count
            guard width > shape.labels.lowerBound, place == 0 || rows[filled[place - 1]].count != width || shape.rows == 5 else { continue }
            let block = filled[place...].prefix { rows[$0].count == width }
            // The rows of labels, then those of values.
            guard let names = (1...3).first(where: { shape.labels.contains(width - $0) && isTable(block, names: $0, shape, rows) })
            else { continue }
            let heads = block.prefix { !isValues(rows[$0], names) }
            let body = block.dropFirst(heads.count).prefix(shape.rows)
            var turned = [TextLine(cells: body.map { rows[$0][..<names].last { !$0.isEmpty } ?? [] }, like: lines[header])]
            for column in names..<width {
                let label = heads.map { rows[$0][column] }.filter { !$0.isEmpty }
                let cells = body.map { rows[$0][column] }
                // Only cells beside each other show that one of them is empty.
                if cells.contains([]) || shape.rows == 5 {
                    turned.append(TextLine(cells: [Array(label.joined(separator: [0x20]))] + cells, like: lines[header]))
                } else {
                    turned.append(TextLine(cells: label, like: lines[header]))
                    turned += body.map { TextLine(rows[$0][column], like: lines[$0]) }
                }
            }
            lines.replaceSubrange(header...(body.last ?? header), with: turned)
            return true
        }
        return false
    }

    /// Whether a block of rows has labels over its columns, and below them as many rows of values as the shape asks for.
    private static func isTable(_ block: ArraySlice<Int>, names: Int, _ shape: Shape, _ rows: [[[UInt32]]]) -> Bool {
        let heads = block.prefix { !isValues(rows[$0], names) }
        let body = block.dropFirst(heads.count).prefix { isValues(rows[$0], names) || isEmpty(rows[$0], names) }
        guard (1...4).contains(heads.count), body.count == shape.rows || shape.rows == 5 && body.count > 5, let last = heads.last else {
            return false
        }
        let labels = rows[last].indices.dropFirst(names).map { column in heads.map { rows[$0][column] }.filter { !$0.isEmpty } }
        return labels.allSatisfy { $0.contains { $0.count >= 3 } && !$0.contains(where: CellText.isValue) }
            && body.contains { rows[$0].dropFirst(names).contains { !$0.isEmpty } }
    }

    /// A row whose first cells name it, all others holding values or nothing.
    private static func isValues(_ row: [[UInt32]], _ names: Int) -> Bool {
        row.prefix(names).contains { !$0.isEmpty } && !row.prefix(names).contains(where: CellText.isValue)
            && row.dropFirst(names).allSatisfy { $0.isEmpty || CellText.isValue($0) }
            && row.dropFirst(names).contains { !$0.isEmpty }
    }

    /// A row that is named and holds nothing.
    private static func isEmpty(_ row: [[UInt32]], _ names: Int) -> Bool {
        row.prefix(names).contains { !$0.isEmpty } && row.dropFirst(names).allSatisfy(\.isEmpty)
    }

    private static func isRule(_ cells: [[UInt32]]) -> Bool { cells.allSatisfy { $0.allSatisfy { $0 == 0x2D || $0 == 0x3A } } }
}
