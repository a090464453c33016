internal import ReportModel

/// Makes cells of the model from pieces.
struct CellMaker {
    let list: PieceList

    /// The cell of one piece; nil for a blank that left no trace.
    func cell(_ piece: Int?, _ rule: PlacementRule, isInferred: Bool) -> RawCell {
        guard let piece else { return RawCell(status: .blank, rule: rule) }
        let found = list.pieces[piece]
        switch found.kind {
        case .blank: return RawCell(status: .blank, locator: found.locator, rule: rule)
        case .dash: return RawCell(status: .blank, raw: found.span, locator: found.locator, rule: rule)
        case .number: return list.number(piece, rule, isInferred: isInferred)
        case .junk, .text: return RawCell(status: .unreadable, raw: found.span, locator: found.locator, rule: rule)
        }
    }

    /// The cells of a row, by position.
    func cells(_ fit: RowFit, _ rule: PlacementRule, isInferred: Bool) -> [RawCell] {
        fit.columns.enumerated().map { position, piece in
            guard let piece, fit.crowded.contains(position) else { return cell(piece, rule, isInferred: isInferred) }
            let first = list.pieces[piece]
            let last = list.pieces[piece...].prefix { $0.line == first.line && $0.left == first.left && $0.right == first.right }.last
            let raw = SourceSpan(Int(first.span.start), Int((last ?? first).span.end))
            return RawCell(status: .unreadable, raw: raw, locator: first.locator, rule: rule)
        }
    }

    /// `count` cells for values that cannot be told apart; each has the whole print, as far as it stands on one line.
    func unreadable(_ run: Run, _ count: Int) -> [RawCell] {
        let shown = run.pieces.filter { list.pieces[$0].kind != .blank }
        let first = list.pieces[shown.first ?? run.pieces[0]]
        let last = list.pieces[shown.last ?? run.pieces[0]]
        let end = last.line == first.line ? max(last.span.end, first.span.end) : first.span.end
        let raw = SourceSpan(Int(first.span.start), Int(end))
        return Array(repeating: RawCell(status: .unreadable, raw: raw, locator: first.locator), count: count)
    }

    /// Numbers that were given to no cell; nil where there are none among the pieces.
    func leftover(_ pieces: some Collection<Int>, _ table: StatutoryTable, _ reason: String) -> Leftover? {
        let shown = pieces.filter { list.pieces[$0].kind == .number }
        guard let first = shown.first, let last = shown.last else { return nil }
        return Leftover(
            table: table, span: SourceSpan(Int(list.pieces[first].span.start), Int(list.pieces[last].span.end)),
            locator: list.pieces[first].locator, reason: reason)
    }
}
