internal import Codebook
internal import HanText
internal import ReportModel

/// Reads section 2: small tables of one to three columns, each row under headers of its own.
struct DisclosuresReader {
    var reading: TableReading
    let document: Document
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

    private static func codes(_ form: FormVersion) -> [PartCode] { form == .form2019 ? columns2019 : columns2021 }

    private struct Hit {
        var naming: Naming
        var first: Int
        var run: Run?
        /// Headers of the table stand somewhere above: prose that names a row has none.
        var isInTable: Bool
        /// The row is known by its neighbours, not by its label.
        var row: Int?
    }

    mutating func read() -> RawTable {
        var hits = rowHits()
        guard let form = form(hits) else { return RawTable() }
        let spec = CodeTable.shared.spec(form, .disclosures)
        hits += hitsByNeighbours(hits, spec)
        let habits = TextHabits(reading)
        var cells = Array(repeating: RawCell.absent, count: spec.cells.count)
        var used: [[Int]] = []
        let isHeaded = hits.contains { $0.isInTable && $0.run != nil }
        let hasAnyValue = hits.contains { $0.run != nil }
        for (row, rowSpec) in spec.rows.enumerated() {
            var mine = hits.filter { ($0.row ?? $0.naming.row(form)) == row }
            // Prose above the table names rows and figures too. A row whose header is gone begins its line, and is spelled right.
            if mine.contains(where: \.isInTable) { mine.removeAll { !$0.isInTable } }
            if isHeaded { mine.removeAll { !$0.isInTable && !beginsLine($0) } }
            let filled = mine.filter { hit in hit.run.map { $0.pieces.contains { reading.list.pieces[$0].kind != .blank } } ?? false }
            let hit = filled.first ?? mine.first { $0.run != nil } ?? mine.first
            guard let hit else {
                note(.rowMissing, "the row \(rowSpec.code) was not found", nil)
                continue
            }
            used += filled.compactMap { $0.run?.pieces }
            let width = rowSpec.cells.count
            guard let run = hit.run else {
                let status: CellStatus = hasAnyValue || habits.hasLinesRemoved || reading.list.hidesFigures ? .unreadable : .blank
                for cell in rowSpec.cells { cells[cell] = RawCell(status: status) }
                continue
            }
            let placed: [RawCell]
            if filled.count > 1, disagree(filled) {
                note(.duplicateRow, "the row \(rowSpec.code) stands more than once, with different values", run)
                placed = maker.unreadable(run, width)
            } else {
                placed = place(run, rowSpec, spec, width)
            }
            for (position, cell) in rowSpec.cells.enumerated() {
                cells[cell] = placed[position]
                if hit.row != nil, placed[position].status == .reported {
                    cells[cell].status = .inferred
                    cells[cell].rule = .neighbours
                }
            }
        }
        for run in reading.runs where !used.contains(run.pieces) && !run.hasStrangeText {
            if let leftover = maker.leftover(run.pieces, .disclosures, "no label stands in front") { leftovers.append(leftover) }
        }
        var table = RawTable(form: form, cells: cells)
        table.moneyHeader = moneyHeader()
        return table
    }

    private var maker: CellMaker { CellMaker(list: reading.list) }

    // MARK: - Rows

    private func rowHits() -> [Hit] {
        var hits: [Hit] = []
        let header = reading.mentions.filter { $0.naming.column != nil || $0.naming.isHeading }.map(\.first).min() ?? Int.max
        var owners: Set<Int> = []
        for run in reading.runs {
            guard let mention = run.mention else { continue }
            owners.insert(mention.last)
            hits.append(Hit(naming: mention.naming, first: mention.first, run: run, isInTable: mention.first >= header))
        }
        for mention in reading.mentions where !owners.contains(mention.last) && mention.naming.isRow {
            hits.append(Hit(naming: mention.naming, first: mention.first, run: nil, isInTable: mention.first >= header))
        }
        return hits.sorted { $0.first < $1.first }
    }

    /// Rows whose label cannot be read, in their place between two others.
    private func hitsByNeighbours(_ hits: [Hit], _ spec: TableSpec) -> [Hit] {
        let owned = hits.compactMap { hit in hit.run.map { (row: hit.naming.row(spec.form), piece: $0.pieces[0]) } }.filter { $0.row >= 0 }
        let named = Set(hits.map { $0.naming.row(spec.form) })
        let found = reading.rowsByNeighbours(owned, isOpen: { !named.contains($0) }, width: { spec.rows[$0].cells.count })
        return found.map { Hit(naming: Naming(), first: $0.run.labelPiece, run: $0.run, isInTable: true, row: $0.row) }
    }

    private func beginsLine(_ hit: Hit) -> Bool {
        hit.run?.mention.map { $0.nearest < 0 && reading.list.pieces[$0.first].flags.contains(.startsLine) } ?? false
    }

    private func disagree(_ hits: [Hit]) -> Bool {
        let values = hits.map { ($0.run?.pieces ?? []).filter { reading.list.pieces[$0].kind != .blank }.map { reading.list.pieces[$0].integer } }
        return values.contains { $0 != values[0] }
    }

