/// Tables with a cell on each line, where an empty cell is an empty line: rows are put together again, so that the empty cells count.
enum StackedCells {
    private static let leastValues = 30

    /// True where rows were put together.
    static func unfold(_ lines: inout [TextLine]) -> Bool {
        guard !lines.contains(where: { $0.scalars.contains(0x09) || $0.scalars.contains(0x7C) }) else { return false }
        for candidate in LineSpacing.candidates(lines) {
            let cells = candidate.map { CellText.trimmed($0.scalars[...]) }
            let isValue = cells.map { CellText.isValue($0) }
            guard isValue.count(where: { $0 }) >= leastValues, hasTelling(cells, isValue) else { continue }
            lines = rows(candidate, cells, isValue)
            return true
        }
        return false
    }

    private static func rows(_ lines: [TextLine], _ cells: [[UInt32]], _ isValue: [Bool]) -> [TextLine] {
        var result: [TextLine] = []
        var index = 0
        while index < lines.count {
            guard !cells[index].isEmpty, !isValue[index], !lines[index].isProse, index + 1 < lines.count,
                isValue[index + 1] || cells[index + 1].isEmpty
            else {
                result.append(lines[index])
                index += 1
                continue
            }
            var end = index + 1
            while end < lines.count, isValue[end] || cells[end].isEmpty { end += 1 }
            if isValue[(index + 1)..<end].contains(true) || end - index - 1 == columns {
                result.append(TextLine(cells: Array(cells[index..<end]), like: lines[index]))
            } else {
                result += lines[index..<end]
            }
            index = end
        }
        return result
    }

    /// Empty lines say something where values follow each other without one, and where rows with fewer values than seven have as
    /// many empty lines as they lack, but full rows none.
    private static func hasTelling(_ cells: [[UInt32]], _ isValue: [Bool]) -> Bool {
        var complete = 0
        var telling = 0
        var misleading = 0
        var broken = 0
        var inner = 0
        var index = 0
        while index < cells.count {
            var values = 0
            var empty = 0
            let start = index + 1
            index += 1
            while index < cells.count, isValue[index] || cells[index].isEmpty {
                if isValue[index] { values += 1 } else { empty += 1 }
                index += 1
            }
            if values > 0, empty > 0 { if isValue[start], isValue[index - 1] { inner += 1 } else { broken += 1 } }
            if values > 3, values + empty != columns, (values + empty) % 5 != 0 { broken += 1 }
            if values == columns {
                if empty == 0 { complete += 1 } else { misleading += 1 }
            } else if values > 0, values + empty == columns {
                telling += 1
            }
        }
        // Where no text lacks a value and empty lines stand nowhere else, one between two values is a cell.
        if inner > 0, broken == 0, complete >= 15 { return true }
        // Behind the last row of a table an empty line is no cell.
        return telling >= 2 && misleading <= 2 && complete + telling >= 10
    }

    /// The applicants of section 3, and their total.
    private static let columns = 7
}
