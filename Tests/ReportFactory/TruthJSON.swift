import Codebook
import ReportModel

/// Writes truth as lines of JSON, a report a line: file, issuer, year, forms, layout, rows (null for no value), doubts.
public enum TruthJSON {
    /// One line a report of the document, with a line feed behind each; empty where it holds none.
    public static func lines(_ document: SyntheticDocument, layout: String? = nil) -> String {
        var result = ""
        for (index, report) in document.reports.enumerated() {
            let file = index == 0 ? document.name : "\(document.name)#\(index + 1)"
            result += object(report, file: file, layout: layout ?? document.family.rawValue) + "\n"
        }
        return result
    }

    /// One report as a JSON object on one line.
    public static func object(_ report: SyntheticReport, file: String, layout: String) -> String {
        var rows: [String] = []
        var doubtful: [String] = []
        var forms: [String] = []
        for table in StatutoryTable.allCases {
            let spec = CodeTable.shared.spec(report.forms[table] ?? .form2021, table)
            forms.append("\(quoted(table.rawValue)): \(quoted(spec.form.rawValue))")
            for (index, row) in spec.rows.enumerated() {
                let key = quoted("\(table.rawValue)/\(row.code)")
                let values = (report.values[table]?[index] ?? []).map { $0?.plain ?? "null" }
                rows.append("\(key): [\(values.joined(separator: ", "))]")
                if report.doubtfulRows.contains(RowAddress(table, index)) { doubtful.append(key) }
            }
        }
        let members = [
            "\"file\": \(quoted(file))", "\"issuer\": \(quoted(report.issuer))", "\"year\": \(report.year)",
            "\"forms\": {\(forms.joined(separator: ", "))}", "\"layout\": \(quoted(layout))",
            "\"consistent\": \(report.isConsistent)", "\"doubtful\": \(report.isDoubtful)",
            "\"doubtful_rows\": [\(doubtful.joined(separator: ", "))]", "\"rows\": {\(rows.joined(separator: ", "))}",
        ]
        return "{" + members.joined(separator: ", ") + "}"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result.append("\\") }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}
