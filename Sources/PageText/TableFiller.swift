/// Puts the words of a page into the cells of a table.
struct TableFiller {
    /// - Parameter words: the words of the page; those that belong to the table are taken out.
    /// - Returns: nil, with the words left as they were, where a word cannot be tied to one cell.
    func fill(_ table: PageTable, from words: inout [PageWord]) -> PageTable? {
        var areas = [Int](repeating: -1, count: table.rows * table.columns)
        for (index, cell) in table.cells.enumerated() {
            for row in cell.rowRange { for column in cell.columnRange { areas[row * table.columns + column] = index } }
        }
        var held = [[PageWord]](repeating: [], count: table.cells.count)
        var rest: [PageWord] = []
        var overhangs: [Overhang] = []
        let cutter = NumberCutter(words: words, table: table)
        let largest = largestType(words, table)
        for word in words {
            guard let row = row(of: word, table, areas), place(of: word.midX, in: table.columnEdges) != nil else {
                rest.append(word)
                continue
            }
            // A watermark lies across the table and is in none of its cells.
            if word.size > largest { continue }
            let crossed = crossed(by: word, row: row, table, areas)
            if crossed.count > 1, let parts = cutter.cut(word, at: crossed.map(\.reach)) {
                for (cell, part) in zip(crossed, parts) { held[cell.index].append(part) }
                continue
            }
            guard let pieces = pieces(of: word, row: row, table, areas) else { return nil }
            if crossed.count > 1, pieces.count == 1, word.isNumber {
                overhangs.append(Overhang(word: word, home: pieces[0].0, crossed: crossed.map(\.index)))
            }
            if pieces.contains(where: { table.cells[$0.0].isFragment }) { return nil }
            for (index, piece) in pieces { held[index].append(piece) }
        }
        for overhang in overhangs { overhang.part(&held) }
        let lines = held.map { WordLine.lines(of: $0) }
        // A frame round a page's text is no table; the rest of a table may be one row with blanks.
        let filledCells = lines.count { !$0.isEmpty }
        guard filledCells > 1 || filledCells == 1 && table.bottom - table.top < 120 else { return nil }
        var filled = table
        let widths = table.cells.map { width(of: $0, table) }
        let maker = CellText(padding: padding(lines, table), numbers: NumberLines(zip(lines, widths)))
        for index in table.cells.indices {
            let (text, isFull) = maker.join(lines[index], width: widths[index], edges: table.columnEdges)
            filled.cells[index].text = text
            filled.cells[index].isFull = isFull
        }
        words = rest
        return filled
    }

    /// The row in which the word stands. A cell that the page break cuts may hold a line of text that reaches beyond its end.
    private func row(of word: PageWord, _ table: PageTable, _ areas: [Int]) -> Int? {
        if let row = place(of: word.midY, in: table.rowEdges) { return row }
        guard let column = place(of: word.midX, in: table.columnEdges) else { return nil }
        let isBelow = word.midY > table.bottom
        let row = isBelow ? table.rows - 1 : 0
        let cell = table.cells[areas[row * table.columns + column]]
        let distance = isBelow ? word.top - table.bottom : table.top - word.bottom
        return (isBelow ? cell.isOpenBelow : cell.isOpenAbove) && distance < word.height / 2 ? row : nil
    }

    /// The largest type that a table's own text may have: two and a half times the usual.
    private func largestType(_ words: [PageWord], _ table: PageTable) -> Double {
        let sizes = words.filter { place(of: $0.midY, in: table.rowEdges) != nil && place(of: $0.midX, in: table.columnEdges) != nil }
            .map(\.size).sorted()
        return sizes.count < 8 ? .infinity : 2.5 * sizes[sizes.count / 2]
    }

    private func place(of value: Double, in edges: [Double]) -> Int? {
        guard value > edges[0] - 1, value < edges[edges.count - 1] + 1 else { return nil }
        return min(edges.count - 2, max(0, (edges.firstIndex { $0 > value } ?? edges.count) - 1))
    }

    private func width(of cell: TableCell, _ table: PageTable) -> Double {
        table.columnEdges[cell.column + cell.columnSpan] - table.columnEdges[cell.column]
    }

    /// The cells over which a number reaches by a quarter of a digit and more, left to right, with their places.
    private func crossed(by word: PageWord, row: Int, _ table: PageTable, _ areas: [Int]) -> [(index: Int, reach: (Double, Double))] {
        guard !word.isVertical, word.text.allSatisfy(CellText.isDigit) else { return [] }
        let margin = word.width / Double(word.text.count) / 4
        guard let first = place(of: word.left + margin, in: table.columnEdges),
            let last = place(of: word.right - margin, in: table.columnEdges), first < last
        else { return [] }
        var cells: [(index: Int, reach: (Double, Double))] = []
        for column in first...last {
            let index = areas[row * table.columns + column]
            if cells.last?.index == index { continue }
            let columns = table.cells[index].columnRange
            cells.append((index, (table.columnEdges[columns.lowerBound], table.columnEdges[columns.upperBound])))
        }
        return cells
    }

    /// The word as it stands, or cut where it runs over the edge of a cell; a number is never cut.
    private func pieces(of word: PageWord, row: Int, _ table: PageTable, _ areas: [Int]) -> [(Int, PageWord)]? {
        func area(_ x: Double) -> Int {
            areas[row * table.columns + (place(of: x, in: table.columnEdges) ?? (x < table.left ? 0 : table.columns - 1))]
        }
        func overlap(_ index: Int, _ left: Double, _ right: Double) -> Double {
            let columns = table.cells[index].columnRange
            return max(table.columnEdges[columns.lowerBound] - left, right - table.columnEdges[columns.upperBound])
        }
        let home = area(word.midX)
        if word.isVertical || overlap(home, word.left, word.right) < 2 { return [(home, word)] }

        let em = word.width / max(0.5, word.ems)
        var pieces: [(Int, PageWord)] = []
        var x = word.left
        var start = 0
        while start < word.text.count {
            var end = start + 1
            if CellText.isDigit(word.text[start]) {
                while end < word.text.count, CellText.isDigit(word.text[end]) { end += 1 }
            }
            var piece = word
            piece.text = Array(word.text[start..<end])
            piece.left = x
            piece.right = x + em * piece.ems
            let index = area(piece.midX)
            if CellText.isDigit(piece.text[0]), overlap(index, piece.left, piece.right) >= 2,
                piece.width < width(of: table.cells[index], table) - 2
            {
                return nil
            }
            if let last = pieces.last, last.0 == index {
                pieces[pieces.count - 1].1.text += piece.text
                pieces[pieces.count - 1].1.right = piece.right
            } else {
                pieces.append((index, piece))
            }
            x = piece.right
            start = end
        }
        return pieces
    }

    /// The blank at the sides of the fullest lines: what nine in ten lines keep at least.
    private func padding(_ lines: [[WordLine]], _ table: PageTable) -> Double {
        var blanks: [Double] = []
        for (cell, lines) in zip(table.cells, lines) {
            let (left, right) = (table.columnEdges[cell.column], table.columnEdges[cell.column + cell.columnSpan])
            for line in lines { blanks.append(max(0, min(line.left - left, right - line.right))) }
        }
        blanks.sort()
        return blanks.isEmpty ? 0 : min(8, blanks[blanks.count / 10])
    }
}
