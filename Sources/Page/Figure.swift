import Codebook
import ReportModel
import Tables

/// A statutory cell whose values the page shows.
struct Figure {
    var table: StatutoryTable
    var row: String
    var column: String
    /// In Chinese and English.
    var title: String
    var english: String
    /// The cell's place in form 2019 and form 2021; nil where the form lacks it.
    private let places: [Int?]

    static let all = [
        Figure(.applications, "received", "total", "本年新收政府信息公开申请", "applications received"),
        Figure(.applications, "granted", "total", "予以公开", "applications granted"),
        Figure(.proceedings, "reconsideration", "total", "行政复议", "administrative reconsideration"),
        Figure(.proceedings, "litigation_direct", "total", "未经复议直接起诉", "litigation without reconsideration"),
        Figure(.disclosures, "normative_documents", "in_force", "现行有效行政规范性文件", "normative documents in force"),
        Figure(.disclosures, "licensing", "decisions", "行政许可处理决定", "licensing decisions"),
    ]

    private init(_ table: StatutoryTable, _ row: String, _ column: String, _ title: String, _ english: String) {
        self.table = table
        self.row = row
        self.column = column
        self.title = title
        self.english = english
        places = FormVersion.allCases.map { form in
            CodeTable.shared.spec(form, table).cells.firstIndex { $0.row == row && $0.column == column }
        }
    }

    /// The value as printed; nil where none is, or where it is inferred.
    func value(in report: Report) -> DecimalValue? {
        let table = report.table(table)
        guard let form = table.form, let place = places[Code(form).index], place < table.cells.count,
            table.cells[place].status == .reported
        else { return nil }
        return table.cells[place].value
    }
}

/// Sizes of a figure: 0, 1–9, 10–99 and so on.
enum SizeClass {
    static let count = 6
    static let titles = ["0", "1–9", "10–99", "100–999", "1,000–9,999", "≥10,000"]

    /// Nil for a number below 0.
    static func place(of value: DecimalValue) -> Int? {
        if value.mantissa < 0 { return nil }
        if value.mantissa == 0 { return 0 }
        var whole = value.mantissa
        for _ in 0..<value.scale { whole /= 10 }
        var place = 1
        while whole >= 10 && place < count - 1 {
            whole /= 10
            place += 1
        }
        return place
    }
}
