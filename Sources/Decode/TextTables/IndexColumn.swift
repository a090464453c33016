/// The numbers of rows and columns that programs print round a table: 0, 1, 2 … in front of rows that tabs or strokes part, or a column of
/// serial numbers that a clerk has added.
enum IndexColumn {
    /// True where numbers were taken away.
    static func drop(_ lines: inout [TextLine]) -> Bool {
        let blocks = blocks(lines)
        guard blocks.contains(where: { $0.rows.count >= leastRows }) else { return false }
        for block in blocks {
            for index in block.rows + block.heads { lines[index] = withoutFirst(lines[index]) }
            for index in block.counts { lines[index].scalars = [] }
        }
        return true
    }

    /// Far more rows than figures of a table count up by chance.
    private static let leastRows = 8

    private struct Block {
        /// Rows that begin with their number.
        var rows: [Int] = []
        /// Rows of the same width without one.
        var heads: [Int] = []
        /// Rows that hold the numbers of the columns or rules, and nothing else.
        var counts: [Int] = []
    }

    private static func blocks(_ lines: [TextLine]) -> [Block] {
        var found: [Block] = []
        var index = 0
        while index < lines.count {
            let width = cells(lines[index].scalars).count
            var end = index + 1
            if width >= leastCells {
                while end < lines.count, cells(lines[end].scalars).count == width { end += 1 }
                if let block = block(lines, index..<end) { found.append(block) }
            }
            index = end
        }
        return found
    }

    private static let leastCells = 3

    /// Lines of one width whose first cells count up, but for headers, which have none or a word there.
    private static func block(_ lines: [TextLine], _ range: Range<Int>) -> Block? {
        var block = Block()
        var next: Int?
        for index in range {
            let cells = cells(lines[index].scalars)
            if cells.allSatisfy({ $0.allSatisfy { $0 == 0x2D || $0 == 0x3A } && !$0.isEmpty }) {
                block.counts.append(index)
                continue
            }
            guard let number = CellText.serial(cells[0]) else {
                // A row's label in front of values: the rows have no numbers.
                guard !cells[0].isEmpty || next == nil || !cells.contains(where: CellText.isValue) else { return nil }
                guard cells[0].isEmpty || !cells.contains(where: CellText.isValue) else { return nil }
                if isCount(cells.dropFirst()) { block.counts.append(index) } else { block.heads.append(index) }
                continue
            }
            guard number == next ?? number, next != nil || number <= 1 else { return nil }
            next = number + 1
            block.rows.append(index)
        }
        return block.rows.isEmpty || block.heads.isEmpty && block.counts.isEmpty && block.rows.count < leastRows ? nil : block
    }

    private static func isCount(_ cells: ArraySlice<[UInt32]>) -> Bool {
        cells.enumerated().allSatisfy { CellText.serial($0.element) == $0.offset }
    }

    private static func separator(_ line: [UInt32]) -> UInt32? { [0x09, 0x7C].first(where: line.contains) }

    private static func cells(_ line: [UInt32]) -> [[UInt32]] {
        guard let separator = separator(line) else { return [] }
        return body(line, separator).split(separator: separator, omittingEmptySubsequences: false).map { CellText.trimmed($0) }
    }

    /// A line without the strokes at its ends.
    private static func body(_ line: [UInt32], _ separator: UInt32) -> ArraySlice<UInt32> {
        guard separator == 0x7C else { return line[...] }
        var body = CellText.trimmed(line[...])[...]
        if body.first == separator { body = body.dropFirst() }
        if body.last == separator { body = body.dropLast() }
        return body
    }

    private static func withoutFirst(_ line: TextLine) -> TextLine {
        TextLine(cells: Array(cells(line.scalars).dropFirst()), like: line)
    }
}
