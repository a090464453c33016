/// Makes tables of ruling lines: lines that touch make one table, the spaces between them its cells.
struct LatticeBuilder {
    /// Lines this near are one: double borders, and the gaps between cells that have borders of their own.
    private let merging = 4.5
    /// How near two lines come where they are meant to touch.
    static let touching = 3.5
    /// The widest column of group labels, in points.
    private let widestSide = 120.0

    /// - Returns: the tables without their words, top to bottom; what has fewer than two columns is no table.
    func tables(of rulings: PageRulings, page: Int) -> [PageTable] {
        components(of: rulings).compactMap { table(of: $0, page: page) }.sorted { $0.top < $1.top }
    }

    private func components(of rulings: PageRulings) -> [PageRulings] {
        let (level, upright, touching) = (rulings.level, rulings.upright, LatticeBuilder.touching)
        var groups = DisjointSets(count: level.count + upright.count)
        for (i, line) in level.enumerated() {
            for (j, post) in upright.enumerated()
            where line.start - touching <= post.at && post.at <= line.end + touching
                && post.start - touching <= line.at && line.at <= post.end + touching
            {
                groups.join(i, level.count + j)
            }
        }
        joinSides(of: rulings, &groups)
        var parts: [Int: PageRulings] = [:]
        for (i, line) in level.enumerated() { parts[groups.root(i), default: PageRulings()].level.append(line) }
        for (j, post) in upright.enumerated() {
            parts[groups.root(level.count + j), default: PageRulings()].upright.append(post)
        }
        return parts.values.filter { $0.level.count > 1 && $0.upright.count > 1 || $0.level.count + $0.upright.count > 4 }
    }

    /// Where a group label goes on over the whole page, no line across reaches the one at its side: an upright line as tall as the
    /// lines beside it belongs to their table.
    private func joinSides(of rulings: PageRulings, _ groups: inout DisjointSets) {
        let touching = LatticeBuilder.touching
        var members: [Int: [Int]] = [:]
        for index in 0..<(rulings.level.count + rulings.upright.count) { members[groups.root(index), default: []].append(index) }
        let lone = members.values.filter { $0.count == 1 && $0[0] >= rulings.level.count }.map { $0[0] }
        guard !lone.isEmpty else { return }
        // A table with two open columns has two such lines, the nearer one first.
        let tables = members.filter { $0.value.count > 4 }
        for (root, lines) in tables {
            let posts = lines.filter { $0 >= rulings.level.count }.map { rulings.upright[$0 - rulings.level.count] }
            guard var left = posts.map(\.at).min(), let top = posts.map(\.start).min(), let bottom = posts.map(\.end).max() else { continue }
            for index in lone.sorted(by: { rulings.upright[$0 - rulings.level.count].at > rulings.upright[$1 - rulings.level.count].at }) {
                let line = rulings.upright[index - rulings.level.count]
                guard line.at < left, left - line.at < widestSide, abs(line.start - top) < touching, abs(line.end - bottom) < touching
                else { continue }
                groups.join(root, index)
                left = line.at
            }
        }
    }

    private func table(of rulings: PageRulings, page: Int) -> PageTable? {
        guard !rulings.level.isEmpty, !rulings.upright.isEmpty else { return nil }
        // Tables open at their sides, or cut by a page break, end where their lines end.
        let columnEdges = edges(rulings.upright, ends: rulings.level)
        let rowEdges = edges(rulings.level, ends: rulings.upright)
        let (rows, columns) = (rowEdges.count - 1, columnEdges.count - 1)
        guard rows > 0, columns > 1, rows * columns < 20_000 else { return nil }

        var areas = DisjointSets(count: rows * columns)
        for row in 0..<rows {
            for column in 0..<columns {
                let span = (rowEdges[row], rowEdges[row + 1])
                if column + 1 < columns, !isDrawn(at: columnEdges[column + 1], span, rulings.upright) {
                    areas.join(row * columns + column, row * columns + column + 1)
                }
                let reach = (columnEdges[column], columnEdges[column + 1])
                if row + 1 < rows, !isDrawn(at: rowEdges[row + 1], reach, rulings.level) {
                    areas.join(row * columns + column, (row + 1) * columns + column)
                }
            }
        }
        var cells = rectangles(areas, rows: rows, columns: columns, page: page)
        guard cells.count > 1 else { return nil }
        for index in cells.indices {
            let reach = (columnEdges[cells[index].columnRange.lowerBound], columnEdges[cells[index].columnRange.upperBound])
            cells[index].isOpenAbove = cells[index].row == 0 && !isDrawn(at: rowEdges[0], reach, rulings.level)
            cells[index].isOpenBelow = cells[index].rowRange.upperBound == rows && !isDrawn(at: rowEdges[rows], reach, rulings.level)
        }
        let table = PageTable(page: page, columnEdges: columnEdges, rowEdges: rowEdges, cells: cells).withoutIdleEdges()
        return table.columns > 1 ? table : nil
    }

    /// The middles of the clusters of lines, with the far ends of the lines across where they reach well beyond.
    private func edges(_ lines: [Ruling], ends: [Ruling]) -> [Double] {
        var places = lines.map(\.at)
        let (first, last) = (places.min() ?? 0, places.max() ?? 0)
        let (start, end) = (ends.map(\.start).min() ?? first, ends.map(\.end).max() ?? last)
        if start < first - 8 { places.append(start) }
        if end > last + 8 { places.append(end) }
        places.sort()
        var clusters: [[Double]] = []
        for place in places {
            if let cluster = clusters.last, place - cluster[cluster.count - 1] <= merging, place - cluster[0] <= 7 {
                clusters[clusters.count - 1].append(place)
            } else {
                clusters.append([place])
            }
        }
        return clusters.map { $0.reduce(0, +) / Double($0.count) }
    }

