internal import Codebook
internal import ReportModel

/// The headers of section 3: 自然人, 商业企业 … 总计 in a row, wherever they stand and however often.
struct HeaderBlocks {
    /// By index of the mention.
    private var isHeader: [Bool]
    /// By position of a value in its row: the column it belongs to. Differs from 0 ... 6 only where one header row, its cells
    /// parted, names all seven columns in another order.
    private(set) var order = Array(0..<7)

    init(_ reading: TableReading) {
        isHeader = [Bool](repeating: false, count: reading.mentions.count)
        var block: [(mention: Int, column: Int)] = []
        var index = 0
        while index < reading.mentions.count {
            block.removeAll(keepingCapacity: true)
            // The columns named, a bit each.
            var columns: UInt64 = 0
            var at = index
            while at < reading.mentions.count {
                let naming = reading.mentions[at].naming
                if naming.column != nil, reading.mentions[at].enumeratorKind == .none,
                    !HeaderBlocks.hasValues(reading, block.last?.mention, at)
                {
                    block.append((at, naming.columnIndex))
                    columns |= 1 << UInt64(naming.columnIndex + 1)
                } else if !naming.isHeading || block.isEmpty {
                    break
                }
                at += 1
            }
            // 其他 and 总计 name rows too.
            if (columns & ~(0b11 << 6)).nonzeroBitCount >= 3 {
                for entry in block { isHeader[entry.mention] = true }
                if block.count == 7, columns.nonzeroBitCount == 7 { readOrder(block, reading) }
                if block.count >= 6 { readTotalFirst(block, reading) }
            }
            index = max(at, index + 1)
        }
    }

    private mutating func readOrder(_ block: [(mention: Int, column: Int)], _ reading: TableReading) {
        func head(_ mention: Int) -> Piece { reading.list.pieces[reading.mentions[mention].first] }
        let line = head(block[0].mention).line
        guard block.allSatisfy({ head($0.mention).line == line && head($0.mention).flags.contains(.delimited) }) else { return }
        order = block.sorted { head($0.mention).left < head($1.mention).left }.map(\.column)
    }

    /// Headers of two rows whose first begins with the total: 总计, 自然人, 法人或其他组织, and its five kinds below.
    private mutating func readTotalFirst(_ block: [(mention: Int, column: Int)], _ reading: TableReading) {
        let head = block.map { reading.list.pieces[reading.mentions[$0.mention].first] }
        guard block[0].column == 6, block[1].column == 0, head[0].line == head[1].line, head[2].line > head[1].line,
            head[0].left < head[1].left, HeaderBlocks.addsUpFromBehind(reading),
            block.dropFirst(2).allSatisfy({ $0.column > 0 && $0.column < 6 }),
            zip(block.dropFirst(2), block.dropFirst(3)).allSatisfy({ $0.column < $1.column })
        else { return }
        order = [6, 0, 1, 2, 3, 4, 5]
    }

    /// Whether in rows of seven figures the first is the sum of the others at least as often as the last is.
    private static func addsUpFromBehind(_ reading: TableReading) -> Bool {
        var lead = 0
        for run in reading.runs where run.pieces.count == 7 {
            let values = run.pieces.compactMap { reading.list.pieces[$0].integer }
            guard values.count == 7 else { continue }
            let sum = values.reduce(0, &+)
            if sum == 2 &* values[0] { lead += 1 }
            if sum == 2 &* values[6] { lead -= 1 }
        }
        return lead >= 0
    }

    /// Whether numbers stand between two labels.
    private static func hasValues(_ reading: TableReading, _ before: Int?, _ next: Int) -> Bool {
        guard let before else { return false }
        let from = reading.mentions[before].last
        let to = reading.mentions[next].first
        guard from < to else { return false }
        for piece in from...to where reading.list.pieces[piece].kind == .number || reading.list.pieces[piece].kind == .dash {
            return true
        }
        return false
    }

    func contains(_ mention: Mention) -> Bool { mention.index >= 0 && isHeader[mention.index] }
}
