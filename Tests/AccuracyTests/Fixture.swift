import Codebook
import FoundationEssentials
import ReportFactory
import ReportModel

/// A folder with `source.txt` and `truth.json`.
struct Fixture {
    var text: [UInt8]
    var reports: [SyntheticReport]

    private struct Truth: Decodable {
        var reports: [Report]

        struct Report: Decodable {
            var issuer: String
            var year: Int
            var forms: [String: String]
            var doubtful: Bool
            var doubtfulRows: [String]
            var rows: [String: [Decimal?]]

            enum CodingKeys: String, CodingKey {
                case issuer, year, forms, doubtful, rows
                case doubtfulRows = "doubtful_rows"
            }
        }
    }

    init(folder: URL) throws {
        text = Array(try Data(contentsOf: folder.appending(path: "source.txt")))
        let truth = try JSONDecoder().decode(Truth.self, from: Data(contentsOf: folder.appending(path: "truth.json")))
        reports = truth.reports.map(Fixture.report)
    }

    private static func report(_ truth: Truth.Report) -> SyntheticReport {
        var forms: [StatutoryTable: FormVersion] = [:]
        for table in StatutoryTable.allCases {
            forms[table] = truth.forms[table.rawValue].flatMap(FormVersion.init(rawValue:))
        }
        var report = SyntheticReport(issuer: truth.issuer, year: truth.year, forms: forms)
        report.isDoubtful = truth.doubtful
        for (table, form) in forms {
            let rows = CodeTable.shared.spec(form, table).rows
            report.values[table] = rows.map { row in
                (truth.rows["\(table.rawValue)/\(row.code)"] ?? []).map { $0.map(value) }
            }
            for (index, row) in rows.enumerated() where truth.doubtfulRows.contains("\(table.rawValue)/\(row.code)") {
                report.doubtfulRows.insert(RowAddress(table, index))
            }
        }
        return report
    }

    private static func value(_ number: Decimal) -> DecimalValue {
        let text = "\(number)"
        let parts = text.split(separator: ".")
        let fraction = parts.count > 1 ? parts[1] : ""
        return DecimalValue(mantissa: Int64(parts[0] + fraction) ?? 0, scale: UInt8(fraction.count))
    }
}
