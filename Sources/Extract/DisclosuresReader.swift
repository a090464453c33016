internal import Codebook
internal import HanText
internal import ReportModel

/// Reads section 2: small tables of one to three columns, each row under headers of its own.
struct DisclosuresReader {
    var reading: TableReading
    let document: Document
    /// What makes rows of this table uncertain.
    private var doubts = Doubts()
    var findings: [Finding] = []
    var leftovers: [Leftover] = []

    init(_ document: Document, _ lines: Range<Int>, except furniture: [Int]) {
        self.document = document
        reading = TableReading(document, lines, except: furniture, .disclosures)
    }

    /// By cell of section 2 in each form: the code of its column.
    private static let columns2019 = partCodes(.form2019)
    private static let columns2021 = partCodes(.form2021)
    private static let amount = Lexicon.shared.code("amount")

    private static func partCodes(_ form: FormVersion) -> [PartCode] {
        CodeTable.shared.spec(form, .disclosures).cells.map { Lexicon.shared.code($0.column) }
    }

    static func codes(_ form: FormVersion) -> [PartCode] { form == .form2019 ? columns2019 : columns2021 }

    /// A row's label as found, with its values if there are any.
    struct Hit {
        var naming: Naming
        /// Where the label begins.
        var first: Int
        /// Index of the run; -1 for none.
        var run: Int
        /// Headers of the table stand somewhere above: prose that names a row has none.
        var isInTable: Bool
        /// Whether its run holds anything but empty cells.
        var isFilled: Bool

        /// Values speak more for a hit than empty cells, and these more than nothing.
        var rank: Int { isFilled ? 2 : run >= 0 ? 1 : 0 }
        /// The row is known by its neighbours, not by its label.
        var row: Int?
    }

    mutating func read() -> RawTable {
        var hits = rowHits()
        guard let form = form(of: hits) else { return RawTable() }
        let spec = CodeTable.shared.spec(form, .disclosures)
        if reading.hasBareRuns { hits += hitsByNeighbours(hits, spec) }
        var cells = Array(repeating: RawCell.absent, count: spec.cells.count)
        var isUsed = [Bool](repeating: false, count: reading.runs.count)
        doubts = Doubts(hits, spec, reading)
        for row in spec.rows.indices { read(row, spec, hits, &cells, &isUsed) }
        for (index, run) in reading.runs.enumerated() where !isUsed[index] && !run.hasStrangeText {
            if let leftover = maker.leftover(run.pieces, .disclosures, "no label stands in front") { leftovers.append(leftover) }
        }
        var table = RawTable(form: form, cells: cells)
        table.moneyHeader = moneyHeader()
        return table
    }

    private var maker: CellMaker { CellMaker(list: reading.list) }

    // MARK: - Rows

    /// Reads one row of the form from the hits that name it.
    private mutating func read(_ row: Int, _ spec: TableSpec, _ hits: [Hit], _ cells: inout [RawCell], _ isUsed: inout [Bool]) {
        // Prose above the table names rows and figures too. A row whose header is gone begins its line, and is spelled right.
        let isInTable = hits.contains { $0.isInTable && ($0.row ?? $0.naming.row(spec.form)) == row }
        let isHeaded = hits.contains { $0.isInTable && $0.run >= 0 }
        func isMine(_ hit: Hit) -> Bool {
            hit.isInTable == isInTable && (hit.row ?? hit.naming.row(spec.form)) == row
                && (!isHeaded || hit.isInTable || beginsLine(hit))
        }
        var best: Hit?
        var filled = 0
        for hit in hits where isMine(hit) {
            if hit.isFilled {
                filled += 1
                isUsed[hit.run] = true
            }
            // The first with values, else the first with a run, else the first.
            guard let known = best, hit.rank <= known.rank else {
                best = hit
                continue
            }
        }
        let places = spec.rows[row].cells
        guard let best else {
            return note(.rowMissing, "the row \(spec.rows[row].code) was not found", nil)
        }
        guard best.run >= 0 else {
            let isLost =
                hits.contains { $0.run >= 0 } || reading.hasBareRuns || reading.list.hidesFigures
                || TextHabits(reading).hasLinesRemoved
            for cell in places { cells[cell] = RawCell(status: isLost ? .unreadable : .blank) }
            return
        }
        let run = reading.runs[best.run]
        if filled > 1, disagree(hits.filter { $0.isFilled && isMine($0) }) {
            note(.duplicateRow, "the row \(spec.rows[row].code) stands more than once, with different values", run)
            cells.replaceSubrange(places, with: maker.unreadable(run, places.count))
        } else {
            place(run, row, spec, &cells)
        }
        for cell in places where best.row != nil && cells[cell].status == .reported {
            cells[cell].status = .inferred
            cells[cell].rule = .neighbours
        }
    }

