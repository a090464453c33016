import ReportModel

/// Grids with a column of row numbers in front: 0, 1, 2 … as programs print it with a frame of data, or serial numbers that a clerk has added.
enum IndexedGrids {
    /// The same document without such columns; nil where there are none.
    static func cleaned(_ document: Document) -> Document? {
        let counts = document.grids.map { count($0, document) }
        // Far more rows than figures count up by chance; small tables of the same document are printed likewise.
        guard counts.contains(where: { ($0 ?? 0) >= leastRows }) else { return nil }
        var result = document
        for (index, count) in counts.enumerated() where count != nil { result.grids[index] = withoutFirstColumn(document.grids[index]) }
        return result
    }

    private static let leastRows = 8
    private static let leastColumns = 3

    /// How many rows of a grid are numbered in its first column, one after the other; nil where that is no column of numbers.
    private static func count(_ grid: Grid, _ document: Document) -> Int? {
        guard grid.columns >= leastColumns else { return nil }
        var next: Int?
        var rows = 0
        for cell in grid.cells where cell.column == 0 {
            let text = String(decoding: document.text[cell.span.range], as: UTF8.self).unicodeScalars.map(\.value)
            guard let number = CellText.serial(CellText.trimmed(text[...])) else {
                // Headers stand above the numbers.
                if rows > 0 { return nil }
                continue
            }
            guard cell.columnSpan == 1, number == next ?? number, next != nil || number <= 1 else { return nil }
            next = number + 1
            rows += 1
        }
        return rows > 0 ? rows : nil
    }

    private static func withoutFirstColumn(_ grid: Grid) -> Grid {
        let cells = grid.cells.filter { $0.column > 0 || $0.columnSpan > 1 }.map { cell in
            var cell = cell
            if cell.column > 0 { cell.column -= 1 } else { cell.columnSpan -= 1 }
            return cell
        }
        return Grid(rows: grid.rows, columns: grid.columns - 1, cells: cells)
    }
}