    /// The headers tell the form; where they are gone, the rows that only one form has, or the number of values in a row.
    private func form(_ hits: [Hit]) -> FormVersion? {
        var votes: [FormVersion: Int] = [:]
        for mention in reading.mentions {
            guard let form = mention.naming.columnForm else { continue }
            votes[form, default: 0] += 2
        }
        for hit in hits {
            if let form = hit.naming.rowForm { votes[form, default: 0] += 3 }
        }
        let older = votes[.form2019] ?? 0
        let newer = votes[.form2021] ?? 0
        if older != newer { return older > newer ? .form2019 : .form2021 }
        guard older == 0 else { return nil }
        let spec = CodeTable.shared.spec(.form2021, .disclosures)
        let single = Set(spec.rows.indices.filter { spec.rows[$0].cells.count == 1 && spec.rows[$0].code != "fees" })
        let counts = hits.filter { single.contains($0.naming.row2021) }.compactMap { hit in hit.run.map { $0.pieces.count { reading.list.pieces[$0].kind != .blank } } }
        if counts.count >= 2, counts.allSatisfy({ $0 == 3 }) { return .form2019 }
        if counts.count >= 2, counts.allSatisfy({ $0 == 1 }) { return .form2021 }
        return nil
    }

    // MARK: - Values

    private mutating func place(_ run: Run, _ row: RowSpec, _ spec: TableSpec, _ width: Int) -> [RawCell] {
        if run.bareLabelsBefore >= 1, run.pieces.filter({ reading.list.pieces[$0].kind != .blank }).count > width {
            note(.valuesUnplaced, "values and labels were copied apart: \(row.code) and those before it", run)
            return maker.unreadable(run, width)
        }
        let order = columnOrder(run, row, spec)
        switch RowFitter(list: reading.list).fit(once(run, row, spec), width: width, isSound: { _ in true }) {
        case .placed(let fit):
            var cells = Array(repeating: RawCell.absent, count: width)
            for (position, piece) in fit.columns.enumerated() {
                cells[order[position]] = maker.cell(piece, fit.rule, isInferred: fit.isInferred)
            }
            if let leftover = maker.leftover(fit.dropped, .disclosures, "surplus in a full row") { leftovers.append(leftover) }
            return cells
        case .open(let fits):
            if let cells = byPosition(run, row, spec, order) { return cells }
            note(.valuesUnplaced, "the print leaves open which columns the values of \(row.code) belong to", run)
            if let leftover = maker.leftover(run.pieces, .disclosures, "\(fits.count) ways to put the row's values into its columns") { leftovers.append(leftover) }
            return maker.unreadable(run, width)
        case .impossible:
            note(.valuesUnplaced, "\(run.pieces.count) values cannot be put into the columns of \(row.code)", run)
            if let leftover = maker.leftover(run.pieces, .disclosures, "not as many values as columns") { leftovers.append(leftover) }
            return maker.unreadable(run, width)
        }
    }

    /// The values of a run without those that a converter has printed once for each column of a merged cell: the header stands
    /// there as often, and the values are the same.
    private func once(_ run: Run, _ row: RowSpec, _ spec: TableSpec) -> [Int] {
        let codes = Array(Self.codes(spec.form)[row.cells])
        guard run.pieces.count > codes.count else { return run.pieces }
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
        guard header.count == run.pieces.count else { return run.pieces }
        var kept: [Int] = []
        for (position, piece) in run.pieces.enumerated() {
            if position > 0, header[position] == header[position - 1] {
                let (this, before) = (reading.list.pieces[piece], reading.list.pieces[run.pieces[position - 1]])
                guard document.text[this.span.range] == document.text[before.span.range] else { return run.pieces }
                continue
            }
            kept.append(piece)
        }
        return kept.count == codes.count ? kept : run.pieces
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
        guard headers.count == codes.count else { return nil }
        var stretches = Array(headers.values)
        var full: [[(left: Int32, right: Int32)]] = []
        for other in reading.runs where isNeighbour(other, row, spec) {
            let own = other.pieces.map { (left: reading.list.pieces[$0].left, right: reading.list.pieces[$0].right) }
            stretches += own
            if own.count == codes.count { full.append(own) }
        }
        let places = ColumnPlaces(stretches)
        guard places.count == codes.count, full.allSatisfy({ places.places($0) != nil }),
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

    /// By position in the row: the form's column. Another order than the form's only where the last header above names all columns so.
    private func columnOrder(_ run: Run, _ row: RowSpec, _ spec: TableSpec) -> [Int] {
        let standard = Array(0..<row.cells.count)
        guard standard.count > 1 else { return standard }
        let codes = Self.codes(spec.form)[row.cells]
        var header: [(column: Int, left: Int32)] = []
        var line: Int32 = -1
        for mention in reading.mentions where mention.last < run.pieces[0] {
            guard let code = mention.naming.column else {
                if mention.naming.isHeading { header = [] }
                continue
            }
            let at = reading.list.pieces[mention.first].line
            guard reading.list.pieces[mention.first].flags.contains(.delimited) else { return standard }
            if at != line { header = [] }
            line = at
            header.append(((codes.firstIndex(of: code) ?? -1 + codes.startIndex) - codes.startIndex, reading.list.pieces[mention.first].left))
        }
        let order = header.sorted { $0.left < $1.left }.map(\.column)
        return order.count == codes.count && order.sorted() == standard ? order : standard
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
