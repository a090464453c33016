internal import ReportModel

extension TableReading {
    /// Figures cut by the edge of a narrow cell: their rest stands in the same column of the next line, which has no label of its own
    /// and fewer figures. Neither part is the figure.
    mutating func doubtCutFigures() {
        for index in runs.indices.dropFirst() {
            let (above, below) = (runs[index - 1], runs[index])
            if let label = below.mention, above.mention.map({ $0.first != label.first || $0.last != label.last }) ?? true { continue }
            let (upper, lower) = (list.pieces[above.pieces[0]], list.pieces[below.pieces[0]])
            guard upper.flags.contains(.rowwise), lower.flags.contains(.rowwise), lower.line == upper.line + 1,
                !mentions.contains(where: { $0.last < below.pieces[0] && list.pieces[$0.first].line == lower.line })
            else { continue }
            // A row that is none of the form's is a row all the same.
            if let text = list.pieces[..<below.pieces[0]].last, text.kind == .text, text.line == lower.line,
                text.symbolRange.count >= 6
            {
                continue
            }
            let rests = below.pieces.filter { list.pieces[$0].kind != .blank }
            let cut = above.pieces.filter { piece in rests.contains { list.pieces[$0].left == list.pieces[piece].left } }
            let figures = above.pieces.count { list.pieces[$0].kind == .number }
            guard !rests.isEmpty, rests.count < figures || areCut(cut), cut.count == rests.count,
                (cut + rests).allSatisfy({ list.pieces[$0].kind == .number })
            else { continue }
            for piece in cut { list.pieces[piece].kind = .junk }
        }
    }

    /// Whether figures are as long as each other, and none is a zero.
    private func areCut(_ figures: [Int]) -> Bool {
        figures.allSatisfy { list.pieces[$0].integer != 0 && list.pieces[$0].span.count == list.pieces[figures[0]].span.count }
    }
}
