internal import Codebook
internal import ReportModel

/// Reads section 3: the rows by their labels, the seven applicant columns by their order, place or arithmetic.
struct ApplicationsReader {
    var reading: TableReading
    let width = 7
    /// Rows that 其他 may name, by form.
    private let others: (older: Int, newer: Int)
    private let totalRow: Int
    var findings: [Finding] = []
    var leftovers: [Leftover] = []

    init(_ document: Document, _ lines: Range<Int>, except furniture: [Int]) {
        reading = TableReading(document, lines, except: furniture, .applications)
        let older = CodeTable.shared.spec(.form2019, .applications)
        others = (older.row("other") ?? -1, CodeTable.shared.spec(.form2021, .applications).row("other.other") ?? -1)
        totalRow = older.row("total") ?? -1
    }

    /// - Parameter neighbour: the form of the table before, for where nothing in this one tells.
    mutating func read(besides neighbour: FormVersion?) -> RawTable {
        let headers = HeaderBlocks(reading)
        let hits = rowHits(headers)
        guard let form = form(hits) ?? formByRuns(hits) ?? (isTable(hits) ? neighbour : nil) else { return RawTable() }
        let spec = CodeTable.shared.spec(form, .applications)
        var rows = RowSet(spec.rows.count)
        let doubted = betweenLabels(hits, form, headers)
        for hit in hits {
            let row = hit.naming.row(form)
            if row >= 0 { rows.add(row, doubted.contains(hit.run) ? nil : run(of: hit)) }
        }
        labelless(spec, &rows)
        let order = headers.order
        var fitter = RowPlacer(reading: reading, spec: spec, width: width, columnOrder: order)
        var table = fitter.place(&rows)
        table.form = form
        findings += fitter.findings
        leftovers += fitter.leftovers + strays(rows)
        return table
    }

    // MARK: - Rows

    /// A row's label as found, with its values if there are any.
    private struct Hit {
        var naming: Naming
        /// Where the label begins.
        var first: Int
        /// Index of the run; -1 for none.
        var run: Int
    }

    private func run(of hit: Hit) -> Run? { hit.run >= 0 ? reading.runs[hit.run] : nil }

    private func rowHits(_ headers: HeaderBlocks) -> [Hit] {
        var hits: [Hit] = []
        hits.reserveCapacity(reading.runs.count + 8)
        var owned = [Bool](repeating: false, count: reading.list.pieces.count)
        // Where the row 总计 has its number, the word alone is the column's name.
        let isTotalNumbered = reading.mentions.contains { $0.naming.row2019 == totalRow && $0.enumeratorKind == .bracketed }
        for index in reading.runs.indices {
            guard let mention = reading.runs[index].mention, !headers.contains(mention) else { continue }
            let naming = settled(mention)
            guard naming.isRow, !isTotalNumbered || naming.row2019 != totalRow || mention.enumeratorKind != .none else { continue }
            owned[mention.last] = true
            hits.append(Hit(naming: naming, first: mention.first, run: index))
        }
        for mention in reading.mentions where mention.naming.isRow && !owned[mention.last] && !headers.contains(mention) {
            let naming = settled(mention)
            if naming.isRow { hits.append(Hit(naming: naming, first: mention.first, run: -1)) }
        }
        if zip(hits, hits.dropFirst()).contains(where: { $0.first > $1.first }) { hits.sort { $0.first < $1.first } }
        return hits
    }

    /// Runs that may be the values of the label behind them: values without a label begin a stretch in which labels and values take turns, a
    /// line each, and a label without values ends it. Each value may stand in front of its label, then.
    private mutating func betweenLabels(_ hits: [Hit], _ form: FormVersion, _ headers: HeaderBlocks) -> Set<Int> {
        var doubted: Set<Int> = []
        for index in reading.runs.indices where isBareLine(reading.runs[index], headers) {
            let last = reading.runs[index].pieces[0]
            let named = hits.filter { $0.first > last && $0.naming.row(form) >= 0 }
            guard let next = named.first, index + 1 == reading.runs.count || reading.runs[index + 1].pieces[0] > next.first,
                let bare = named.firstIndex(where: { $0.run < 0 || sharesLine($0.run) }), bare > 0, named[bare].run < 0
            else { continue }
            doubted.formUnion(named[..<bare].map(\.run))
            findings.append(
                Finding(
                    .extract, .warning, .rowUnplaced, "values in front of a label, and behind those that follow: which they belong to is open",
                    at: reading.list.pieces[last].locator))
        }
        return doubted
    }

