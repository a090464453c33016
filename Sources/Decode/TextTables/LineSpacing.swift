/// Texts in which empty lines part the lines: without these, what is left of the empty lines are empty cells.
enum LineSpacing {
    /// The lines as they stand; where an empty line parts nearly all of them, without it as well: a cell that holds nothing has then left
    /// two further empty lines, its own and one that parts, or a single one.
    static func candidates(_ lines: [TextLine]) -> [[TextLine]] {
        let isEmpty = lines.map { CellText.trimmed($0.scalars[...]).isEmpty }
        var gaps = [0, 0]
        var index = 0
        while index < lines.count {
            let start = index
            while index < lines.count, isEmpty[index] { index += 1 }
            gaps[index > start ? 1 : 0] += 1
            index += 1
        }
        guard gaps[1] > 4 * gaps[0] else { return [lines] }
        return [lines, reduced(lines, isEmpty, 2), reduced(lines, isEmpty, 1)]
    }

    /// The lines with so many empty ones in a stretch as there are empty cells of `size` lines each, behind the one that parts.
    private static func reduced(_ lines: [TextLine], _ isEmpty: [Bool], _ size: Int) -> [TextLine] {
        var result: [TextLine] = []
        var empty = 0
        for (line, isEmpty) in zip(lines, isEmpty) {
            if isEmpty {
                empty += 1
                if empty > 1, (empty - 1) % size == 0 { result.append(line) }
            } else {
                empty = 0
                result.append(line)
            }
        }
        return result
    }
}
