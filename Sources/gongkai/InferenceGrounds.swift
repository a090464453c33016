import Codebook
import ReportModel

/// Says of an inferred value what it was inferred from: the sums that it satisfies, the rows around it, the value that was left out.
struct InferenceGrounds {
    struct Ground {
        /// `sum`, `row` or `left_out`.
        var kind: String
        /// One clause: the sum with its numbers (`_` for a blank, which counts nothing), or the row or value that is meant.
        var text: String
        var locator = Locator.none
    }

    private let table: StatutoryTable
    private let spec: TableSpec
    private let cells: [Cell]
    private let leftovers: [Leftover]
    private let document: Document

    /// - Parameter leftovers: the values of the report that were given to no cell.
    init?(_ table: StatutoryTable, of report: Report, leftovers: [Leftover], in document: Document) {
        let read = report.table(table)
        guard let form = read.form else { return nil }
        self.table = table
        spec = CodeTable.shared.spec(form, table)
        cells = read.cells
        self.leftovers = leftovers.filter { $0.table == table }
        self.document = document
    }

    /// The grounds of one cell; none where it was not inferred.
    func grounds(of index: Int) -> [Ground] {
        guard index < cells.count, cells[index].status == .inferred,
            let row = spec.rows.firstIndex(where: { $0.cells.contains(index) })
        else { return [] }
        switch cells[index].rule {
        case .neighbours: return [neighbour(row - 1, "before"), neighbour(row + 1, "after")].compactMap { $0 } + sums(row, index)
        case .surplus: return leftOut(row) + rowSum(row)
        default: return sums(row, index)
        }
    }

    // MARK: - Rows and values

    private func neighbour(_ row: Int, _ side: String) -> Ground? {
        guard spec.rows.indices.contains(row) else { return nil }
        let known = spec.rows[row].cells.map { cells[$0].locator }.first { !$0.isNone } ?? .none
        return Ground(kind: "row", text: "\(spec.rows[row].code) stands \(side) it, and the form has one row between", locator: known)
    }

    /// The values that stand with the row's own.
    private func leftOut(_ row: Int) -> [Ground] {
        let prints = spec.rows[row].cells.map { cells[$0].raw }.filter { !$0.isEmpty }
        guard let first = prints.map(\.start).min(), let last = prints.map(\.end).max() else { return [] }
        let distances = leftovers.map { max(0, first - $0.span.end, $0.span.start - last) }
        guard let nearest = distances.min(), let at = distances.firstIndex(of: nearest) else { return [] }
        let value = document.string(leftovers[at].span)
        return [Ground(kind: "left_out", text: "\(value) is one too many in \(spec.rows[row].code)", locator: leftovers[at].locator)]
    }

    // MARK: - Sums

    private func sums(_ row: Int, _ index: Int) -> [Ground] {
        table == .applications ? rowSum(row) + columnSums(index - spec.rows[row].cells.lowerBound) : rowSum(row)
    }

    /// The sum inside a row; section 2 has none.
    private func rowSum(_ row: Int) -> [Ground] {
        guard table != .disclosures else { return [] }
        let range = spec.rows[row].cells
        let parts = range.dropLast().map(printed).joined(separator: " + ")
        return [Ground(kind: "sum", text: "\(spec.rows[row].code): \(parts) = \(printed(range.upperBound - 1))")]
    }

    /// The sum of the outcomes and the balance of an applicant's column.
    private func columnSums(_ column: Int) -> [Ground] {
        let outer = ["received", "carried_in", "total", "carried_out"].compactMap { spec.row($0) }
        guard outer.count == 4 else { return [] }
        func cell(_ row: Int) -> String { printed(spec.rows[row].cells.lowerBound + column) }
        let outcomes = spec.rows.indices.filter { !outer.contains($0) }.map(cell).joined(separator: " + ")
        let name = spec.cells[column].column
        return [
            Ground(kind: "sum", text: "outcomes of \(name): \(outcomes) = \(cell(outer[2]))"),
            Ground(
                kind: "sum", text: "balance of \(name): \(cell(outer[0])) + \(cell(outer[1])) = \(cell(outer[2])) + \(cell(outer[3]))"),
        ]
    }

    private func printed(_ index: Int) -> String { index < cells.count ? cells[index].value?.text ?? "_" : "_" }
}
