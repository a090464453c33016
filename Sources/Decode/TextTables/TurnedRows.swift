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
                guard !behind.contains(where: CellText.isValue) else { continue }
                // A label that was cut at its blanks is one again.
                let hasTabs = lines[index].scalars.contains(0x09)
                let labels = hasTabs ? Array(behind) : [Array(behind.joined(separator: [0x20]))]
                turned.append((index, labels.reversed() + cells[..<text]))
            } else if cells.count(where: CellText.isValue) >= 2 {
                usual += 1
            }
        }
        guard turned.count >= leastRows, turned.count > 3 * usual else { return false }
        for (index, cells) in turned { lines[index] = TextLine(cells: cells, like: lines[index]) }
        return true
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

    /// Seven rows with a value for each of the twenty rows or so of section 3, under a row of their labels.
    private static func transpose(_ lines: inout [TextLine]) -> Bool {
        let rows = lines.map { $0.scalars.contains(0x09) || $0.scalars.contains(0x7C) ? cells($0.scalars) : [] }
        let filled = rows.indices.filter { !rows[$0].isEmpty && !isRule(rows[$0]) }
        for (place, header) in filled.enumerated() {
            let width = rows[header].count
            guard width >= leastLabels, rows[header].dropFirst().allSatisfy({ $0.count >= 3 && !CellText.isValue($0) }),
                place + columns < filled.count
            else { continue }
            let body = filled[(place + 1)...(place + columns)]
            let isTable = body.allSatisfy { row in
                rows[row].count == width && !rows[row][0].isEmpty && !CellText.isValue(rows[row][0])
                    && rows[row].dropFirst().allSatisfy { $0.isEmpty || CellText.isValue($0) }
            }
            guard isTable, body.contains(where: { rows[$0].dropFirst().contains { !$0.isEmpty } }) else { continue }
            var turned = [TextLine(cells: body.map { rows[$0][0] }, like: lines[header])]
            for column in 1..<width {
                let cells = body.map { rows[$0][column] }
                // Only cells beside each other show that one of them is empty.
                if cells.contains([]) {
                    turned.append(TextLine(cells: [rows[header][column]] + cells, like: lines[header]))
                } else {
                    turned.append(TextLine(rows[header][column], like: lines[header]))
                    turned += body.map { TextLine(rows[$0][column], like: lines[$0]) }
                }
            }
            lines.replaceSubrange(header...(body.last ?? header), with: turned)
            return true
        }
        return false
    }

    private static let columns = 7
    private static let leastLabels = 18

    private static func isRule(_ cells: [[UInt32]]) -> Bool { cells.allSatisfy { $0.allSatisfy { $0 == 0x2D || $0 == 0x3A } } }
}
