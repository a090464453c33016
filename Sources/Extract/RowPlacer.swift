internal import Codebook
internal import ReportModel

/// Puts the runs of section 3 into cells: row by row where that is certain, then by the columns of the neighbours, then by place
/// on the line, then by arithmetic over the whole table.
struct RowPlacer {
    let reading: TableReading
    let spec: TableSpec
    let width: Int
    let columnOrder: [Int]
    var findings: [Finding] = []
    var leftovers: [Leftover] = []

    init(reading: TableReading, spec: TableSpec, width: Int, columnOrder: [Int]) {
        self.reading = reading
        self.spec = spec
        self.width = width
        self.columnOrder = columnOrder
    }

    private var maker: CellMaker { CellMaker(list: reading.list) }

    enum Slot {
        case absent
        case named
        /// As many numbers as columns, from this one on, in the row's only run; empty cells at its ends are merged cells' leavings.
        case full(Int)
        case placed(RowFit)
        case open([RowFit])
        case unreadable(Run)
    }

    mutating func place(_ rows: inout RowSet) -> RawTable {
        var cells = Array(repeating: RawCell.absent, count: spec.rows.count * width)
        if fillAll(&cells, rows) { return RawTable(form: spec.form, cells: cells) }
        let text = TextHabits(reading)
        var slots: [Slot] = []
        for row in spec.rows.indices { slots.append(firstSlot(row, rows, text)) }
        doubtBlanks(&slots, rows)
        settleByFields(&slots, rows)
        settleByColumns(&slots, rows)
        settleByPosition(&slots, rows)
        settleByArithmetic(&slots, rows, text)
        // A row tied to its neighbours only holds where the table's sums bear it out.
        let allBare = !slots.contains { if case .named = $0 { false } else if case .absent = $0 { false } else { true } }
        let isBlankForm = allBare && !text.hasLinesRemoved && !reading.list.hidesFigures && !reading.hasBareRuns
        for (row, slot) in slots.enumerated() { fill(row, slot, rows, &cells, allBare: isBlankForm) }
        if text.hasLinesRemoved, cells.contains(where: { $0.status == .unreadable }) {
            findings.append(TextHabits.linesRemoved(reading))
        }
        return RawTable(form: spec.form, cells: cells)
    }

    /// Fills a table in which every row was found once and is full, as most are. False where one is not.
    private func fillAll(_ cells: inout [RawCell], _ rows: RowSet) -> Bool {
        for row in spec.rows.indices {
            guard let run = rows.only(row), let start = fullStart(run.pieces) else { return false }
            fill(row, run.pieces, from: start, rows, &cells)
        }
        return true
    }

    /// Fills a row with as many numbers as it has columns.
    private func fill(_ row: Int, _ numbers: PieceStretch, from start: Int, _ rows: RowSet, _ cells: inout [RawCell]) {
        let isInferred = rows.isInferred[row]
        let rule: PlacementRule = isInferred ? .neighbours : .fullRow
        let first = numbers.range.lowerBound + start
        for position in 0..<width {
            cells[row * width + columnOrder[position]] = reading.list.number(first + position, rule, isInferred: isInferred)
        }
    }

    // MARK: - First look

    private mutating func firstSlot(_ row: Int, _ rows: RowSet, _ text: TextHabits) -> Slot {
        if rows.isAbsent(row) { return .absent }
        if let run = rows.only(row), let start = fullStart(run.pieces) {
            let isDoubted = mayBeNext(row, run, rows) || standsApart(row, run, rows) || isByChance(run, start, rows)
            return isDoubted ? .unreadable(run) : .full(start)
        }
        let all = rows.runs(row)
        let runs =
            all.count <= 1
            ? all : all.filter { run in run.pieces.contains { reading.list.pieces[$0].kind != .blank } }
        guard let run = runs.first else { return all.first.map { .unreadable($0) } ?? .named }
        if runs.count > 1 {
            let values = runs.map { $0.pieces.map { reading.list.pieces[$0].integer } }
            if values.contains(where: { $0 != values[0] }) {
                note(.duplicateRow, "the row \(spec.rows[row].code) stands more than once, with different values", run)
                return .unreadable(run)
            }
        }
        // Labels without values in front of more values than one row holds: labels and values were copied apart.
        if run.bareLabelsBefore >= 1 && run.pieces.count >= 2 * width || mayBeNext(row, run, rows) || breaksOff(row, run, rows) {
            return .unreadable(run)
        }
        let fitter = RowFitter(list: reading.list)
        switch fitter.fit(Array(run.pieces), width: width, isSound: isSound) {
        case .placed(let fit): return .placed(fit)
        case .open(let fits): return .open(fits)
        case .impossible:
            if let first = firstFullLine(run) { return .placed(first) }
            return .unreadable(run)
        }
    }

