/// Joins tables that run over page breaks: header rows printed again are left out, and a row or a group label that the
/// break cuts becomes one again.
struct TableStitcher {
    /// How far an edge may be off on the next page, in points.
    private let slack = 4.0

    /// - Returns: nil where the lower table does not go on with the upper one.
    func stitch(_ upper: PageTable, _ lower: PageTable) -> PageTable? {
        guard let (above, below) = withSharedColumns(upper, lower) else { return nil }
        let rest = withoutRepeatedHeader(below, of: above)
        guard rest.rows > 0, !rest.cells.isEmpty else { return above }
        return append(rest, to: above)
    }

    // MARK: - Columns

    private func withSharedColumns(_ upper: PageTable, _ lower: PageTable) -> (PageTable, PageTable)? {
        guard abs(upper.left - lower.left) < 1.5 * slack, abs(upper.right - lower.right) < 1.5 * slack else { return nil }
        var edges = upper.columnEdges
        var shared = 0
        for edge in lower.columnEdges {
            if edges.contains(where: { abs($0 - edge) <= slack }) { shared += 1 } else { edges.append(edge) }
        }
        let inner = min(upper.columns, lower.columns) - 1
        guard shared - 2 >= (inner * 3 + 4) / 5 else { return nil }
        edges.sort()
        func moved(_ table: PageTable) -> PageTable {
            let places = table.columnEdges.map { edge in
                edges.indices.min { abs(edges[$0] - edge) < abs(edges[$1] - edge) } ?? 0
            }
            var table = table
            for index in table.cells.indices {
                let columns = table.cells[index].columnRange
                table.cells[index].column = places[columns.lowerBound]
                table.cells[index].columnSpan = places[columns.upperBound] - places[columns.lowerBound]
            }
            table.columnEdges = edges
            return table
        }
        return (moved(upper), moved(lower))
    }

    // MARK: - Header

    private func withoutRepeatedHeader(_ lower: PageTable, of upper: PageTable) -> PageTable {
        for count in stride(from: min(6, upper.rows, lower.rows), to: 0, by: -1) {
            guard let mine = header(lower, rows: count), let theirs = header(upper, rows: count), isSame(mine, theirs) else {
                continue
            }
            var table = lower
            table.rowEdges = Array(lower.rowEdges[count...])
            table.cells = lower.cells.filter { $0.row >= count }.map { cell in
                var moved = cell
                moved.row -= count
                // The line above is the header's; only the page before says whether the row is cut.
                moved.isOpenAbove = moved.row == 0
                return moved
            }
            return table
        }
        return lower
    }

    /// The text of each of the first rows, from left to right; nil where a cell reaches beyond them or holds a number.
    private func header(_ table: PageTable, rows: Int) -> [[Unicode.Scalar]]? {
        let cells = table.cells.filter { $0.row < rows }
        guard cells.allSatisfy({ $0.rowRange.upperBound <= rows && !$0.isValue }) else { return nil }
        let texts = (0..<rows).map { row in cells.filter { $0.row == row }.flatMap(\.text).filter { $0 != " " && $0 != "\n" } }
        return texts.allSatisfy(\.isEmpty) ? nil : texts
    }

    /// The same texts row by row. Text recognition may have misread one character in ten, never two in a row and no numeral, and a line
    /// of a picture may be missed on one of the pages.
    private func isSame(_ mine: [[Unicode.Scalar]], _ theirs: [[Unicode.Scalar]]) -> Bool {
        var misread = 0
        for (one, other) in zip(mine, theirs) {
            guard one.count == other.count else { return false }
            let places = one.indices.filter { one[$0] != other[$0] }
            guard places.allSatisfy({ !ItemMark.isNumeral(one[$0]) && !ItemMark.isNumeral(other[$0]) }),
                zip(places, places.dropFirst()).allSatisfy({ $1 - $0 > 1 })
            else { return false }
            misread += places.count
        }
        return misread * 10 <= mine.reduce(0) { $0 + $1.count }
    }

    // MARK: - Rows

    private func append(_ lower: PageTable, to upper: PageTable) -> PageTable {
        var lower = lower
        let shifted = lower.cells.map { cell in
            var cell = cell
            cell.row += upper.rows
            return cell
        }
        let valueStart = labelEnd(upper.cells + shifted)
        // Pairs of cells that meet at the break.
        var pairs: [(above: Int, below: Int)] = []
        for (i, above) in upper.cells.enumerated() where above.rowRange.upperBound == upper.rows {
            for (j, below) in lower.cells.enumerated() where below.row == 0 && below.columnRange == above.columnRange {
                pairs.append((i, j))
            }
        }
        let isCut = isCutRow(upper, lower, pairs, valueStart: valueStart)
        var table = upper
        var absorbed: Set<Int> = []
        for (i, j) in pairs {
            let (above, below) = (upper.cells[i], lower.cells[j])
            let isGroup = above.columnRange.upperBound < valueStart && !above.beginsWithNumber && !below.beginsWithNumber
            let goesOn = below.text.isEmpty || above.text.isEmpty || !ItemMark.opens(below.text)
            guard isCut || isGroup && goesOn else { continue }
            // The rest of a number joins on only where the line above had no room for it.
            let parts = isCut && above.isValue && below.isValue && !above.isFull
            table.cells[i].text += (parts ? ["\n"] : []) + below.text
            table.cells[i].isFull = below.isFull
            table.cells[i].isOpenBelow = below.isOpenBelow
            table.cells[i].rowSpan += below.rowSpan - (isCut ? 1 : 0)
            absorbed.insert(j)
        }
        let shift = upper.rows - (isCut ? 1 : 0)
        lower.cells = lower.cells.enumerated().filter { !absorbed.contains($0.offset) }.map { entry in
            var cell = entry.element
            cell.row += shift
            return cell
        }
        table.cells = (table.cells + lower.cells).sorted { ($0.row, $0.column) < ($1.row, $1.column) }
        // The heights stay those of the pages; only their number is used from here on.
        let drop = upper.bottom - lower.top
        table.rowEdges += lower.rowEdges.dropFirst(isCut ? 2 : 1).map { $0 + drop }
        return table
    }

