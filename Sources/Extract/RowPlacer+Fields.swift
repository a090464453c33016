internal import Codebook
internal import ReportModel

/// Rows whose cells have fixed fields: a value belongs to the column whose field it stands in.
extension RowPlacer {
    /// Settles open rows by the fields of the full rows at the same depth, or by those of the seven headers.
    func settleByFields(_ slots: inout [Slot], _ rows: RowSet) {
        guard slots.contains(where: { if case .open = $0 { true } else { false } }) else { return }
        let full = fullFields(slots, rows)
        let header = headerField(rows)
        var contradicted: Set<Int> = []
        var found: [(row: Int, fit: RowFit)] = []
        for (row, slot) in slots.enumerated() {
            guard case .open(let fits) = slot, let run = rows.first(row), let label = labelField(run),
                let first = firstField(depth(row), label, full, header)
            else { continue }
            let sound = fits.contains { isSound($0.columns) }
            guard let filled = filled(run, from: first), isSound(filled) || !sound else {
                contradicted.insert(depth(row))
                continue
            }
            let reachesEnd = run.pieces.last.map { Int(reading.list.pieces[$0].left) >= first + width - 1 } ?? false
            // A row that has lost its merged cells is shifted. A label of the third depth shows it; others may stand where they did.
            guard depth(row) == 2 || reachesEnd && filled.contains(where: { isPositive($0) }) else { continue }
            if isSound(filled) || depth(row) == 2 { found.append((row, RowFit(columns: filled, rule: .columns))) }
        }
        // Where one row shows that fields were lost, no field tells a column.
        for (row, fit) in found where !contradicted.contains(depth(row)) { slots[row] = .placed(fit) }
    }

    /// By depth: the field of the label and that of the first value, in rows that are full.
    private func fullFields(_ slots: [Slot], _ rows: RowSet) -> [Int: [[Int]]] {
        var found: [Int: [[Int]]] = [:]
        for (row, slot) in slots.enumerated() {
            guard case .full(let start) = slot, let run = rows.first(row), let label = labelField(run) else {
                continue
            }
            found[depth(row), default: []].append([label, Int(reading.list.pieces[run.pieces[start]].left)])
        }
        return found
    }

    private func firstField(_ depth: Int, _ label: Int, _ full: [Int: [[Int]]], _ header: Int?) -> Int? {
        if let known = full[depth] {
            guard known.count >= 2, known.allSatisfy({ $0 == known[0] }), known[0][0] == label else { return nil }
            return known[0][1]
        }
        guard full.isEmpty, let header, label == header - 3 + depth else { return nil }
        return header
    }

    /// The columns of a run whose values stand in seven fields from `first` on; nil where one stands elsewhere.
    private func filled(_ run: Run, from first: Int) -> [Int?]? {
        var filled = [Int?](repeating: nil, count: width)
        for piece in run.pieces where reading.list.pieces[piece].kind != .blank {
            let place = Int(reading.list.pieces[piece].left) - first
            guard place >= 0, place < width, filled[place] == nil else { return nil }
            filled[place] = piece
        }
        return filled
    }

    func depth(_ row: Int) -> Int { spec.rows[row].label.utf8.count { $0 == 0x2F } }

    /// The field of a run's label; nil where fields do not show.
    private func labelField(_ run: Run) -> Int? {
        guard let mention = run.mention, reading.list.pieces[run.pieces[0]].flags.contains([.delimited, .rowwise]),
            reading.list.pieces[mention.last].flags.contains([.delimited, .rowwise])
        else { return nil }
        return Int(reading.list.pieces[mention.last].left)
    }

    private func isPositive(_ piece: Int?) -> Bool {
        piece.flatMap { reading.list.pieces[$0].integer }.map { $0 > 0 } ?? false
    }

    /// The field of the first of seven headers over seven fields in a row, right behind the labels of the third depth; nil otherwise.
    private func headerField(_ rows: RowSet) -> Int? {
        var fields: [Int: Int] = [:]
        for mention in reading.mentions
        where mention.naming.column != nil && mention.enumeratorKind == .none && mention.first == mention.last {
            let piece = reading.list.pieces[mention.first]
            guard piece.flags.contains([.delimited, .rowwise]), fields[mention.naming.columnIndex] == nil else {
                continue
            }
            fields[mention.naming.columnIndex] = Int(piece.left)
        }
        guard let first = columnOrder.first.flatMap({ fields[$0] }) else { return nil }
        for (position, column) in columnOrder.enumerated() where fields[column] != first + position { return nil }
        let labels = spec.rows.indices.filter { depth($0) == 2 }.compactMap { rows.first($0).flatMap(labelField) }
        return labels.count >= 5 && labels.allSatisfy { $0 == first - 1 } ? first : nil
    }
}