    /// Whether a run is a line of values without a label, or two rows' lines with none between them; figures that only count the columns
    /// are neither.
    private func isBareLine(_ run: Run, _ headers: HeaderBlocks) -> Bool {
        let first = reading.list.pieces[run.pieces[0]]
        guard first.flags.isDisjoint(with: [.delimited, .alone]), run.pieces.count >= width / 2, !run.hasStrangeText else { return false }
        guard run.mention.map(headers.contains) ?? true || run.pieces.count == 2 * width else { return false }
        return run.pieces.enumerated().contains { reading.list.pieces[$0.element].integer != Int64($0.offset) + (first.integer ?? 0) }
    }

    /// Whether a run's first value stands on its label's line: then it is that label's.
    private func sharesLine(_ run: Int) -> Bool {
        guard let label = reading.runs[run].mention else { return false }
        let value = reading.runs[run].pieces[0]
        return value < label.last || reading.list.pieces[label.last].line == reading.list.pieces[value].line
    }

    /// 其他 is a column, the sixth group of form 2019, or the third row of that group in form 2021: its number tells.
    private func settled(_ mention: Mention) -> Naming {
        var naming = mention.naming
        guard naming.row2021 == others.newer, naming.row2019 == others.older else { return naming }
        switch mention.enumeratorKind {
        case .digits: naming.row2019 = -1
        case .bracketed: naming.row2021 = -1
        default: break
        }
        return naming
    }

    /// The form shows in its rows: 2021 has sub-rows under 其他处理, 2019 has values there.
    private func form(_ hits: [Hit]) -> FormVersion? {
        if hits.contains(where: { $0.naming.rowForm == .form2021 && $0.naming.row2021 != others.newer }) { return .form2021 }
        let sixth = hits.filter { $0.naming.row2019 == others.older }
        if sixth.contains(where: { hit in run(of: hit)?.pieces.contains { reading.list.pieces[$0].kind != .blank } ?? false }) {
            return .form2019
        }
        guard let position = hits.firstIndex(where: { $0.naming.row2019 == others.older }), position + 1 < hits.count else { return nil }
        // A sixth group without sub-rows, the total right behind it.
        return hits[position + 1].naming.row2019 == totalRow ? .form2019 : nil
    }

    /// The form by how many rows stand between the last of 不予处理 and 总计, whatever they are called: one in 2019, three in 2021.
    private func formByRuns(_ hits: [Hit]) -> FormVersion? {
        guard let before = hits.last(where: { $0.naming.row2019 == others.older - 1 }), let lower = run(of: before)?.pieces.last,
            let after = hits.last(where: { $0.naming.row2019 == totalRow }), let upper = run(of: after)?.pieces.first, lower < upper
        else { return nil }
        let rows = reading.runs.count { $0.pieces[0] > lower && $0.pieces[0] < upper && $0.pieces.count >= width }
        return rows <= 1 ? .form2019 : rows <= 3 ? .form2021 : nil
    }

    /// Whether so many rows were found that there is no doubt that the table is there.
    private func isTable(_ hits: [Hit]) -> Bool { Set(hits.filter { $0.run >= 0 }.map(\.naming.row2019)).count >= 8 }

    /// Rows without a label, or with one that cannot be read: as many runs of seven values between two rows as the form has there.
    private mutating func labelless(_ spec: TableSpec, _ rows: inout RowSet) {
        guard reading.hasBareRuns else { return }
        let owned = spec.rows.indices.compactMap { row in rows.first(row).map { (row: row, piece: $0.pieces[0]) } }
        for (row, run) in reading.rowsByNeighbours(owned, isOpen: rows.isAbsent, width: { _ in width }) {
            rows.add(row, reading.runs[run], isInferred: true)
        }
    }

    /// Values that belong to no row.
    private mutating func strays(_ rows: RowSet) -> [Leftover] {
        var found: [Leftover] = []
        for run in reading.runs where run.mention == nil && !rows.holds(run) {
            let reason = run.hasStrangeText ? "the text in front is no label of the form" : "no label stands in front"
            let numbers = run.pieces.filter { reading.list.pieces[$0].kind == .number }
            if numbers.count >= width {
                findings.append(
                    Finding(
                        .extract, .warning, .rowUnplaced, "\(numbers.count) values belong to no row: \(reason)",
                        at: reading.list.pieces[numbers[0]].locator))
            }
            if let leftover = CellMaker(list: reading.list).leftover(run.pieces, .applications, reason) { found.append(leftover) }
        }
        return found
    }
}
