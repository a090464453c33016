/// Marks that have nothing to do with the text: line breaks written as tags, entities, backslashes before punctuation, the bullets
/// of a list that has a cell in each item.
enum LineMarks {
    /// True where anything was taken away.
    static func clean(_ lines: inout [TextLine]) -> Bool {
        var isChanged = false
        for index in lines.indices
        where lines[index].scalars.contains(where: { $0 == 0x3C || $0 == 0x26 || $0 == 0x5C || $0 == 0x5F || $0 == 0x22 || $0 == 0x27 }) {
            let cleaned = cleaned(lines[index].scalars)
            if cleaned != lines[index].scalars {
                lines[index].scalars = cleaned
                isChanged = true
            }
        }
        if dropEmptyCells(&lines) { isChanged = true }
        if joinStrokes(&lines) { isChanged = true }
        if dropImages(&lines) { isChanged = true }
        if dropIndents(&lines) { isChanged = true }
        if dropNothings(&lines) { isChanged = true }
        return dropBullets(&lines) || isChanged
    }

    /// Rows between doubled strokes, as wikis have them: single ones part the cells as well, and show which are empty.
    private static func joinStrokes(_ lines: inout [TextLine]) -> Bool {
        let rows = lines.indices.filter { index in
            let line = CellText.trimmed(lines[index].scalars[...])
            return line.count > 4 && line.starts(with: [0x7C, 0x7C]) && line.suffix(2) == [0x7C, 0x7C]
        }
        guard rows.count >= 8 else { return false }
        for index in rows {
            var joined: [UInt32] = []
            var at = 0
            let scalars = lines[index].scalars
            while at < scalars.count {
                joined.append(scalars[at])
                at += scalars[at] == 0x7C && at + 1 < scalars.count && scalars[at + 1] == 0x7C ? 2 : 1
            }
            lines[index].scalars = joined
        }
        return true
    }

    /// The backslash that stands for an empty first cell in a table whose columns blanks set apart.
    private static func dropEmptyCells(_ lines: inout [TextLine]) -> Bool {
        let marked = lines.indices.compactMap { index in
            lines[index].scalars.firstIndex { $0 != 0x20 }.flatMap { start in
                lines[index].scalars[start...].starts(with: [0x5C, 0x20, 0x20, 0x20]) ? (index, start) : nil
            }
        }
        guard marked.count >= 8 else { return false }
        for (index, start) in marked { lines[index].scalars[start] = 0x20 }
        return true
    }

    /// Lines that show an image and nothing else: what is written in its place (`![…](…)`) is no part of the text.
    private static func dropImages(_ lines: inout [TextLine]) -> Bool {
        var isChanged = false
        for index in lines.indices where lines[index].scalars.contains(0x21) {
            let line = CellText.trimmed(lines[index].scalars[...])
            guard line.starts(with: [0x21, 0x5B]), line.last == 0x29, zip(line, line.dropFirst()).contains(where: { $0 == (0x5D, 0x28) })
            else { continue }
            lines[index].scalars = []
            isChanged = true
        }
        return isChanged
    }

    /// Words for nothing in the cells of rows that tabs or strokes part.
    private static func dropNothings(_ lines: inout [TextLine]) -> Bool {
        var isChanged = false
        for index in lines.indices {
            guard let separator = [UInt32(0x7C), 0x09].first(where: lines[index].scalars.contains) else { continue }
            let cells = lines[index].scalars.split(separator: separator, omittingEmptySubsequences: false)
            guard cells.contains(where: { CellText.isNothing(CellText.trimmed($0)) }) else { continue }
            lines[index].scalars = Array(
                cells.map { CellText.isNothing(CellText.trimmed($0)) ? [0x20] : Array($0) }.joined(separator: [
                    separator
                ]))
            isChanged = true
        }
        return isChanged
    }

    /// Tabs in front of lines and behind them only: a page's source was indented, and each line is one cell.
    private static func dropIndents(_ lines: inout [TextLine]) -> Bool {
        var tabbed: [Int] = []
        for index in lines.indices where lines[index].scalars.contains(0x09) {
            let inner = CellText.trimmed(lines[index].scalars[...])
            if inner.contains(0x09) { return false }
            if !inner.isEmpty { tabbed.append(index) }
        }
        guard tabbed.count(where: { CellText.isValue(CellText.trimmed(lines[$0].scalars[...])) }) >= 60 else {
            return false
        }
        for index in lines.indices where lines[index].scalars.contains(0x09) { lines[index].scalars = CellText.trimmed(lines[index].scalars[...]) }
        return true
    }

