import Codebook
import ReportModel

/// Tables with every cell zero, for tests that set a few.
enum FormFixtures {
    /// An empty cell.
    static let blank = Int.min

    static func table(_ form: FormVersion, _ table: StatutoryTable, _ values: [String: Int] = [:]) -> FormTable {
        let spec = CodeTable.shared.spec(form, table)
        return FormTable(
            form: form,
            cells: spec.cells.map { cell in
                let number = values["\(cell.row)/\(cell.column)"] ?? 0
                let value = number == blank ? nil : DecimalValue(number)
                return Cell(
                    value: value, status: value == nil ? .blank : .reported, raw: .empty, locator: .none, rule: .fullRow
                )
            })
    }

    static func fill(
        _ report: inout Report, form: FormVersion = .form2021, disclosures: [String: Int] = [:],
        applications: [String: Int] = [:], proceedings: [String: Int] = [:]
    ) {
        report.disclosures = table(form, .disclosures, disclosures)
        report.applications = table(form, .applications, applications)
        report.proceedings = table(form, .proceedings, proceedings)
    }
}
