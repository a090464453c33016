/// Lines that hold a whole report, as programs make them that take the text out of a page without its breaks: cut at what parts
/// the cells, so that each stands on a line of its own.
enum LongLines {
    private static let least = 600
    private static let leastValues = 60

    /// True where a line was cut.
    static func cut(_ lines: inout [TextLine]) -> Bool {
        guard lines.contains(where: { $0.scalars.count >= least }) else { return false }
        var result: [TextLine] = []
        var isChanged = false
        for line in lines {
            if line.scalars.count >= least, let parts = parts(line) {
                result += parts
                isChanged = true
            } else {
                result.append(line)
            }
        }
        if isChanged { lines = result }
        return isChanged
    }

    private static func parts(_ line: TextLine) -> [TextLine]? {
        for separator: UInt32? in [0x7C, 0x09, nil] {
            let cells =
                line.scalars.split(omittingEmptySubsequences: separator == nil) {
                    separator == nil ? CellText.isBlank($0) : $0 == separator
                }
                .map { CellText.trimmed($0) }
            guard cells.count(where: CellText.isValue) >= leastValues else { continue }
            return (separator == nil ? withUnits(cells) : cells).map { TextLine($0, like: line) }
        }
        return nil
    }

    /// A unit that a blank parts from its figure belongs to it.
    private static func withUnits(_ cells: [[UInt32]]) -> [[UInt32]] {
        var joined: [[UInt32]] = []
        for cell in cells {
            if cell.count <= 2, let last = joined.last, CellText.isValue(last), units.contains(cell) {
                joined[joined.count - 1] += cell
            } else {
                joined.append(cell)
            }
        }
        return joined
    }

    private static let units = ["件", "个", "条", "项", "次", "元", "万元"].map { $0.unicodeScalars.map(\.value) }
}
