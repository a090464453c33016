internal import Codebook
internal import ReportModel

/// Reads section 3: the rows by their labels, the seven applicant columns by their order, place or arithmetic.
struct ApplicationsReader {
    var reading: TableReading
    let width = 7
    var findings: [Finding] = []
    var leftovers: [Leftover] = []

    init(_ document: Document, _ lines: Range<Int>) {
        reading = TableReading(document, lines, .applications)
    }

    mutating func read() -> RawTable {
        let headers = HeaderBlocks(reading)
        let hits = rowHits(headers)
        guard let form = form(hits, headers) else {
            return RawTable()
        }
        let spec = CodeTable.shared.spec(form, .applications)
        var rows = RowSet(spec.rows.count)
        for hit in hits {
            guard let row = hit.row(form) else { continue }
            rows.add(row, hit.run)
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
        var labels: [Label]
        var mention: Mention
        var run: Run?

        func row(_ form: FormVersion) -> Int? {
            for label in labels {
                let row = form == .form2019 ? label.row2019 : label.row2021
                if row >= 0 { return row }
            }
            return nil
        }

        func has(_ code: String) -> Bool { labels.contains { $0.code == code } }
    }

    private func rowHits(_ headers: HeaderBlocks) -> [Hit] {
        var hits: [Hit] = []
        var owners: Set<[Int]> = []
        for run in reading.runs {
            guard let mention = run.mention, !headers.contains(mention) else { continue }
            let labels = settled(reading.rows(mention), mention)
            guard !labels.isEmpty else { continue }
            owners.insert([mention.first, mention.last, Int(mention.state)])
            hits.append(Hit(labels: labels, mention: mention, run: run))
        }
        for mention in reading.mentions where !headers.contains(mention) && !owners.contains([mention.first, mention.last, Int(mention.state)]) {
            let labels = settled(reading.rows(mention), mention)
            if !labels.isEmpty { hits.append(Hit(labels: labels, mention: mention, run: nil)) }
        }
        return hits.sorted { $0.mention.first < $1.mention.first }
    }

    /// 其他 is a column, the sixth group of form 2019, or the third row of that group in form 2021: its number tells.
    private func settled(_ labels: [Label], _ mention: Mention) -> [Label] {
        guard labels.contains(where: { $0.code == "other.other" }) else { return labels }
        switch mention.enumeratorKind {
        case .digits: return labels.filter { $0.code == "other.other" }
        case .bracketed: return labels.filter { $0.code == "other" }
        default: return labels
        }
    }

    /// The form shows in its rows: 2021 has sub-rows under 其他处理, 2019 has values there.
    private func form(_ hits: [Hit], _ headers: HeaderBlocks) -> FormVersion? {
        let subRows = hits.contains { $0.has("other.correction_overdue") || $0.has("other.fee_overdue") }
        if subRows { return .form2021 }
        let others = hits.filter { $0.has("other") }
        let hasValues = others.contains { hit in hit.run.map { $0.pieces.contains { reading.list.pieces[$0].kind != .blank } } ?? false }
        if hasValues { return .form2019 }
        guard !others.isEmpty, let position = hits.firstIndex(where: { $0.has("other") }), position + 1 < hits.count else {
            return nil
        }
        // A sixth group without sub-rows, the total right behind it.
        return hits[position + 1].has("total") ? .form2019 : nil
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
            if let leftover = CellMaker(list: reading.list).leftover(run.pieces, .applications, reason) { found.append(leftover) }
        }
        return found
    }
}
