import Codebook
import ReportModel

/// What a report says, before anything is printed: every cell holds a number and all sums add up.
struct ReportContent {
    enum Level: CaseIterable { case town, county, city, province }

    var level: Level
    var issuer: String
    var year: Int
    var forms: [StatutoryTable: FormVersion]
    /// Per table, row by row in codebook order.
    var values: [StatutoryTable: [[DecimalValue]]]

    func form(_ table: StatutoryTable) -> FormVersion { forms[table] ?? .form2021 }

    func spec(_ table: StatutoryTable) -> TableSpec { CodeTable.shared.spec(form(table), table) }

    /// The value of a row by its code and of a column by its index.
    func value(_ table: StatutoryTable, _ row: String, _ column: Int) -> DecimalValue {
        guard let index = spec(table).row(row), let values = values[table] else { return DecimalValue(0) }
        return values[index][column]
    }
}

extension DecimalValue {
    static let zero = DecimalValue(0)

    static func + (left: DecimalValue, right: DecimalValue) -> DecimalValue {
        precondition(left.scale == 0 && right.scale == 0, "sums are taken over counts only")
        return DecimalValue(mantissa: left.mantissa + right.mantissa)
    }

    /// Plain digits, `-` and `.`.
    var plain: String {
        let digits = String(mantissa.magnitude)
        guard scale > 0 else { return (mantissa < 0 ? "-" : "") + digits }
        let padded = String(repeating: "0", count: max(0, Int(scale) + 1 - digits.count)) + digits
        return (mantissa < 0 ? "-" : "") + padded.dropLast(Int(scale)) + "." + padded.suffix(Int(scale))
    }
}
