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
        func column(_ index: Int) -> Int? {
            let naming = reading.mentions[index].naming
            return naming.column == nil ? nil : naming.columnIndex
        }
        var index = 0
        while index < reading.mentions.count {
            var block: [(mention: Int, column: Int)] = []
            var at = index
            while at < reading.mentions.count {
                let mention = reading.mentions[at]
                if let column = column(at), mention.enumeratorKind == .none, !hasValues(reading, block.last?.mention, at) {
                    block.append((at, column))
                } else if !mention.naming.isHeading || block.isEmpty {
                    break
                }
                at += 1
            }
            if Set(block.map(\.column).filter { $0 != 6 && $0 != 5 }).count >= 3 {
                for entry in block { isHeader[entry.mention] = true }
                let lines = Set(block.map { reading.list.pieces[reading.mentions[$0.mention].first].line })
                if block.count == 7, Set(block.map(\.column)).count == 7, lines.count == 1,
                    block.allSatisfy({ reading.list.pieces[reading.mentions[$0.mention].first].flags.contains(.delimited) })
                {
                    let left = { reading.list.pieces[reading.mentions[$0].first].left }
                    order = block.sorted { left($0.mention) < left($1.mention) }.map(\.column)
                }
            }
            index = max(at, index + 1)
        }
    }

    /// Whether numbers stand between two labels.
    private func hasValues(_ reading: TableReading, _ before: Int?, _ next: Int) -> Bool {
        guard let before else { return false }
        let from = reading.mentions[before].last
        let to = reading.mentions[next].first
        guard from < to else { return false }
        return reading.list.pieces[from...to].contains { $0.kind == .number || $0.kind == .dash }
    }

    func contains(_ mention: Mention) -> Bool { mention.index >= 0 && isHeader[mention.index] }
}