    private func rowHits() -> [Hit] {
        var header = Int.max
        for mention in reading.mentions where mention.naming.column != nil || mention.naming.isHeading {
            header = min(header, mention.first)
        }
        var hits: [Hit] = []
        hits.reserveCapacity(reading.runs.count + 8)
        var isOwner = [Bool](repeating: false, count: reading.list.pieces.count)
        for index in reading.runs.indices {
            guard let mention = reading.runs[index].mention else { continue }
            isOwner[mention.last] = true
            let isFilled = reading.runs[index].pieces.contains { reading.list.pieces[$0].kind != .blank }
            hits.append(
                Hit(naming: mention.naming, first: mention.first, run: index, isInTable: mention.first >= header, isFilled: isFilled))
        }
        for mention in reading.mentions where mention.naming.isRow && !isOwner[mention.last] {
            hits.append(
                Hit(naming: mention.naming, first: mention.first, run: -1, isInTable: mention.first >= header, isFilled: false))
        }
        if zip(hits, hits.dropFirst()).contains(where: { $0.first > $1.first }) { hits.sort { $0.first < $1.first } }
        return hits
    }

    /// Rows whose label cannot be read, in their place between two others.
    private func hitsByNeighbours(_ hits: [Hit], _ spec: TableSpec) -> [Hit] {
        let owned = hits.filter { $0.run >= 0 && $0.naming.row(spec.form) >= 0 }.map { hit in
            (row: hit.naming.row(spec.form), piece: reading.runs[hit.run].pieces[0])
        }
        let named = Set(hits.map { $0.naming.row(spec.form) })
        let found = reading.rowsByNeighbours(owned, isOpen: { !named.contains($0) }, width: { spec.rows[$0].cells.count })
        return found.map { row, run in
            Hit(naming: Naming(), first: reading.runs[run].pieces[0], run: run, isInTable: true, isFilled: true, row: row)
        }
    }

    private func beginsLine(_ hit: Hit) -> Bool {
        guard hit.run >= 0, let mention = reading.runs[hit.run].mention else { return false }
        return !mention.isMisprinted && reading.list.pieces[mention.first].flags.contains(.startsLine)
    }

    private func disagree(_ hits: [Hit]) -> Bool {
        let values = hits.map { hit in
            reading.runs[hit.run].pieces.filter { reading.list.pieces[$0].kind != .blank }.map { reading.list.pieces[$0].integer }
        }
        return values.contains { $0 != values[0] }
    }

    // MARK: - Values

