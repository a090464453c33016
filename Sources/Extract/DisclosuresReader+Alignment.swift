internal import Codebook
internal import ReportModel

extension DisclosuresReader {
    /// Whether values stand under their headers in this print: no full row says otherwise, and where there is none that says so, more
    /// than two blanks part the row's first value from its label.
    func isAligned(_ run: Run, _ spec: TableSpec) -> Bool {
        var isConfirmed = false
        for other in reading.runs {
            guard let row = other.mention?.naming.row(spec.form), row >= 0, spec.rows[row].cells.count > 1,
                other.pieces.count == spec.rows[row].cells.count
            else { continue }
            let headers = reading.mentions.filter { $0.naming.column != nil && $0.last < other.pieces[0] }.suffix(other.pieces.count)
            guard headers.count == other.pieces.count else { continue }
            for (header, piece) in zip(headers, other.pieces) {
                let (first, last, value) = (
                    reading.list.pieces[header.first], reading.list.pieces[header.last], reading.list.pieces[piece]
                )
                if value.right <= min(first.left, last.left) || value.left >= max(first.right, last.right) { return false }
            }
            isConfirmed = true
        }
        guard !isConfirmed, let label = run.mention else { return isConfirmed }
        return reading.list.pieces[run.pieces[0]].left - reading.list.pieces[label.last].right > 2
    }
}
