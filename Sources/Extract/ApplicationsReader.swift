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

    mutating func read() -> RawTable {
        let headers = HeaderBlocks(reading)
        let hits = rowHits(headers)
        guard let form = form(hits) else {
            return RawTable()
        }
        let spec = CodeTable.shared.spec(form, .applications)
        var rows = RowSet(spec.rows.count)
        for hit in hits {
            let row = hit.naming.row(form)
            if row >= 0 { rows.add(row, hit.run) }
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
    struct Hit {
        var naming: Naming
        var first: Int
        var run: Run?
    }

    private func rowHits(_ headers: HeaderBlocks) -> [Hit] {
        var hits: [Hit] = []
        var owned = [Bool](repeating: false, count: reading.list.pieces.count)
        for run in reading.runs {
            guard let mention = run.mention, !headers.contains(mention) else { continue }
            let naming = settled(mention)
            guard naming.isRow else { continue }
            owned[mention.last] = true
            hits.append(Hit(naming: naming, first: mention.first, run: run))
        }
        for mention in reading.mentions where !owned[mention.last] && !headers.contains(mention) {
            let naming = settled(mention)
            if naming.isRow { hits.append(Hit(naming: naming, first: mention.first, run: nil)) }
        }
        return hits.sorted { $0.first < $1.first }
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
        if sixth.contains(where: { hit in hit.run.map { $0.pieces.contains { reading.list.pieces[$0].kind != .blank } } ?? false }) {
            return .form2019
        }
        guard let position = hits.firstIndex(where: { $0.naming.row2019 == others.older }), position + 1 < hits.count else { return nil }
        // A sixth group without sub-rows, the total right behind it.
        return hits[position + 1].naming.row2019 == totalRow ? .form2019 : nil
    }

    /// A row without a label, seven values between two rows that the form has one row between.
    private mutating func labelless(_ spec: TableSpec, _ rows: inout RowSet) {
        let owned = rows.runs.enumerated().compactMap { row, runs in runs.first.map { (row, $0.pieces[0]) } }.sorted { $0.1 < $1.1 }
        for run in reading.runs where run.mention == nil && !run.hasStrangeText && run.pieces.count == width {
            guard let before = owned.last(where: { $0.1 < run.pieces[0] }), let after = owned.first(where: { $0.1 > run.pieces[0] }),
                after.0 == before.0 + 2, rows.isAbsent(before.0 + 1)
            else { continue }
            rows.add(before.0 + 1, run, isInferred: true)
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