    private mutating func place(_ run: Run, _ index: Int, _ spec: TableSpec, _ cells: inout [RawCell]) {
        let places = spec.rows[index].cells
        let width = places.count
        let first = places.lowerBound
        if run.bareLabelsBefore >= 1, run.pieces.count(where: { reading.list.pieces[$0].kind != .blank }) > width {
            note(.valuesUnplaced, "values and labels were copied apart: \(spec.rows[index].code) and those before it", run)
            cells.replaceSubrange(places, with: maker.unreadable(run, width))
            return
        }
        let row = spec.rows[index]
        if doubts.concern(run, width, reading) {
            note(.valuesUnplaced, "the print leaves open which cells the values of \(row.code) belong to", run)
            leave(run.pieces, "empty cells of this table go lost, or labels and values were copied apart")
            cells.replaceSubrange(places, with: maker.unreadable(run, width))
            return
        }
        if isUnderOthers(run, places, spec.form) {
            note(.valuesUnplaced, "the columns over \(row.code) are none of the form's", run)
            leave(run.pieces, "the columns over it are none of the form's")
            cells.replaceSubrange(places, with: maker.unreadable(run, width))
            return
        }
        let order = columnOrder(run, places, spec.form)
        let isOnce = run.pieces.count <= width
        let pieces = isOnce ? [] : once(run, row, spec)
        if isOnce || pieces.count == run.pieces.count, let (numbers, rule) = full(run, width) {
            for position in 0..<width {
                cells[first + (order?[position] ?? position)] = reading.list.number(numbers + position, rule)
            }
            return
        }
        let columns = order ?? Array(0..<width)
        let fitter = RowFitter(list: reading.list)
        let values = isOnce ? Array(run.pieces) : pieces
        var result = fitter.fit(values, width: width, isSound: { _ in true })
        if case .open = result, let fit = fitter.crowded(values, width: width) { result = .placed(fit) }
        switch result {
        case .placed(let fit):
            for (position, cell) in maker.cells(fit, fit.rule, isInferred: fit.isInferred).enumerated() {
                cells[first + columns[position]] = cell
            }
            leave(fit.dropped, "surplus in a full row")
            if !fit.crowded.isEmpty { note(.valuesUnplaced, "a cell of \(row.code) holds more than one value", run) }
        case .open(let fits):
            if let found = byPosition(run, row, spec, columns) {
                cells.replaceSubrange(places, with: found)
                return
            }
            note(.valuesUnplaced, "the print leaves open which columns the values of \(row.code) belong to", run)
            leave(run.pieces, "\(fits.count) ways to put the row's values into its columns")
            cells.replaceSubrange(places, with: maker.unreadable(run, width))
        case .impossible:
            note(.valuesUnplaced, "\(run.pieces.count) values cannot be put into the columns of \(row.code)", run)
            leave(run.pieces, "not as many values as columns")
            cells.replaceSubrange(places, with: maker.unreadable(run, width))
        }
    }

    /// The first of as many numbers as columns, as nearly every row has them: alone, or each in a cell of its own with nothing but
    /// empty cells on either side.
    private func full(_ run: Run, _ width: Int) -> (first: Int, rule: PlacementRule)? {
        guard let start = reading.list.fullStart(run.pieces, width) else { return nil }
        let first = run.pieces[start]
        if run.pieces.count == width { return (first, .fullRow) }
        let pieces = reading.list.pieces
        guard pieces[first].flags.contains(.delimited) else { return nil }
        for at in first..<(first + width - 1) where pieces[at].line == pieces[at + 1].line && pieces[at].left == pieces[at + 1].left {
            return nil
        }
        return (first, .columns)
    }

    private mutating func leave(_ pieces: some Collection<Int>, _ reason: String) {
        if let leftover = maker.leftover(pieces, .disclosures, reason) { leftovers.append(leftover) }
    }

    /// The values of a run without those that a converter has printed once for each column of a merged cell: the header stands
    /// there as often, and the values are the same.
    private func once(_ run: Run, _ row: RowSpec, _ spec: TableSpec) -> [Int] {
        let codes = Self.codes(spec.form)[row.cells]
        guard run.pieces.count > codes.count else { return Array(run.pieces) }
        var header: [PartCode] = []
        var line: Int32 = -1
        for mention in reading.mentions where mention.last < run.pieces[0] {
            guard let code = mention.naming.column else {
                if mention.naming.isHeading { header = [] }
                continue
            }
            if reading.list.pieces[mention.first].line != line { header = [] }
            line = reading.list.pieces[mention.first].line
            header.append(code)
        }
        guard header.count == run.pieces.count else { return Array(run.pieces) }
        var kept: [Int] = []
        for (position, piece) in run.pieces.enumerated() {
            if position > 0, header[position] == header[position - 1] {
                let (this, before) = (reading.list.pieces[piece], reading.list.pieces[run.pieces[position - 1]])
                guard document.text[this.span.range] == document.text[before.span.range] else { return Array(run.pieces) }
                continue
            }
            kept.append(piece)
        }
        return kept.count == codes.count ? kept : Array(run.pieces)
    }

