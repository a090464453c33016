internal import ReportModel

/// One form row's values, put into its columns.
struct RowFit {
    /// By column: index of the value piece, or nil for a blank that left no trace.
    var columns: [Int?]
    var rule: PlacementRule
    var isInferred = false
    /// Pieces left out, because they are surplus.
    var dropped: [Int] = []
    /// The columns whose cell holds more than one value: their piece is the first, and none is the cell's.
    var crowded: Set<Int> = []
}

/// Puts the values of a run into a row of so many columns.
struct RowFitter {
    let list: PieceList

    enum Result {
        case placed(RowFit)
        /// Several ways are open; which one is right, only the rest of the table can tell.
        case open([RowFit])
        case impossible
    }

    func isBlank(_ piece: Int) -> Bool { list.pieces[piece].kind == .blank }

    /// All ways to put `pieces` into `width` columns, the certain one alone where there is one.
    ///
    /// `isSound` says whether a filled row satisfies the arithmetic that holds inside a row.
    func fit(_ pieces: [Int], width: Int, isSound: ([Int?]) -> Bool) -> Result {
        // Nearly every row of a report: as many numbers as columns.
        if pieces.count == width, pieces.allSatisfy({ list.pieces[$0].kind == .number }) {
            return .placed(RowFit(columns: pieces, rule: .fullRow))
        }
        guard let apart = spread(pieces) else { return crowded(pieces, width: width).map { .placed($0) } ?? .impossible }
        let result = fitApart(apart, width: width, isSound: isSound)
        // That the second of two numbers in a cell belongs to the empty cell beside it is likely, not certain.
        if apart.count != pieces.count, case .placed(var fit) = result {
            fit.isInferred = true
            return .placed(fit)
        }
        return result
    }

    private func fitApart(_ pieces: [Int], width: Int, isSound: ([Int?]) -> Bool) -> Result {
        var pieces = pieces
        let shown = pieces.filter { !isBlank($0) }
        let isVisible = pieces.contains { list.pieces[$0].flags.contains(.delimited) }
        if pieces.count > width && !isVisible || shown.count > width {
            // A page number that stands alone beside a page break is no value.
            let rest = pieces.filter { !list.pieces[$0].flags.contains(.besidePageBreak) }
            if rest.count == width {
                // Where every value has a line of its own, one beside a page break may be a value too.
                let isInferred = rest.contains { list.pieces[$0].flags.contains(.alone) }
                return .placed(
                    RowFit(
                        columns: rest, rule: .fullRow, isInferred: isInferred, dropped: pieces.filter { !rest.contains($0) }))
            }
            if rest.count >= width { pieces = rest }
        }
        if pieces.count > width, !shown.isEmpty, let rest = withoutMerged(pieces), rest.count == width {
            if let others = elsewhere(rest, width, isSound) { return .open(others) }
            return .placed(RowFit(columns: rest, rule: .columns))
        }
        if pieces.count == width { return full(pieces, shown, width, isSound) }
        if shown.isEmpty {
            return isVisible ? .placed(RowFit(columns: (0..<width).map { $0 < pieces.count ? pieces[$0] : nil }, rule: .columns)) : .impossible
        }
        if shown.count > width {
            let result = surplus(shown, width, isSound)
            if case .impossible = result, let fit = crowded(pieces, width: width) { return .placed(fit) }
            return result
        }
        if pieces.count > width { return windows(pieces, width, isSound) }
        // Where some empty cells are gone, those that are there may be merged cells'.
        return gaps(shown, width, isSound)
    }

    /// The cells without those of lines that are separators only, two or more, where each cell has a line of its own: merged cells have
    /// left them at the ends of rows. Nil where there are none.
    private func withoutMerged(_ pieces: [Int]) -> [Int]? {
        guard !list.pieces[pieces[0]].flags.contains(.rowwise) else { return nil }
        var rest: [Int] = []
        var start = 0
        while start < pieces.count {
            let line = list.pieces[pieces[start]].line
            let end = pieces[start...].firstIndex { list.pieces[$0].line != line } ?? pieces.count
            let cells = pieces[start..<end]
            if cells.count == 1 || !cells.allSatisfy(isBlank) { rest += cells }
            start = end
        }
        return rest.count < pieces.count ? rest : nil
    }

