/// Tables of text formats in which a mark begins or ends each row: wikis (`|-`), TeX (`\\`), lists of lists (`* - …`), and blocks between
/// `|===`.
enum MarkedRows {
    /// True where a table was found.
    static func unfold(_ lines: inout [TextLine]) -> Bool {
        var isChanged = false
        for kind in [Kind.wiki, .strokes, .list, .tex] where hasMany(kind, lines) {
            if unfold(kind, &lines) { isChanged = true }
        }
        return isChanged
    }

    private enum Kind { case wiki, strokes, list, tex }

    private static let leastRows = 6

    private static func hasMany(_ kind: Kind, _ lines: [TextLine]) -> Bool {
        var found = 0
        for line in lines {
            switch kind {
            case .wiki: if starts(line, "{|") { return true }
            case .strokes: if starts(line, "|===") { return true }
            case .list: if starts(line, "* -") { found += 1 }
            case .tex: if ends(line) { found += 1 }
            }
        }
        return found >= leastRows
    }

    private static func starts(_ line: TextLine, _ mark: String) -> Bool {
        line.scalars.drop(while: CellText.isBlank).starts(with: mark.unicodeScalars.map(\.value))
    }

    /// Whether a row of TeX ends here: `\\`, with a rule behind it or without.
    private static func ends(_ line: TextLine) -> Bool { rowEnd(line.scalars) != nil }

    private static func rowEnd(_ scalars: [UInt32]) -> Int? {
        guard scalars.count >= 2 else { return nil }
        let at = (1..<scalars.count).last { scalars[$0] == 0x5C && scalars[$0 - 1] == 0x5C }
        guard let at, scalars[(at + 1)...].count(where: { $0 > 0x2E80 }) == 0 else { return nil }
        return at - 1
    }

    private static func unfold(_ kind: Kind, _ lines: inout [TextLine]) -> Bool {
        var result: [TextLine] = []
        /// The row that is being read.
        var cells: [[UInt32]] = []
        var start: TextLine?
        var isInside = kind == .list || kind == .tex
        var rows = 0
        func flush() {
            if let start, !cells.isEmpty {
                result.append(TextLine(cells: cells, like: start))
                if cells.count > 1 { rows += 1 }
            }
            cells = []
            start = nil
        }
        for line in lines {
            let text = CellText.trimmed(line.scalars[...])
            switch kind {
            case .wiki:
                if starts(line, "{|") || starts(line, "|}") || starts(line, "|-") {
                    flush()
                    isInside = !starts(line, "|}")
                } else if isInside, let first = text.first, first == 0x7C || first == 0x21 {
                    if start == nil { start = line }
                    cells += doubled(text.dropFirst()).map(withoutAttributes)
                } else if isInside, !cells.isEmpty {
                    cells[cells.count - 1] += text
                } else if !isInside {
                    result.append(line)
                }
            case .strokes:
                if starts(line, "|===") {
                    flush()
                    isInside.toggle()
                } else if isInside {
                    if text.isEmpty {
                        flush()
                        continue
                    }
                    if start == nil { start = line }
                    let parts = text.split(separator: 0x7C, omittingEmptySubsequences: false)
                    // What stands in front of the first stroke goes on with the cell before, unless it spans cells: 3+|
                    let lead = CellText.trimmed(parts[0])
                    if !cells.isEmpty, lead.count > 5 || !lead.contains(where: { $0 == 0x2B }) { cells[cells.count - 1] += lead }
                    cells += parts.dropFirst().map { CellText.trimmed($0) }
                } else {
                    result.append(line)
                }
            case .list:
                if starts(line, "* -") {
                    flush()
                    start = line
                    cells.append(CellText.trimmed(text.dropFirst(3)))
                } else if start != nil, text.first == 0x2D {
                    cells.append(CellText.trimmed(text.dropFirst()))
                } else if start != nil, !text.isEmpty, CellText.isBlank(line.scalars[0]), let last = cells.last, !last.isEmpty {
                    cells[cells.count - 1] += text
                } else {
                    flush()
                    result.append(line)
                }
            case .tex:
                if text.first == 0x5C, !text.contains(0x26), rowEnd(text) == nil, !isSpan(text) {
                    flush()
                    result.append(line)
                } else if let end = rowEnd(text) {
                    if start == nil { start = line }
                    append(texCells(text[..<end]), to: &cells)
                    flush()
                } else if text.contains(0x26) || start != nil && !text.isEmpty || isSpan(text) {
                    if start == nil { start = line }
                    append(texCells(text[...]), to: &cells)
                } else {
                    flush()
                    result.append(line)
                }
            }
        }
        flush()
        guard rows >= leastRows else { return false }
        lines = result
        return true
    }

    /// `a || b`
    private static func doubled(_ text: ArraySlice<UInt32>) -> [[UInt32]] {
        var cells: [[UInt32]] = []
        var start = text.startIndex
        var at = start
        while at + 1 < text.endIndex {
            if text[at] == text[at + 1], text[at] == 0x7C || text[at] == 0x21 {
                cells.append(CellText.trimmed(text[start..<at]))
                start = at + 2
                at = start
            } else {
                at += 1
            }
        }
        return cells + [CellText.trimmed(text[start...])]
    }

    /// `rowspan="2"| text`
    private static func withoutAttributes(_ cell: [UInt32]) -> [UInt32] {
        guard let stroke = cell.firstIndex(of: 0x7C), cell[..<stroke].contains(0x3D) else { return cell }
        return CellText.trimmed(cell[(stroke + 1)...])
    }

    private static func isSpan(_ text: [UInt32]) -> Bool { text.starts(with: multi) }

    /// The first cell of a line goes on with the last of the line before.
    private static func append(_ more: [[UInt32]], to cells: inout [[UInt32]]) {
        guard let last = cells.indices.last, let first = more.first else {
            cells = more
            return
        }
        if !cells[last].isEmpty, !first.isEmpty { cells[last].append(0x20) }
        cells[last] += first
        cells += more.dropFirst()
    }

    private static let multi = "\\multi".unicodeScalars.map(\.value)

    /// The cells of a line of TeX, without the commands for merged cells round their text.
    private static func texCells(_ line: ArraySlice<UInt32>) -> [[UInt32]] {
        line.split(separator: 0x26, omittingEmptySubsequences: false).map { cell in
            var text = CellText.trimmed(cell)
            if let command = text.firstRange(of: multi)?.lowerBound {
                // The innermost braces that are not closed before the end hold the text.
                let body = text[command...]
                guard let open = lastArgument(body) else { return text }
                text = CellText.trimmed(open)
            }
            return text
        }
    }

    /// What stands between the last opening brace and the first closing one behind it.
    private static func lastArgument(_ text: ArraySlice<UInt32>) -> ArraySlice<UInt32>? {
        guard let open = text.lastIndex(of: 0x7B) else { return nil }
        let close = text[open...].firstIndex(of: 0x7D) ?? text.endIndex
        return text[(open + 1)..<close]
    }
}