    /// The values' cells, where each stands under one header of the row's own, and no other.
    private func byPosition(_ run: Run, _ row: RowSpec, _ spec: TableSpec, _ order: [Int]) -> [RawCell]? {
        let shown = run.pieces.filter { reading.list.pieces[$0].kind != .blank }
        let first = reading.list.pieces[run.pieces[0]]
        guard !first.flags.contains(.delimited), shown.allSatisfy({ reading.list.pieces[$0].line == first.line }) else { return nil }
        let codes = Self.codes(spec.form)[row.cells]
        var headers: [PartCode: (left: Int32, right: Int32)] = [:]
        for mention in reading.mentions where mention.last < run.pieces[0] {
            guard let code = mention.naming.column, codes.contains(code) else { continue }
            let (start, end) = (reading.list.pieces[mention.first], reading.list.pieces[mention.last])
            headers[code] = (min(start.left, end.left), max(start.right, end.right))
        }
        guard headers.count == codes.count, isAligned(run, spec) else { return nil }
        var stretches = Array(headers.values)
        var full: [[(left: Int32, right: Int32)]] = []
        for other in reading.runs where isNeighbour(other, row, spec) {
            let own = other.pieces.map { (left: reading.list.pieces[$0].left, right: reading.list.pieces[$0].right) }
            stretches += own
            if own.count == codes.count { full.append(own) }
        }
        let places = ColumnPlaces(stretches)
        guard ColumnPlaces(Array(headers.values)).count == codes.count, places.count == codes.count, full.allSatisfy({ places.places($0) != nil }),
            let found = places.places(shown.map { (reading.list.pieces[$0].left, reading.list.pieces[$0].right) })
        else { return nil }
        var cells = Array(repeating: RawCell(status: .blank, rule: .position), count: codes.count)
        for (piece, place) in zip(shown, found) { cells[order[place]] = maker.cell(piece, .position, isInferred: false) }
        return cells
    }

    /// Whether a run belongs to a row under the same headers.
    private func isNeighbour(_ run: Run, _ row: RowSpec, _ spec: TableSpec) -> Bool {
        guard let other = run.mention?.naming.row(spec.form), other >= 0 else { return false }
        return spec.rows[other].article == row.article
    }

    /// By position in the row: the form's column, where the last header above names all columns in another order than the form's;
    /// nil otherwise.
    private func columnOrder(_ run: Run, _ cells: Range<Int>, _ form: FormVersion) -> [Int]? {
        guard cells.count > 1 else { return nil }
        let codes = Self.codes(form)[cells]
        var header: [(column: Int, left: Int32)] = []
        // How many columns the header names, and whether they stand in the form's order.
        var count = 0
        var isStandard = true
        var line: Int32 = -1
        for mention in reading.mentions where mention.last < run.pieces[0] {
            guard let code = mention.naming.column else {
                if mention.naming.isHeading { count = 0 }
                continue
            }
            let (at, left) = (reading.list.pieces[mention.first].line, reading.list.pieces[mention.first].left)
            // A header wrapped in its cell, one whose characters were read across the cells, say nothing of the order.
            guard reading.list.pieces[mention.first].flags.contains(.delimited), reading.list.pieces[mention.last].line == at else { return nil }
            if at != line { count = 0 }
            line = at
            if count == 0 {
                header.removeAll(keepingCapacity: true)
                isStandard = true
            }
            let column = codes.firstIndex(of: code).map { $0 - codes.startIndex } ?? -1
            if isStandard, column != count || header.last.map({ $0.left >= left }) ?? false { isStandard = false }
            header.append((column, left))
            count += 1
        }
        guard count == codes.count, !isStandard else { return nil }
        header.sort { $0.left < $1.left }
        let order = header.map(\.column)
        return order.sorted().elementsEqual(0..<codes.count) ? order : nil
    }

    /// The unit that the header over a sum of money prints.
    private func moneyHeader() -> PrintedMoneyUnit? {
        for mention in reading.mentions {
            guard mention.naming.column == Self.amount else { continue }
            let start = Int(reading.list.pieces[mention.first].span.start)
            let line = reading.list.pieces[mention.last]
            // The unit may stand behind the label, in brackets of its own, down to the end of the cell.
            let end = min(Int(line.span.end) + 24, document.text.count)
            if let unit = MoneyWords.unit(document.text.span, start, end) { return unit }
        }
        return nil
    }

    private mutating func note(_ code: FindingCode, _ message: String, _ run: Run?) {
        let place = run.map { reading.list.pieces[$0.pieces[0]].locator } ?? .none
        findings.append(Finding(.extract, .warning, code, message, at: place))
    }
}