    /// Two numbers in one cell: the second belongs to the empty cell beside it. Nil where there is none, but empty cells elsewhere,
    /// so that it cannot be told which cells were joined.
    private func spread(_ pieces: [Int]) -> [Int]? {
        var spread = pieces
        var index = 1
        while index < spread.count {
            let (before, piece) = (list.pieces[spread[index - 1]], list.pieces[spread[index]])
            if piece.kind != .blank, before.kind != .blank, piece.flags.contains(.delimited), piece.line == before.line,
                piece.left == before.left, piece.right == before.right
            {
                if index + 1 < spread.count, isBlank(spread[index + 1]) {
                    spread.remove(at: index + 1)
                } else if spread.contains(where: isBlank) {
                    return nil
                }
            }
            index += 1
        }
        return spread
    }

    /// As many cells in a row as columns, none of them empty, where some hold more than one value: the others' columns are
    /// certain. Empty cells at the ends are merged cells' leavings. Nil where this is not so.
    func crowded(_ pieces: [Int], width: Int) -> RowFit? {
        var fit = RowFit(columns: [], rule: .columns)
        guard let first = pieces.firstIndex(where: { !isBlank($0) }), let last = pieces.lastIndex(where: { !isBlank($0) }) else {
            return nil
        }
        for index in first...last {
            let piece = pieces[index]
            let found = list.pieces[piece]
            guard found.flags.contains([.delimited, .rowwise]), found.kind != .blank else { return nil }
            let before = index > first ? list.pieces[pieces[index - 1]] : nil
            if let before, before.line != found.line { return nil }
            if let before, before.left == found.left, before.right == found.right {
                fit.crowded.insert(fit.columns.count - 1)
            } else {
                fit.columns.append(piece)
            }
        }
        return fit.columns.count == width ? fit : nil
    }

    /// As many cells as columns.
    private func full(_ pieces: [Int], _ shown: [Int], _ width: Int, _ isSound: ([Int?]) -> Bool) -> Result {
        if let others = elsewhere(pieces, width, isSound) { return .open(others) }
        return .placed(RowFit(columns: pieces, rule: .fullRow))
    }

    /// Where a row with blanks does not add up as it stands, but would with its blanks elsewhere, a blank may have been lost and
    /// another may be a merged cell's: the ways in which it adds up. Nil where the row can be taken as it stands.
    private func elsewhere(_ columns: [Int?], _ width: Int, _ isSound: ([Int?]) -> Bool) -> [RowFit]? {
        let shown = columns.compactMap { $0 }.filter { !isBlank($0) }
        guard shown.count < width, !shown.isEmpty, !isSound(columns), case .open(let others) = gaps(shown, width, isSound) else {
            return nil
        }
        return others
    }

    /// More cells than columns: cells that merging or padding left over stand at the ends and are empty.
    private func windows(_ pieces: [Int], _ width: Int, _ isSound: ([Int?]) -> Bool) -> Result {
        var fits: [RowFit] = []
        // As many cells as two rows have: the label of the second may be gone. Where a line is a row, it may be padding.
        if width > 1, pieces.count >= 2 * width, !list.pieces[pieces[0]].flags.contains(.rowwise) { return .impossible }
        for start in 0...(pieces.count - width) {
            let outside = pieces[..<start] + pieces[(start + width)...]
            if outside.allSatisfy(isBlank) {
                fits.append(RowFit(columns: pieces[start..<(start + width)].map { $0 }, rule: .columns))
            }
        }
        if fits.count == 1 {
            if let others = elsewhere(fits[0].columns, width, isSound) { return .open(others) }
            return .placed(fits[0])
        }
        if !fits.isEmpty { return .open(fits) }
        // Empty cells inside: without them the row may be full.
        let shown = pieces.filter { !isBlank($0) }
        return shown.count == width ? .placed(RowFit(columns: shown, rule: .fullRow)) : .impossible
    }

