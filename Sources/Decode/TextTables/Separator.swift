/// A mark that parts the cells of a row.
struct Separator {
    var marks: [UInt32]
    /// The mark occurs in labels and sentences too: it parts cells only in front of a value.
    var isSoft: Bool

    static let all = [
        Separator(marks: [0x2C], isSoft: false), Separator(marks: [0x3B], isSoft: false),
        Separator(marks: [0xFF5C], isSoft: false),
        Separator(marks: [0x2502, 0x2503, 0xA6], isSoft: false), Separator(marks: [0x26], isSoft: false),
        Separator(marks: [0x5E], isSoft: false),
        Separator(marks: [0x7E], isSoft: false), Separator(marks: [0x40], isSoft: false), Separator(marks: [0x23], isSoft: false),
        Separator(marks: [0x2022, 0xB7], isSoft: false), Separator(marks: [0x01, 0x1F], isSoft: false),
        Separator(marks: [0xFF0C, 0xFF1B, 0x3001], isSoft: true),
        Separator(marks: [0x2F], isSoft: true),
        Separator(marks: [0x2C, 0xFF0C], isSoft: true), Separator(marks: [0x3B, 0xFF1B], isSoft: true),
    ]

    /// The cells of a line, without quotes, brackets round the line, and words for nothing.
    func cells(_ line: [UInt32]) -> [[UInt32]] {
        var body = CellText.trimmed(line[...])
        // A row of a program's list, or of a table set in TeX.
        while let last = body.last, last == 0x5C || last == 0x2C && body.first == 0x5B { body.removeLast() }
        let isList = body.first == 0x5B && body.last == 0x5D || body.first == 0x28 && body.last == 0x29
        if isList { body = CellText.trimmed(body.dropFirst().dropLast()) }
        var cells: [[UInt32]] = []
        var start = 0
        var index = 0
        while index < body.count {
            if let quote = quoted(body, from: index, cellStart: start) {
                index = quote
            } else if marks.contains(body[index]),
                !isSoft || isBeforeValue(body, index + 1) || isEmptyCell(body, start, index, cells)
            {
                cells.append(cell(body[start..<index]))
                index += 1
                start = index
            } else {
                index += 1
            }
        }
        cells.append(cell(body[start...]))
        if cells.count == 1 || isSoft { cells = cells.first.map { split($0) + cells.dropFirst() } ?? cells }
        return cells
    }

    /// Behind a quoted cell that starts here.
    private func quoted(_ body: [UInt32], from index: Int, cellStart: Int) -> Int? {
        let mark = body[index]
        guard mark == 0x22 || mark == 0x27, body[cellStart..<index].allSatisfy(CellText.isBlank),
            let close = body[(index + 1)...].firstIndex(of: mark)
        else { return nil }
        return close + 1
    }

    private func isBeforeValue(_ body: [UInt32], _ start: Int) -> Bool {
        let end = body[start...].firstIndex { marks.contains($0) } ?? body.endIndex
        return CellText.isValue(CellText.trimmed(body[start..<end]))
    }

    /// Whether nothing stands between two separators of a row that has begun.
    private func isEmptyCell(_ body: [UInt32], _ start: Int, _ index: Int, _ cells: [[UInt32]]) -> Bool {
        let next = body[(index + 1)...].first { !CellText.isBlank($0) }
        return CellText.isValue(CellText.trimmed(body[start..<index])) && (next == nil || marks.contains(next ?? 0))
            || !cells.isEmpty && body[start..<index].allSatisfy(CellText.isBlank)
    }

    private func cell(_ text: ArraySlice<UInt32>) -> [UInt32] {
        var cell = CellText.trimmed(text)
        if cell.count >= 2, let first = cell.first, first == 0x22 || first == 0x27, cell.last == first {
            cell = CellText.trimmed(cell.dropFirst().dropLast())
        }
        return CellText.isNothing(cell) ? [] : cell
    }

    /// `规章：0`: a label and its value.
    private func split(_ cell: [UInt32]) -> [[UInt32]] {
        guard let colon = cell.lastIndex(where: { $0 == 0x3A || $0 == 0xFF1A }), colon > 0 else { return [cell] }
        let value = CellText.trimmed(cell[(colon + 1)...])
        // Marks and letters in a value's place are a value that cannot be read.
        let isJunk = (1...3).contains(value.count) && value.allSatisfy { $0 < 0x3100 && $0 != 0x29 && $0 != 0xFF09 }
        return CellText.isValue(value) || isJunk ? [CellText.trimmed(cell[..<colon]), value] : [cell]
    }
}