    private static let breaks = ["<br>", "<br/>", "<br />", "</br>", "&nbsp;", "&emsp;", "&ensp;", "&#160;", "&#xa0;", "&#12288;", "&#x3000;"].map {
        $0.unicodeScalars.map(\.value)
    }

    private static func cleaned(_ line: [UInt32]) -> [UInt32] {
        var scalars = line
        // A line in quotes is one cell of a sheet.
        if let first = scalars.first, first == 0x22, scalars.last == first, scalars.count > 2, scalars.count(where: { $0 == first }) == 2 {
            scalars = Array(scalars.dropFirst().dropLast())
        }
        var result: [UInt32] = []
        var index = 0
        while index < scalars.count {
            let value = scalars[index]
            if value == 0x3C || value == 0x26, let mark = breaks.first(where: { matches($0, scalars, index) }) {
                result.append(0x20)
                index += mark.count
            } else if value == 0x27, index + 1 < scalars.count, scalars[index + 1] == value {
                // Two quotes or three: a wiki's way to print words in italics or bold.
                while index < scalars.count, scalars[index] == value { index += 1 }
            } else if value == 0x5C, let end = wikiBreak(scalars, index) {
                index = end
            } else if value == 0x7C, let end = alignment(scalars, index + 1) {
                result.append(value)
                index = end
            } else if value == 0x5F {
                // The line on which a form is filled in, or a mark round a heading.
                result.append(0x20)
                index += 1
            } else if value == 0x5C, index + 1 < scalars.count, isPunctuation(scalars[index + 1]) {
                index += 1
            } else {
                result.append(value)
                index += 1
            }
        }
        return result
    }

    /// Behind the `\\ ` that breaks a line within a cell of a wiki's table.
    private static func wikiBreak(_ scalars: [UInt32], _ start: Int) -> Int? {
        guard start + 2 < scalars.count, scalars[start + 1] == 0x5C, CellText.isBlank(scalars[start + 2]),
            scalars.contains(where: { $0 == 0x7C || $0 == 0x5E })
        else { return nil }
        return start + 3
    }

    /// Behind what says how a cell of a table is aligned or spans others: `<. `, `_. `, `\2. `.
    private static func alignment(_ scalars: [UInt32], _ start: Int) -> Int? {
        guard start + 2 < scalars.count, "<>=_~^/\\".unicodeScalars.contains(where: { $0.value == scalars[start] }),
            let point = scalars[start...].prefix(6).firstIndex(of: 0x2E), point + 1 < scalars.count, CellText.isBlank(scalars[point + 1]),
            scalars[start..<point].allSatisfy({ $0 < 0x7F && !CellText.isBlank($0) })
        else { return nil }
        return point + 2
    }

    private static func matches(_ mark: [UInt32], _ scalars: [UInt32], _ start: Int) -> Bool {
        guard start + mark.count <= scalars.count else { return false }
        for (offset, value) in mark.enumerated() {
            let found = scalars[start + offset]
            if (found >= 0x41 && found <= 0x5A ? found | 0x20 : found) != value { return false }
        }
        return true
    }

    private static func isPunctuation(_ value: UInt32) -> Bool {
        value > 0x20 && value < 0x7F && !(value >= 0x30 && value <= 0x39)
            && !((value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A) && value != 0x5C
    }

    private static func dropBullets(_ lines: inout [TextLine]) -> Bool {
        let filled = lines.indices.filter { lines[$0].scalars.contains { !CellText.isBlank($0) } }
        let marked = filled.filter { bulletEnd(lines[$0].scalars) != nil }
        guard marked.count >= 60, marked.count * 2 > filled.count else { return false }
        for index in marked {
            if let end = bulletEnd(lines[index].scalars) { lines[index].scalars.removeSubrange(0..<end) }
        }
        return true
    }

    /// The end of `- `, `* `, `• ` at the beginning of a line; nil for none.
    private static func bulletEnd(_ scalars: [UInt32]) -> Int? {
        var index = 0
        while index < scalars.count && CellText.isBlank(scalars[index]) { index += 1 }
        guard index < scalars.count else { return nil }
        switch scalars[index] {
        case 0x2D, 0x2A, 0x2022, 0xB7, 0x25CF, 0x25AA:
            // A dash alone is an empty cell.
            return index + 1 < scalars.count && CellText.isBlank(scalars[index + 1]) ? index + 2 : nil
        default: return nil
        }
    }
}