    private func isDrawn(at edge: Double, _ span: (Double, Double), _ lines: [Ruling]) -> Bool {
        // The lines of cells with borders of their own do not reach into the gaps between the cells.
        let (start, end) = (span.0 + 1.5, span.1 - 1.5)
        var covered = 0.0
        var reached = start
        for line in lines.filter({ abs($0.at - edge) <= merging }).sorted(by: { $0.start < $1.start }) {
            let from = max(line.start, reached)
            let to = min(line.end, end)
            if to > from {
                covered += to - from
                reached = to
            }
        }
        return covered >= 0.6 * (end - start)
    }

    /// Areas that are no rectangles fall to pieces, one for each column: some line was not drawn there.
    private func rectangles(_ areas: DisjointSets, rows: Int, columns: Int, page: Int) -> [TableCell] {
        var areas = areas
        var members: [Int: [(row: Int, column: Int)]] = [:]
        for row in 0..<rows {
            for column in 0..<columns { members[areas.root(row * columns + column), default: []].append((row, column)) }
        }
        var cells: [TableCell] = []
        for places in members.values {
            let (top, bottom) = (places[0].row, places[places.count - 1].row)
            let left = places.map(\.column).min() ?? 0
            let right = places.map(\.column).max() ?? 0
            let whole = TableCell(
                row: top, column: left, rowSpan: bottom - top + 1, columnSpan: right - left + 1, page: page)
            cells += whole.rowSpan * whole.columnSpan == places.count ? [whole] : fragments(places, page: page)
        }
        return cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    }

    private func fragments(_ places: [(row: Int, column: Int)], page: Int) -> [TableCell] {
        var cells: [TableCell] = []
        for place in places.sorted(by: { ($0.column, $0.row) < ($1.column, $1.row) }) {
            if let last = cells.last, last.column == place.column, last.rowRange.upperBound == place.row {
                cells[cells.count - 1].rowSpan += 1
            } else {
                cells.append(
                    TableCell(
                        row: place.row, column: place.column, rowSpan: 1, columnSpan: 1, page: page, isFragment: true))
            }
        }
        return cells
    }
}

extension PageTable {
    /// Without rows and columns too thin for text in which nothing stands: what gaps between borders leave.
    func withoutSlivers() -> PageTable {
        var table = self
        for row in (0..<rows).reversed() where rowEdges[row + 1] - rowEdges[row] < 9 {
            let starting = table.cells.filter { $0.row == row }
            let isIdle = starting.allSatisfy { $0.text.isEmpty && $0.rowSpan == 1 }
            guard isIdle, starting.count < table.cells.count, table.rows > 1 else { continue }
            table.cells.removeAll { $0.row == row }
            for index in table.cells.indices {
                if table.cells[index].row > row {
                    table.cells[index].row -= 1
                } else if table.cells[index].rowRange.contains(row) {
                    table.cells[index].rowSpan -= 1
                }
            }
            table.rowEdges.remove(at: row == 0 ? 0 : row + 1 == table.rows ? row + 1 : row)
        }
        for column in (0..<columns).reversed() where columnEdges[column + 1] - columnEdges[column] < 7 {
            let starting = table.cells.filter { $0.column == column }
            let isIdle = starting.allSatisfy { $0.text.isEmpty && $0.columnSpan == 1 }
            guard isIdle, starting.count < table.cells.count, table.columns > 1 else { continue }
            table.cells.removeAll { $0.column == column }
            for index in table.cells.indices {
                if table.cells[index].column > column {
                    table.cells[index].column -= 1
                } else if table.cells[index].columnRange.contains(column) {
                    table.cells[index].columnSpan -= 1
                }
            }
            table.columnEdges.remove(at: column == 0 ? 0 : column + 1 == table.columns ? column + 1 : column)
        }
        return table
    }

    /// Without the edges at which no cell begins or ends.
    func withoutIdleEdges() -> PageTable {
        let usedRows = Set(cells.flatMap { [$0.row, $0.row + $0.rowSpan] }).sorted()
        let usedColumns = Set(cells.flatMap { [$0.column, $0.column + $0.columnSpan] }).sorted()
        let rowPlace = Dictionary(uniqueKeysWithValues: usedRows.enumerated().map { ($0.element, $0.offset) })
        let columnPlace = Dictionary(uniqueKeysWithValues: usedColumns.enumerated().map { ($0.element, $0.offset) })
        var table = self
        table.rowEdges = usedRows.map { rowEdges[$0] }
        table.columnEdges = usedColumns.map { columnEdges[$0] }
        table.cells = cells.map { cell in
            var moved = cell
            moved.row = rowPlace[cell.row] ?? 0
            moved.column = columnPlace[cell.column] ?? 0
            moved.rowSpan = (rowPlace[cell.row + cell.rowSpan] ?? 0) - moved.row
            moved.columnSpan = (columnPlace[cell.column + cell.columnSpan] ?? 0) - moved.column
            return moved
        }
        return table
    }
}
