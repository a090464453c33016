internal import Codebook
internal import ReportModel

/// Empty cells that may not be where they seem: a row may have lost some, and may have others where merged cells stood.
extension RowPlacer {
    /// Opens rows again that rest on empty cells, where the table shows that these cannot be relied on: a row begins at another cell than
    /// the full ones of its depth, or some row has fewer cells than columns.
    func doubtBlanks(_ slots: inout [Slot], _ rows: RowSet) {
        let blanksGoLost = slots.indices.contains { row in
            guard let run = rows.first(row), isDelimited(run), !breaksOff(row, run, rows) else { return false }
            return run.pieces.count < width && run.pieces.contains { reading.list.pieces[$0].kind == .number }
        }
        let full = fullShapes(slots, rows)
        for (row, slot) in slots.enumerated() {
            guard case .placed(let fit) = slot, !fit.isInferred, let run = rows.first(row), isDelimited(run),
                let start = fit.columns.first.flatMap({ $0 }).flatMap({ run.pieces.firstIndex(of: $0) })
            else { continue }
            let shown = run.pieces.filter { reading.list.pieces[$0].kind != .blank }
            guard !shown.isEmpty, shown.count < width else { continue }
            let known = full[depth(row)] ?? []
            if known.contains(RowShape(cells: run.pieces.count, start: start)), !blanksGoLost || isRow(run) { continue }
            if isRow(run), isUsual(run.pieces.count, depth(row), rows) { continue }
            guard blanksGoLost || !known.isEmpty && !known.contains(where: { $0.start == start }) else { continue }
            let ways = RowFitter(list: reading.list).ways(shown, width: width, isSound: isSound)
            slots[row] = .open(ways.isEmpty ? [fit] : ways)
        }
    }

    /// Whether nearly all rows of a depth have so many cells: then none of them has lost any.
    private func isUsual(_ cells: Int, _ depth: Int, _ rows: RowSet) -> Bool {
        let counts = spec.rows.indices.filter { self.depth($0) == depth }.compactMap { rows.first($0)?.pieces.count }
        return counts.count >= 5 && counts.count { $0 == cells } * 5 >= counts.count * 4
    }

    private struct RowShape: Hashable {
        var cells: Int
        var start: Int
    }

    /// By depth: how many cells stand behind the label of full rows, and which of them is the first column.
    private func fullShapes(_ slots: [Slot], _ rows: RowSet) -> [Int: Set<RowShape>] {
        var found: [Int: Set<RowShape>] = [:]
        for (row, slot) in slots.enumerated() {
            guard case .full(let start) = slot, let run = rows.first(row), isDelimited(run) else { continue }
            found[depth(row), default: []].insert(RowShape(cells: run.pieces.count, start: start))
        }
        return found
    }

    /// Whether the values behind a row's label may be the next row's: that row has no label, these have a line of their own, and the print
    /// does not show empty rows.
    func mayBeNext(_ row: Int, _ run: Run, _ rows: RowSet) -> Bool {
        guard row + 1 < spec.rows.count, rows.isAbsent(row + 1), !isRow(run), let label = run.mention?.last else { return false }
        let last = run.pieces.last { reading.list.pieces[$0].kind != .blank } ?? run.pieces[0]
        guard reading.list.pieces[last].line != reading.list.pieces[label].line else { return false }
        return spec.rows.indices.contains { !rows.isAbsent($0) && (rows.first($0).map { $0.pieces.count < width } ?? true) }
    }

    /// Whether all labels of the table stand bare but the last, in a print that shows no empty cells: what stands behind it may be any row's.
    func standsApart(_ row: Int, _ run: Run, _ rows: RowSet) -> Bool {
        guard !isDelimited(run) else { return false }
        var bare = 0
        for other in spec.rows.indices where other != row && !rows.isAbsent(other) {
            if other > row || rows.first(other) != nil { return false }
            bare += 1
        }
        return bare >= 4
    }

    /// Whether a run is as long as a row by chance: elsewhere labels and values were copied apart, and its figures do not add up.
    func isByChance(_ run: Run, _ start: Int, _ rows: RowSet) -> Bool {
        func isRowSound(_ run: Run, _ start: Int) -> Bool { isSound(run.pieces.dropFirst(start).prefix(width).map { $0 }) }
        guard !isRow(run), !isRowSound(run, start) else { return false }
        let runs = rows.all
        guard runs.contains(where: { $0.bareLabelsBefore >= 1 && $0.pieces.count >= 2 * width }) else { return false }
        // Where most rows stand behind their labels and add up, one that does not is misprinted.
        let sound = runs.count { run in reading.list.fullStart(run.pieces, width).map { isRowSound(run, $0) } ?? false }
        return sound * 2 < spec.rows.count
    }

    /// Whether the text breaks off within a row: it has fewer cells than columns, and nothing of the table follows.
    func breaksOff(_ row: Int, _ run: Run, _ rows: RowSet) -> Bool {
        guard run.pieces.count < width, row + 1 < spec.rows.count, !isRow(run) else { return false }
        return spec.rows.indices.allSatisfy { $0 <= row || rows.isAbsent($0) }
    }

    private func isRow(_ run: Run) -> Bool { reading.list.pieces[run.pieces[0]].flags.contains(.rowwise) }

    private func isDelimited(_ run: Run) -> Bool { reading.list.pieces[run.pieces[0]].flags.contains(.delimited) }
}
