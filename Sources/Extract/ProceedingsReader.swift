internal import Codebook
internal import ReportModel

/// Reads section 4: three procedures of five outcomes, as fifteen values in a row, as three rows or tables of five, or label by label.
struct ProceedingsReader {
    var reading: TableReading
    let spec = CodeTable.shared.spec(.form2021, .proceedings)
    var findings: [Finding] = []
    var leftovers: [Leftover] = []
    let width = 5

    init(_ document: Document, _ lines: Range<Int>, except furniture: [Int]) {
        reading = TableReading(document, lines, except: furniture, .proceedings)
    }

    /// The fifteen cells; nil where nothing of the table was found.
    mutating func read() -> [RawCell]? {
        var cells: [RawCell?] = Array(repeating: nil, count: 15)
        var pending: [Int] = []
        var named = false
        var mention = 0
        let order = mentionsByEnd()
        var current: [Int] = []
        var emptyRows: [(Run, [Int])] = []
        var pairs: [Pair] = []
        let crossing = crossingRows()
        for run in reading.runs {
            let first = run.pieces[0]
            if crossing.contains(where: { $0.run.pieces == run.pieces }) { continue }
            while mention < order.count, reading.mentions[order[mention]].last < first {
                if let procedure = procedure(reading.mentions[order[mention]]) {
                    named = true
                    // Named again behind a whole header, it is a row's own label.
                    if pending.contains(procedure), Set(pending).count == 3 { pending = [] }
                    pending.append(procedure)
                }
                mention += 1
            }
            let shown = run.pieces.filter { reading.list.pieces[$0].kind != .blank }
            let isVisible = reading.list.pieces[first].flags.contains(.delimited)
            // Empty cells between headers are merged cells; an empty row stands behind the outcomes' names and is whole.
            guard !shown.isEmpty || isVisible && run.pieces.count >= width && outcomeNamed(before: first), !isCount(shown) else { continue }
            if shown.count == 1, let label = columnBefore(first), run.pieces.count <= 2 || !isVisible {
                if let last = pending.last { current = [last] }
                pairs.append(Pair(procedure: current.last, label: label, run: run))
                continue
            }
            guard named || run.pieces.count >= 15 else {
                leave(run.pieces, "no label of the table stands in front")
                continue
            }
            var due = pending.isEmpty && !named ? [0, 1, 2] : inFront(run).map { [$0] } ?? unique(pending)
            // A whole empty row in between was the values of the procedures above it.
            if let (empty, above) = emptyRows.last, empty.pieces.count == above.count * width, due.starts(with: above),
                run.pieces.count == (due.count - above.count) * width
            {
                due.removeFirst(above.count)
            }
            if shown.isEmpty {
                emptyRows.append((run, due))
            } else if place(run, due, &cells) {
                pending = []
            }
        }
        for (run, due) in emptyRows where due.allSatisfy({ cells[$0 * width] == nil }) { _ = place(run, due, &cells) }
        placePairs(pairs, &cells)
        placeCrossing(crossing, &cells)
        let isAnything = named || cells.contains { $0 != nil } || reading.mentions.contains { procedure($0) != nil }
        guard isAnything else { return nil }
        let table = filled(cells, named)
        if table.contains(where: { $0.status == .unreadable }), TextHabits(reading).hasLinesRemoved {
            findings.append(TextHabits.linesRemoved(reading))
        }
        return table
    }

    var maker: CellMaker { CellMaker(list: reading.list) }

    /// What has no value: a label that stands there bare, or nothing at all.
    private func filled(_ cells: [RawCell?], _ named: Bool) -> [RawCell] {
        let hasValues = reading.list.hidesFigures || reading.list.pieces.contains { $0.kind == .number }
        return cells.indices.map { index in
            if let cell = cells[index] { return cell }
            let isPresent = reading.mentions.contains { procedure($0) == index / width }
            return isPresent ? RawCell(status: hasValues ? .unreadable : .blank) : .absent
        }
    }

    private func mentionsByEnd() -> [Int] {
        let order = Array(reading.mentions.indices)
        let isOrdered = order.dropFirst().allSatisfy { reading.mentions[$0 - 1].last <= reading.mentions[$0].last }
        return isOrdered ? order : order.sorted { reading.mentions[$0].last < reading.mentions[$1].last }
    }

    /// Whether figures only count the columns: 0, 1, 2 … or 1, 2, 3 …
    private func isCount(_ pieces: [Int]) -> Bool {
        guard pieces.count >= 3 * width, let first = reading.list.pieces[pieces[0]].integer, first == 0 || first == 1 else { return false }
        return pieces.enumerated().allSatisfy { reading.list.pieces[$0.element].integer == first + Int64($0.offset) }
    }

    private func outcomeNamed(before piece: Int) -> Bool {
        reading.mentions.contains { $0.last < piece && $0.naming.column != nil }
    }

    func procedure(_ mention: Mention) -> Int? {
        mention.naming.row2021 >= 0 ? mention.naming.row2021 : nil
    }