    private func fullStart(_ pieces: PieceStretch) -> Int? {
        reading.list.fullStart(pieces, width)
    }

    /// Two rows' values in one run, a row a line: the first line is this row's.
    private func firstFullLine(_ run: Run) -> RowFit? {
        guard run.bareLabelsBefore == 0, run.pieces.count == 2 * width else { return nil }
        let line = reading.list.pieces[run.pieces[0]].line
        let first = run.pieces.filter { reading.list.pieces[$0].line == line }
        // Figures may be cut by the edges of narrow cells, and go on below.
        guard first.count == width, isSound(first) else { return nil }
        return RowFit(columns: first, rule: .fullRow, dropped: Array(run.pieces.dropFirst(width)))
    }

    private func integer(_ piece: Int?) -> Int64? {
        guard let piece else { return 0 }
        switch reading.list.pieces[piece].kind {
        case .blank, .dash: return 0
        case .number: return reading.list.pieces[piece].integer
        default: return nil
        }
    }

    /// Whether the six applicants add up to the total, blanks counting nothing.
    func isSound(_ columns: [Int?]) -> Bool {
        var sum: Int64 = 0
        var total: Int64 = 0
        for (position, piece) in columns.enumerated() {
            guard let value = integer(piece) else { return false }
            if columnOrder[position] == 6 { total = value } else { sum += value }
        }
        return sum == total
    }

    // MARK: - Columns of the neighbours

    /// Rows of as many cells, at the same depth, begin at the same cell.
    private func settleByColumns(_ slots: inout [Slot], _ rows: RowSet) {
        guard slots.contains(where: { if case .open = $0 { true } else { false } }) else { return }
        var starts: [ShapeKey: [Int: Int]] = [:]
        for (row, slot) in slots.enumerated() {
            guard let run = rows.first(row), let start = start(slot, run), run.pieces.count > width,
                let key = shape(row, run), run.pieces.contains(where: { reading.list.pieces[$0].kind == .number })
            else { continue }
            // Where a value of the row itself is surplus, its cells say nothing about others'.
            if case .placed(let fit) = slot, fit.rule == .surplus { continue }
            starts[key, default: [:]][start, default: 0] += 1
        }
        for (row, slot) in slots.enumerated() {
            guard case .open(let fits) = slot, let run = rows.first(row), run.pieces.count > width,
                let key = shape(row, run), let known = starts[key], known.count == 1, let start = known.keys.first,
                fits.allSatisfy({ $0.rule == .columns }),
                let fit = fits.first(where: { $0.columns.first.flatMap { $0 }.flatMap { run.pieces.firstIndex(of: $0) } == start })
            else { continue }
            let sound = fits.filter { isSound($0.columns) }
            // The neighbours say one thing and the sum another: leave it to the whole table.
            if !isSound(fit.columns) && !sound.isEmpty { continue }
            slots[row] = .placed(fit)
        }
    }

    /// Which of a settled row's cells is its first column.
    private func start(_ slot: Slot, _ run: Run) -> Int? {
        switch slot {
        case .full(let start): return start
        case .placed(let fit): return fit.columns.first.flatMap { $0 }.flatMap { run.pieces.firstIndex(of: $0) }
        default: return nil
        }
    }

