/// Tables copied out of a browser whose cells hold paragraphs: each cell stands between empty lines, and between two cells of a row stands
/// a line that holds nothing but a tab.
enum TabLines {
    /// True where rows were put together.
    static func unfold(_ lines: inout [TextLine]) -> Bool {
        let tabs = lines.map { $0.scalars == [0x09] }
        guard tabs.count(where: { $0 }) >= least, zip(lines, tabs).allSatisfy({ $1 || !$0.scalars.contains(0x09) }) else { return false }
        var result: [TextLine] = []
        var cells: [[UInt32]] = []
        var start: TextLine?
        /// Empty lines since the last one with a cell or a tab: one stands round each cell, more where a cell is empty.
        var empty = 0
        var isBehindTab = false
        func flush() {
            if let start { result.append(cells.count > 1 ? TextLine(cells: cells, like: start) : TextLine(cells.first ?? [], like: start)) }
            cells = []
            start = nil
        }
        for (line, isTab) in zip(lines, tabs) {
            if isTab {
                if !isBehindTab, empty > 1 { flush() }
                if start == nil { (start, cells) = (line, [[]]) }
                cells.append([])
                (isBehindTab, empty) = (true, 0)
            } else if !line.scalars.contains(where: { !CellText.isBlank($0) }) {
                empty += 1
            } else {
                // Behind an empty line stands a cell of its own; without one, the cell goes on.
                if isBehindTab ? empty > 1 : empty > 0 || cells.count < 2 { flush() }
                if start == nil {
                    (start, cells) = (line, [line.scalars])
                } else {
                    cells[cells.count - 1] += line.scalars
                }
                (isBehindTab, empty) = (false, 0)
            }
        }
        flush()
        lines = result
        return true
    }

    private static let least = 40
}
