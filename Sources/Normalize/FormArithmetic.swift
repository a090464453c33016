internal import Codebook
internal import ReportModel

/// The arithmetic of the form, held against a report's tables. Nothing is ever mended.
struct FormArithmetic {
    /// Checks of section 3 in form order: the columns' balances, the columns' sums of outcomes, the rows' sums of applicants.
    static func applications(_ table: FormTable) -> [Check] {
        guard let form = table.form else { return [] }
        let spec = CodeTable.shared.spec(form, .applications)
        guard table.cells.count == spec.cells.count, let received = spec.row("received"),
            let carriedIn = spec.row("carried_in"), let total = spec.row("total"), let carriedOut = spec.row("carried_out")
        else { return [] }
        let cells = table.cells
        var checks: [Check] = []
        checks.reserveCapacity(14 + spec.rows.count)
        for column in 0..<7 {
            var sum = SumCheck()
            sum.addLeft(cells[received * 7 + column])
            sum.addLeft(cells[carriedIn * 7 + column])
            sum.addRight(cells[total * 7 + column])
            sum.addRight(cells[carriedOut * 7 + column])
            checks.append(sum.check(.applicationsBalance, spec.cells[column].column))
        }
        for column in 0..<7 {
            var sum = SumCheck()
            for row in spec.rows.indices where row != received && row != carriedIn && row != total && row != carriedOut {
                sum.addLeft(cells[row * 7 + column])
            }
            sum.addRight(cells[total * 7 + column])
            checks.append(sum.check(.applicationsOutcomes, spec.cells[column].column))
        }
        for row in spec.rows.indices {
            var sum = SumCheck()
            for column in 0..<6 { sum.addLeft(cells[row * 7 + column]) }
            sum.addRight(cells[row * 7 + 6])
            checks.append(sum.check(.applicationsApplicants, spec.rows[row].code))
        }
        return checks
    }

    /// Checks of section 4: in each procedure, the four outcomes against the total.
    static func proceedings(_ table: FormTable) -> [Check] {
        guard let form = table.form else { return [] }
        let spec = CodeTable.shared.spec(form, .proceedings)
        guard table.cells.count == spec.cells.count else { return [] }
        return spec.rows.map { row in
            var sum = SumCheck()
            for cell in row.cells.dropLast() { sum.addLeft(table.cells[cell]) }
            sum.addRight(table.cells[row.cells.upperBound - 1])
            return sum.check(.proceedingsOutcomes, row.code)
        }
    }
}
