/// Rows with each cell in brackets of its own: `【规章】【0】【2】`, `[规章], [0], [2],`, or in tags: `<td>规章</td><td>0</td>`.
enum BracketedCells {
    /// True where rows were found.
    static func unfold(_ lines: inout [TextLine]) -> Bool {
        for pair in pairs {
            var found: [(index: Int, cells: [[UInt32]])] = []
            for index in lines.indices where lines[index].scalars.count <= longest {
                if let cells = cells(lines[index].scalars, pair) ?? labelled(lines[index].scalars, pair) { found.append((index, cells)) }
            }
            guard found.count(where: { $0.cells.count { CellText.isValue($0) } >= 3 }) >= leastRows else { continue }
            for (index, cells) in found { lines[index] = TextLine(cells: cells, like: lines[index]) }
            return true
        }
        return false
    }

    private static let leastRows = 8
    private static let longest = 4000

    private struct Pair {
        var open: [UInt32]
        var close: [UInt32]
    }

    private static let pairs = [("【", "】"), ("[", "]"), ("「", "」"), ("{", "}"), ("<td", "</td>")].map {
        Pair(open: $0.0.unicodeScalars.map(\.value), close: $0.1.unicodeScalars.map(\.value))
    }

    /// The cells of a line that holds nothing else but commas and blanks, and tags round the row; nil where it does not.
    private static func cells(_ line: [UInt32], _ pair: Pair) -> [[UInt32]]? {
        var cells: [[UInt32]] = []
        var at = 0
        while at < line.count {
            if line[at...].starts(with: pair.open) {
                var start = at + pair.open.count
                if pair.open.first == 0x3C {
                    guard let end = line[start...].firstIndex(of: 0x3E) else { return nil }
                    start = end + 1
                }
                guard let end = close(line, start, pair) else { return nil }
                cells.append(CellText.trimmed(line[start..<end]))
                at = end + pair.close.count
            } else if pair.open.first == 0x3C, line[at] == 0x3C, let end = line[at...].firstIndex(of: 0x3E) {
                at = end + 1
            } else if line[at] == 0x2C || line[at] == 0xFF0C || CellText.isBlank(line[at]) {
                at += 1
            } else {
                return nil
            }
        }
        return cells.count >= 1 ? cells : nil
    }

    /// A label with its values in brackets behind it: `规章[0][2]`, `"规章": [0, 2]`. The values may be empty.
    private static func labelled(_ line: [UInt32], _ pair: Pair) -> [[UInt32]]? {
        let text = CellText.trimmed(line[...])
        guard pair.open.count == 1, let open = text.firstIndex(of: pair.open[0]), open > 0, text.last == pair.close[0],
            let inner = cells(Array(text[open...]), pair)
        else { return nil }
        let isMark = { (value: UInt32) in value == 0x22 || value == 0x27 || value == 0x3A || value == 0xFF1A || CellText.isBlank(value) }
        var label = text[..<open]
        if label.first == 0x2D { label = label.dropFirst() }
        label = label.drop(while: isMark)
        while let last = label.last, isMark(last) { label.removeLast() }
        var values = inner
        if inner.count == 1 {
            values = inner[0].split(separator: 0x2C, omittingEmptySubsequences: false).map { value in
                CellText.trimmed(CellText.trimmed(value).filter { $0 != 0x22 && $0 != 0x27 }[...])
            }
        }
        return values.allSatisfy { $0.isEmpty || CellText.isValue($0) } ? [Array(label)] + values : nil
    }

    private static func close(_ line: [UInt32], _ start: Int, _ pair: Pair) -> Int? {
        var at = start
        while at < line.count {
            if line[at...].starts(with: pair.close) { return at }
            at += 1
        }
        return nil
    }
}