    private struct ShapeKey: Hashable {
        var cells: Int
        var depth: Int
        var lead: Int32
    }

    private func shape(_ row: Int, _ run: Run) -> ShapeKey? {
        guard reading.list.pieces[run.pieces[0]].flags.contains(.delimited), let mention = run.mention else { return nil }
        let depth = spec.rows[row].label.utf8.count { $0 == 0x2F }
        return ShapeKey(cells: run.pieces.count, depth: depth, lead: reading.list.pieces[mention.last].left)
    }

    // MARK: - Place on the line

    /// Where the values of all rows stand in as many bands as there are columns, a number belongs to the column it stands in.
    private func settleByPosition(_ slots: inout [Slot], _ rows: RowSet) {
        guard slots.contains(where: { if case .open = $0 { true } else { false } }) else { return }
        var lines: [[Piece]] = []
        for run in rows.all {
            let shown = run.pieces.map { reading.list.pieces[$0] }.filter { $0.kind != .blank }
            if Set(shown.map(\.line)).count == 1, shown.allSatisfy({ !$0.flags.contains(.delimited) }) { lines.append(shown) }
        }
        guard lines.count >= 3, ColumnPlaces.areAligned(lines) else { return }
        for isNarrow in [false, true] {
            func stretch(_ piece: Piece) -> (left: Int32, right: Int32) {
                isNarrow ? (piece.narrowLeft, piece.narrowRight) : (piece.left, piece.right)
            }
            // The values alone, or with the headers over the columns.
            let values = lines.joined().map(stretch)
            var places = ColumnPlaces(values)
            let headers = headers(stretch)
            if places.count != width { places = ColumnPlaces(values + headers) }
            let full = lines.filter { $0.count == width }
            guard places.count == width, !full.isEmpty || ColumnPlaces(headers).count == width,
                full.allSatisfy({ places.places($0.map(stretch)) != nil })
            else { continue }
            settle(&slots, rows, places, stretch)
            return
        }
    }

    private func settle(
        _ slots: inout [Slot], _ rows: RowSet, _ places: ColumnPlaces, _ stretch: (Piece) -> (left: Int32, right: Int32)
    ) {
        for (row, slot) in slots.enumerated() {
            guard case .open(let fits) = slot, let run = rows.first(row) else { continue }
            let shown = run.pieces.filter { reading.list.pieces[$0].kind != .blank }
            guard Set(shown.map { reading.list.pieces[$0].line }).count == 1,
                let found = places.places(shown.map { stretch(reading.list.pieces[$0]) })
            else { continue }
            var filled = [Int?](repeating: nil, count: width)
            for (piece, place) in zip(shown, found) { filled[place] = piece }
            if isSound(filled) || !fits.contains(where: { isSound($0.columns) }) {
                slots[row] = .placed(RowFit(columns: filled, rule: .position))
            }
        }
    }

    /// Where the headers stand on the line; empty where they are not all there.
    private func headers(_ stretch: (Piece) -> (left: Int32, right: Int32)) -> [(left: Int32, right: Int32)] {
        var found: [PartCode: (left: Int32, right: Int32)] = [:]
        for mention in reading.mentions {
            guard let code = mention.naming.column, mention.enumeratorKind == .none, found[code] == nil else { continue }
            let first = reading.list.pieces[mention.first]
            let last = reading.list.pieces[mention.last]
            guard !first.flags.contains(.delimited) else { return [] }
            found[code] = (
                min(stretch(first).left, stretch(last).left), max(stretch(first).right, stretch(last).right))
        }
        return found.count == width ? Array(found.values) : []
    }

    // MARK: - Arithmetic

