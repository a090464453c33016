import Codebook
import HanText
import Normalize
import ReportModel

/// Any text as the print of all cells of a form: a cell has a value or is unreadable, counts are whole, and the digits are those of the print.
struct CellsBody {
    private let normalizer = Normalizer()

    func run(_ text: [UInt8]) {
        let document = Document(text: text, lines: [Line(span: SourceSpan(0, text.count), number: 1)], format: .text, encoding: .utf8)
        let edges = text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
        var raw = RawReport()
        for (form, unit) in [(FormVersion.form2019, PrintedMoneyUnit?.none), (.form2021, .hundredMillionYuan)] {
            raw.disclosures = table(form, .disclosures, edges)
            raw.disclosures.moneyHeader = unit
            raw.applications = table(form, .applications, edges)
            raw.proceedings = table(form, .proceedings, edges)
            let report = normalizer.normalize(raw, of: SegmentedReport(lines: 0..<1), in: document, path: "input", id: "r0").value
            for table in StatutoryTable.allCases {
                let cells = CodeTable.shared.spec(form, table).cells
                for (cell, spec) in zip(report.table(table).cells, cells) { check(cell, spec, document) }
            }
        }
    }

    private func table(_ form: FormVersion, _ table: StatutoryTable, _ edges: [Int]) -> RawTable {
        let count = CodeTable.shared.spec(form, table).cells.count
        let cells = (0..<count).map { index in
            let start = edges[index * 7 % edges.count]
            let end = edges[min(edges.count - 1, index * 7 % edges.count + index % 11)]
            return RawCell(status: .reported, raw: SourceSpan(start, end), locator: Locator(line: 1), rule: .fullRow)
        }
        return RawTable(form: form, cells: cells)
    }

    private func check(_ cell: Cell, _ spec: CellSpec, _ document: Document) {
        guard let value = cell.value else { return require(cell.status == .unreadable, "neither a value nor unreadable") }
        if spec.unit == .count { require(value.scale == 0 && (value.mantissa >= 0 || spec.column == "change"), "no count: \(value)") }
        if spec.unit != .count { require(value.scale <= 2 && value.mantissa >= 0, "no sum of money: \(value)") }
        var digits = ""
        for scalar in document.string(cell.raw).unicodeScalars {
            if let digit = ScalarClass.digit(scalar.value) { digits += String(digit) }
        }
        let read = String(value.mantissa.magnitude).trimmingZeros
        require(read.isEmpty || String(digits.drop { $0 == "0" }).hasPrefix(read), "\(value) of \(document.string(cell.raw))")
    }
}