    /// The one procedure that a row begins with, whose five values follow: those named above it are the section's heading.
    private func inFront(_ run: Run) -> Int? {
        guard run.pieces.count == width, let label = run.mention, let procedure = procedure(label), run.pieces[0] == label.last + 1
        else { return nil }
        let line = reading.list.pieces[run.pieces[0]].line
        let isOnly = reading.mentions.count { self.procedure($0) != nil && reading.list.pieces[$0.last].line == line } == 1
        return isOnly && reading.list.pieces[label.first].flags.contains(.startsLine)
            && reading.list.pieces[label.first].line == line ? procedure : nil
    }

    private func unique(_ procedures: [Int]) -> [Int] {
        var seen: [Int] = []
        for procedure in procedures where !seen.contains(procedure) { seen.append(procedure) }
        return seen
    }

    /// The mention of the outcome right in front of a piece.
    func columnBefore(_ piece: Int) -> Mention? {
        guard let mention = reading.mentions.last(where: { $0.last == piece - 1 }), mention.naming.column != nil else { return nil }
        // One label of a header row stands in front of a row's first value too; then others stand right before it.
        let before = reading.mentions.last { $0.last < mention.first }
        if let before, before.naming.column != nil, before.last >= mention.first - 1 { return nil }
        return mention
    }

    /// Puts a run into the cells of the procedures named since the last one. False where the run was left out.
    private mutating func place(_ run: Run, _ due: [Int], _ cells: inout [RawCell?]) -> Bool {
        var procedures = due
        let shown = run.pieces.filter { reading.list.pieces[$0].kind != .blank }
        // The whole table in one row, one of its headers misprinted or gone.
        if shown.count == 3 * width || run.pieces.count == 3 * width && !shown.isEmpty, procedures.count < 3,
            cells.allSatisfy({ $0 == nil })
        {
            procedures = [0, 1, 2]
        }
        let total = procedures.count * width
        guard total > 0 else {
            leave(run.pieces, "its procedure is not named")
            doubtPlaces(&cells, run)
            doubtChoice(&cells, run)
            return false
        }
        // Strokes between headers are no values.
        if run.pieces.count != total, run.pieces.allSatisfy({ reading.list.pieces[$0].kind == .dash }) { return false }
        let isVisible = reading.list.pieces[run.pieces[0]].flags.contains(.delimited)
        // Wrapped headers may be read in another order than they stand in; the form's is the likelier, but not certain.
        let isReordered = procedures != procedures.sorted() && !standOnOneLine(procedures)
        if isReordered { procedures.sort() }
        func mark(_ made: [RawCell]) {
            for (position, cell) in made.enumerated() {
                let at = procedures[position / width] * width + position % width
                // What prose left open above the table, the table may say.
                guard cells[at] == nil || cells[at]?.status == .unreadable && cell.status == .reported else { continue }
                cells[at] = cell
                if isReordered, cell.status == .reported { cells[at]?.status = .inferred }
            }
        }
        // Nearly every row: as many numbers as columns.
        if run.pieces.count == total, shown.count == total, shown.allSatisfy({ reading.list.pieces[$0].kind == .number }),
            !isStack(run, procedures.count), !isOneUnnamed(run, procedures, cells)
        {
            mark(shown.map { reading.list.number($0, .fullRow) })
            return true
        }
        let fitter = RowFitter(list: reading.list)
        let soundness: ([Int?]) -> Bool = { isSound($0) }
        // With this many open places nothing is gained by trying them all.
        let missing = total - run.pieces.count
        if missing > 0, !isVisible, procedures.count == 3, let found = byPosition(run, shown) {
            mark(found)
            return true
        }
        if missing > 0, !(isVisible && shown.isEmpty), missing > 4 || total > 15 || TextHabits(reading).hasLinesRemoved {
            note("only \(run.pieces.count) of \(total) values stand there", run)
            mark(maker.unreadable(run, total))
            return true
        }
        if run.pieces.count == total, isStack(run, procedures.count) || isOneUnnamed(run, procedures, cells) {
            note("the sums of several procedures do not hold", run)
            mark(maker.unreadable(run, total))
            return true
        }
        switch fitter.fit(Array(run.pieces), width: total, isSound: soundness) {
        case .placed(let fit):
            mark(maker.cells(fit, fit.rule, isInferred: fit.isInferred))
            if !fit.crowded.isEmpty { note("a cell holds more than one value", run) }
        case .open(let fits):
            let sound = fits.filter { isSound($0.columns) }
            let isByArithmetic = sound.count == 1
            if isByArithmetic {
                mark(sound[0].columns.map { maker.cell($0, .arithmetic, isInferred: true) })
            } else {
                note("the print leaves open which cells the values belong to", run)
                mark(maker.unreadable(run, total))
            }
        case .impossible:
            note("\(run.pieces.count) values cannot be put into \(total) cells", run)
            mark(maker.unreadable(run, total))
        }
        return true
    }

