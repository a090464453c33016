internal import ReportModel

/// Section 4 as a list: the name of an outcome, then its value.
extension ProceedingsReader {
    struct Pair {
        /// The procedure named last; nil where none was named yet.
        var procedure: Int?
        /// The outcome.
        var label: Mention
        var run: Run
    }

    /// Puts the values of a list into their cells, where it is a list: one outcome with a value behind it may be the last of a row of
    /// headers.
    func placePairs(_ pairs: [Pair], _ cells: inout [RawCell?]) {
        guard let order = procedures(of: pairs) else { return }
        var places: [Int: Pair] = [:]
        var repeated: Set<Int> = []
        for (pair, procedure) in zip(pairs, order) {
            guard let procedure else { continue }
            let place = procedure * width + pair.label.naming.columnIndex
            if places.updateValue(pair, forKey: place) != nil { repeated.insert(place) }
        }
        for (place, pair) in places where cells[place] == nil && !repeated.contains(place) {
            let shown = pair.run.pieces.first { reading.list.pieces[$0].kind != .blank } ?? pair.run.pieces[0]
            cells[place] = maker.cell(shown, .heading, isInferred: false)
        }
    }

    /// The rows of a table that is turned round: one for each outcome, with a value under each of the three procedures; empty where it is
    /// none.
    func crossingRows() -> [Pair] {
        let rows = reading.runs.compactMap { run in
            run.pieces.count == 3 ? columnBefore(run.pieces[0]).map { Pair(procedure: nil, label: $0, run: run) } : nil
        }
        guard rows.count == width, rows.enumerated().allSatisfy({ $1.label.naming.columnIndex == $0 }),
            procedures(above: rows[0]).sorted() == [0, 1, 2],
            rows.allSatisfy({ $0.run.pieces.allSatisfy { reading.list.pieces[$0].flags.isSuperset(of: [.rowwise, .delimited]) } })
        else { return [] }
        return rows
    }

    func placeCrossing(_ rows: [Pair], _ cells: inout [RawCell?]) {
        for (outcome, row) in rows.enumerated() {
            for (procedure, piece) in zip(procedures(above: row), row.run.pieces) where cells[procedure * width + outcome] == nil {
                cells[procedure * width + outcome] = maker.cell(piece, .heading, isInferred: false)
            }
        }
    }

    private func procedures(above row: Pair) -> [Int] {
        Array(reading.mentions.filter { $0.last < row.label.first }.compactMap(procedure).suffix(3))
    }

    /// The procedure of each pair; nil where the print is no list.
    private func procedures(of pairs: [Pair]) -> [Int?]? {
        let outcomes = reading.mentions.filter { $0.naming.column != nil }.sorted { $0.last < $1.last }
        let named = reading.mentions.compactMap(procedure)
        let blocks = named.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
        // Five outcomes in the form's order for each procedure: a name that stands in the middle of its cell comes too late for the first.
        if outcomes.count == width * blocks.count,
            outcomes.enumerated().allSatisfy({ $1.naming.columnIndex == $0 % width }), pairs.count >= 2
        {
            let byEnd = Dictionary(outcomes.enumerated().map { ($1.last, $0) }, uniquingKeysWith: { first, _ in first })
            return pairs.map { blocks[(byEnd[$0.label.last] ?? 0) / width] }
        }
        let areRows = pairs.allSatisfy { pair in
            let (label, value) = (reading.list.pieces[pair.label.last], reading.list.pieces[pair.run.pieces[0]])
            return label.line == value.line && value.flags.isSuperset(of: [.rowwise, .delimited])
        }
        guard areRows || pairs.count >= 2 && outcomes.count >= width * blocks.count else { return nil }
        return pairs.map(\.procedure)
    }
}