    private func settleByArithmetic(_ slots: inout [Slot], _ rows: RowSet, _ text: TextHabits) {
        guard !text.hasLinesRemoved, slots.contains(where: { if case .open = $0 { true } else { false } }),
            let received = spec.row("received"), let carriedIn = spec.row("carried_in"), let total = spec.row("total"),
            let carriedOut = spec.row("carried_out")
        else { return }
        var options: [[[Int64]]] = []
        for slot in slots {
            switch slot {
            case .full(let start):
                let pieces = rows.first(options.count)?.pieces.dropFirst(start).prefix(width)
                let fit = RowFit(columns: pieces.map { Array($0) } ?? [], rule: .fullRow)
                options.append(values(fit).map { [$0] } ?? [])
            case .placed(let fit): options.append(values(fit).map { [$0] } ?? [])
            case .open(let fits): options.append(fits.filter { isSound($0.columns) }.compactMap { values($0) })
            case .named: options.append([[Int64](repeating: 0, count: 7)])
            case .absent, .unreadable: options.append([])
            }
        }
        let solved = ApplicationsArithmetic(
            options: options, received: received, carriedIn: carriedIn, total: total, carriedOut: carriedOut
        ).solve()
        for (row, slot) in slots.enumerated() {
            guard case .open(let fits) = slot, let choice = solved[row] else { continue }
            let sound = fits.filter { isSound($0.columns) }
            guard choice < sound.count else { continue }
            var fit = sound[choice]
            fit.rule = .arithmetic
            fit.isInferred = true
            slots[row] = .placed(fit)
        }
    }

    /// The seven values in the form's column order.
    private func values(_ fit: RowFit) -> [Int64]? {
        var values = [Int64](repeating: 0, count: 7)
        guard fit.crowded.isEmpty else { return nil }
        for (position, piece) in fit.columns.enumerated() {
            guard let value = integer(piece) else { return nil }
            values[columnOrder[position]] = value
        }
        return values
    }

    // MARK: - Cells

    private mutating func fill(_ row: Int, _ slot: Slot, _ rows: RowSet, _ cells: inout [RawCell], allBare: Bool) {
        switch slot {
        case .absent: note(.rowMissing, "the row \(spec.rows[row].code) was not found", nil)
        case .named:
            // A label without values, in a print that does not show empty cells: empty, or lost.
            let bare = RawCell(status: allBare ? .blank : .unreadable, rule: .none)
            for cell in (row * width)..<((row + 1) * width) { cells[cell] = bare }
        case .full(let start):
            if let run = rows.first(row) { fill(row, run.pieces, from: start, rows, &cells) }
        case .placed(let fit):
            let rule = rows.isInferred[row] ? .neighbours : fit.rule
            let isInferred = fit.isInferred || rows.isInferred[row]
            for (position, cell) in maker.cells(fit, rule, isInferred: isInferred).enumerated() {
                cells[row * width + columnOrder[position]] = cell
            }
            leave(fit.dropped, "surplus in a full row")
            if !fit.crowded.isEmpty {
                note(.valuesUnplaced, "a cell of \(spec.rows[row].code) holds more than one value", rows.first(row))
            }
        case .open(let fits):
            guard let run = rows.first(row) else { return }
            note(.valuesUnplaced, "the print leaves open which columns the values of \(spec.rows[row].code) belong to", run)
            leave(run.pieces, "\(fits.count) ways to put the row's values into its columns")
            mark(row, run, &cells)
        case .unreadable(let run):
            note(.valuesUnplaced, "\(run.pieces.count) values cannot be put into the columns of \(spec.rows[row].code)", run)
            leave(run.pieces, "not as many values as columns")
            mark(row, run, &cells)
        }
    }

    /// The cells of a row whose values cannot be told apart.
    private func mark(_ row: Int, _ run: Run, _ cells: inout [RawCell]) {
        cells.replaceSubrange((row * width)..<((row + 1) * width), with: maker.unreadable(run, width))
    }

    private mutating func leave(_ pieces: some Collection<Int>, _ reason: String) {
        if let leftover = maker.leftover(pieces, spec.table, reason) { leftovers.append(leftover) }
    }

    private mutating func note(_ code: FindingCode, _ message: String, _ run: Run?) {
        let place = run.map { reading.list.pieces[$0.pieces[0]].locator } ?? .none
        findings.append(Finding(.extract, .warning, code, message, at: place))
    }
}