    /// Values by place alone, the rest taken for empty, do not hold where more values stand below: a row's print may run over two lines.
    private mutating func doubtPlaces(_ cells: inout [RawCell?], _ run: Run) {
        let doubted = cells.indices.filter { cells[$0]?.rule == .position }
        guard !doubted.isEmpty, run.pieces.contains(where: { reading.list.pieces[$0].kind == .number }) else { return }
        for place in doubted {
            cells[place]?.status = .unreadable
            cells[place]?.rule = .none
        }
        note("more values stand below those put by their place on the line", run)
    }

    /// Another whole table without headers: which of the two is this year's, nothing says.
    private mutating func doubtChoice(_ cells: inout [RawCell?], _ run: Run) {
        guard run.pieces.count == 3 * width, cells.allSatisfy({ $0 != nil }),
            run.pieces.allSatisfy({ reading.list.pieces[$0].kind == .number })
        else { return }
        for place in cells.indices {
            cells[place]?.status = .unreadable
            cells[place]?.rule = .none
        }
        note("another table stands there whose headers are gone", run)
    }

    /// Whether numbers that stand a line each are likelier to be others than a table's whose totals are misprinted: the sums of more
    /// than one procedure do not hold.
    private func isStack(_ run: Run, _ procedures: Int) -> Bool {
        guard procedures == 3, run.pieces.allSatisfy({ reading.list.pieces[$0].flags.contains(.alone) }) else { return false }
        let pieces = Array(run.pieces)
        return (0..<3).count { !isSound(pieces[($0 * width)..<(($0 + 1) * width)].map { $0 }) } > 1
    }

    /// Whether so many values would fill two procedures, but their sums do not hold and nothing is known of the third: its name cannot be
    /// read, and its values are among these.
    private func isOneUnnamed(_ run: Run, _ procedures: [Int], _ cells: [RawCell?]) -> Bool {
        guard procedures.count == 2, cells.allSatisfy({ $0 == nil }) else { return false }
        return !isSound(run.pieces.map { $0 })
    }

    private func standOnOneLine(_ procedures: [Int]) -> Bool {
        let named = reading.mentions.filter { procedure($0).map(procedures.contains) ?? false }
        return Set(named.flatMap { [reading.list.pieces[$0.first].line, reading.list.pieces[$0.last].line] }).count == 1
    }

    /// The fifteen cells, where the values stand under fifteen headers on the line, each under one.
    private func byPosition(_ run: Run, _ shown: [Int]) -> [RawCell]? {
        let headers = reading.mentions.filter { $0.naming.column != nil && $0.last < run.pieces[0] }
        guard headers.count == 3 * width, ColumnPlaces.areAligned([shown.map { reading.list.pieces[$0] }]), Set(shown.map { reading.list.pieces[$0].line }).count == 1 else { return nil }
        for isNarrow in [false, true] {
            func stretch(_ piece: Piece) -> (left: Int32, right: Int32) {
                isNarrow ? (piece.narrowLeft, piece.narrowRight) : (piece.left, piece.right)
            }
            let values = shown.map { stretch(reading.list.pieces[$0]) }
            let columns = headers.map { header in
                let (first, last) = (stretch(reading.list.pieces[header.first]), stretch(reading.list.pieces[header.last]))
                return (left: min(first.left, last.left), right: max(first.right, last.right))
            }
            let places = ColumnPlaces(values + columns)
            guard ColumnPlaces(columns).count == 3 * width, places.count == 3 * width, let found = places.places(values) else { continue }
            var filled = [Int?](repeating: nil, count: 3 * width)
            for (piece, place) in zip(shown, found) { filled[place] = piece }
            guard isSound(filled) else { return nil }
            return filled.map { maker.cell($0, .position, isInferred: false) }
        }
        return nil
    }

    /// Whether in each procedure the four outcomes add up to the total, blanks counting nothing.
    private func isSound(_ columns: [Int?]) -> Bool {
        for start in stride(from: 0, to: columns.count, by: width) {
            var sum: Int64 = 0
            for position in start..<(start + width) {
                var value: Int64 = 0
                if let piece = columns[position] {
                    switch reading.list.pieces[piece].kind {
                    case .blank, .dash: value = 0
                    case .number:
                        guard let integer = reading.list.pieces[piece].integer else { return false }
                        value = integer
                    default: return false
                    }
                }
                sum += position == start + width - 1 ? -value : value
            }
            if sum != 0 { return false }
        }
        return true
    }

    private mutating func leave(_ pieces: PieceStretch, _ reason: String) {
        if let leftover = maker.leftover(pieces, .proceedings, reason) { leftovers.append(leftover) }
    }

    private mutating func note(_ message: String, _ run: Run) {
        findings.append(
            Finding(.extract, .warning, .valuesUnplaced, message, at: reading.list.pieces[run.pieces[0]].locator))
        leave(run.pieces, message)
    }
}
