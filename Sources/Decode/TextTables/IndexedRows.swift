/// Tables as programs print a frame of data: the number of the row in front, the columns set apart by two blanks or more, and a word in
/// each empty cell.
enum IndexedRows {
    /// True where a table was found.
    static func unfold(_ lines: inout [TextLine]) -> Bool {
        var isChanged = false
        var index = 0
        while index < lines.count {
            let end = end(lines, index)
            guard end > index else {
                index += 1
                continue
            }
            let rows = lines[index..<end].map { Array(cells($0.scalars).dropFirst()) }
            if rows.count >= leastRows || rows.contains(where: { $0.contains { CellText.isNothing($0) } }) {
                for (offset, cells) in rows.enumerated() {
                    lines[index + offset] = TextLine(cells: cells.map { CellText.isNothing($0) ? [] : $0 }, like: lines[index + offset])
                }
                // The numbers of the columns.
                if index > 0, isCount(cells(lines[index - 1].scalars)) { lines[index - 1].scalars = [] }
                isChanged = true
            }
            index = end
        }
        return isChanged
    }

    private static let leastRows = 10

    /// Behind the lines that begin with 0, 1, 2 … and have as many cells; `start` where there are fewer than three.
    private static func end(_ lines: [TextLine], _ start: Int) -> Int {
        var at = start
        var width = 0
        while at < lines.count {
            let scalars = lines[at].scalars
            guard let first = scalars.first, CellText.isDigit(first) else { break }
            let found = cells(scalars)
            guard found.count >= 3, found[0] == String(at - start).unicodeScalars.map(\.value), width == 0 || found.count == width
            else { break }
            width = found.count
            at += 1
        }
        return at - start >= 3 ? at : start
    }

    private static func isCount(_ cells: [[UInt32]]) -> Bool {
        cells.count >= 3 && cells.enumerated().allSatisfy { $0.element == String($0.offset).unicodeScalars.map(\.value) }
    }

    /// What two blanks or more part.
    private static func cells(_ line: [UInt32]) -> [[UInt32]] {
        var cells: [[UInt32]] = []
        var cell: [UInt32] = []
        var blanks = 0
        for value in line {
            if value == 0x20 {
                blanks += 1
                continue
            }
            if blanks >= 2, !cell.isEmpty {
                cells.append(cell)
                cell = []
            } else if blanks == 1 {
                cell.append(0x20)
            }
            blanks = 0
            cell.append(value)
        }
        if !cell.isEmpty { cells.append(cell) }
        return cells
    }
}