    /// All sound ways to put values into columns, wherever their blanks stand.
    func ways(_ shown: [Int], width: Int, isSound: ([Int?]) -> Bool) -> [RowFit] {
        if case .open(let fits) = gaps(shown, width, isSound) { fits } else { [] }
    }

    /// Fewer values than columns, the blanks gone.
    private func gaps(_ pieces: [Int], _ width: Int, _ isSound: ([Int?]) -> Bool) -> Result {
        var fits: [RowFit] = []
        var columns = [Int?](repeating: nil, count: width)
        func place(_ next: Int, _ column: Int) {
            if next == pieces.count {
                if isSound(columns) { fits.append(RowFit(columns: columns, rule: .arithmetic, isInferred: true)) }
                return
            }
            var at = column
            while width - at >= pieces.count - next {
                columns[at] = pieces[next]
                place(next + 1, at + 1)
                columns[at] = nil
                at += 1
            }
        }
        place(0, 0)
        return fits.isEmpty ? .impossible : .open(fits)
    }

    /// More values than columns.
    private func surplus(_ shown: [Int], _ width: Int, _ isSound: ([Int?]) -> Bool) -> Result {
        // The first line of the row is full; what follows on lines of its own is not part of it.
        let firstLine = list.pieces[shown[0]].line
        let onFirst = shown.filter { list.pieces[$0].line == firstLine }
        if onFirst.count == width, shown.count == width + 1, onFirst.contains(where: { isCut($0, by: shown[width]) }) { return .impossible }
        if onFirst.count == width, !list.pieces[shown[0]].flags.contains(.alone),
            shown[width...].allSatisfy({ list.pieces[$0].flags.contains(.alone) }), shown.count == width + 1,
            isSound(onFirst) || !isRightBelow(shown[width], shown[0]) && !shown.indices.contains(where: { isSound(without($0, shown)) })
        {
            return .placed(RowFit(columns: onFirst, rule: .surplus, isInferred: true, dropped: Array(shown[width...])))
        }
        guard shown.count == width + 1 else { return .impossible }
        var fits: [RowFit] = []
        for drop in shown.indices {
            let (rest, dropped) = (without(drop, shown), shown[drop])
            guard isSound(rest) else { continue }
            let values = rest.map { list.pieces[$0].integer }
            if fits.contains(where: { $0.columns.map { $0.flatMap { list.pieces[$0].integer } } == values }) { continue }
            fits.append(RowFit(columns: rest, rule: .surplus, isInferred: true, dropped: [dropped]))
        }
        return fits.isEmpty ? .impossible : fits.count == 1 ? .placed(fits[0]) : .open(fits)
    }

    /// Whether a value stands on the very next line, where the rest of a figure would: a page's number has empty lines round it.
    private func isRightBelow(_ rest: Int, _ figure: Int) -> Bool {
        list.pieces[rest].locator.row == list.pieces[figure].locator.row + 1
    }

    /// Whether a value right below a figure, flush with it, may be the rest of it, cut by the edge of a narrow column.
    private func isCut(_ figure: Int, by rest: Int) -> Bool {
        let (upper, lower) = (list.pieces[figure], list.pieces[rest])
        return lower.line == upper.line + 1 && upper.span.count >= 2 && lower.span.count <= upper.span.count
            && lower.left > 0
            && (lower.right == upper.right || lower.left == upper.left || lower.narrowRight == upper.narrowRight)
    }

    private func without(_ index: Int, _ pieces: [Int]) -> [Int] {
        var rest = pieces
        rest.remove(at: index)
        return rest
    }
}