    /// Where the labels end and the values begin: where most rows with numbers have the end of their last words before the
    /// first number.
    private func labelEnd(_ cells: [TableCell]) -> Int {
        var firstValue: [Int: Int] = [:]
        for cell in cells where cell.isValue || cell.beginsWithNumber {
            firstValue[cell.row] = min(firstValue[cell.row] ?? .max, cell.column)
        }
        var ends: [Int: Int] = [:]
        for cell in cells where !cell.text.isEmpty && !cell.beginsWithNumber && !cell.isValue {
            guard let first = firstValue[cell.row], cell.columnRange.upperBound <= first else { continue }
            ends[cell.row] = max(ends[cell.row] ?? 0, cell.columnRange.upperBound)
        }
        var votes: [Int: Int] = [:]
        for end in ends.values { votes[end, default: 0] += 1 }
        return votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
    }

    /// What the lines at the break say, in tables that have lines at their ends: a cell that goes on over the page is closed
    /// neither below nor above.
    /// - Returns: true where all cells are open, false where only group labels are, nil where all are closed as usual.
    private func isLeftOpen(
        _ upper: PageTable, _ lower: PageTable, _ pairs: [(above: Int, below: Int)], valueStart: Int
    ) -> Bool? {
        guard upper.cells.contains(where: { $0.row == 0 && !$0.isOpenAbove }) else { return nil }
        let open = pairs.filter { upper.cells[$0.above].isOpenBelow && lower.cells[$0.below].isOpenAbove }
        if open.count == pairs.count { return true }
        let isGroup = open.allSatisfy { upper.cells[$0.above].columnRange.upperBound < valueStart }
        return !open.isEmpty && isGroup ? false : nil
    }

    /// True where the last row above and the first row below are the two halves of one row.
    private func isCutRow(
        _ upper: PageTable, _ lower: PageTable, _ pairs: [(above: Int, below: Int)], valueStart: Int
    ) -> Bool {
        let lastRow = upper.cells.filter { $0.rowRange.upperBound == upper.rows }
        let firstRow = lower.cells.filter { $0.row == 0 }
        guard pairs.count == lastRow.count, pairs.count == firstRow.count else { return false }
        if let isLeftOpen = isLeftOpen(upper, lower, pairs, valueStart: valueStart) { return isLeftOpen }
        // The border of a row may stand on the page before its text.
        if lastRow.allSatisfy({ $0.text.isEmpty && $0.rowSpan == 1 }) || firstRow.allSatisfy({ $0.text.isEmpty && $0.rowSpan == 1 }) {
            return true
        }
        func text(_ cells: [TableCell], from column: Int) -> Bool {
            cells.contains { $0.column >= column && !$0.text.isEmpty }
        }
        let (hasAbove, hasBelow) = (text(lastRow, from: valueStart), text(firstRow, from: valueStart))
        guard let label = pairs.first(where: { upper.cells[$0.above].columnRange.upperBound == min(valueStart, upper.columns) })
        else { return false }
        let (above, below) = (upper.cells[label.above], lower.cells[label.below])
        if above.rowSpan > 1 && upper.cells.contains(where: { $0.row > above.row }) { return false }
        if ItemMark.opens(below.text) { return above.text.isEmpty && !(hasAbove && hasBelow) }
        // A label stands on one side of the break and values on the other, or numbers went over the break.
        if above.text.isEmpty || below.text.isEmpty { return above.text != below.text || !(hasAbove && hasBelow) }
        return ItemMark.opens(above.text) || above.isFull && !(hasAbove && hasBelow)
    }
}

extension TableCell {
    /// Begins with a number that is no mark of an item.
    var beginsWithNumber: Bool { text.first.map(CellText.isDigit) ?? false && !ItemMark.opens(text) }

    /// Holds a number, or a dash in the place of one, and nothing else.
    var isValue: Bool {
        let marks = text.filter { $0 != " " && $0 != "\n" }
        return !marks.isEmpty && marks.count < 20
            && marks.allSatisfy { CellText.isDigit($0) || $0 == "-" || $0 == "—" || $0 == "/" || $0 == "－" || $0 == "–" || $0 == "%" }
    }
}
