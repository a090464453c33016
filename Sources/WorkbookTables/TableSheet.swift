import Bytes
import ReportModel
import Tables

/// The rows of one table in a sheet: Chinese titles, the column names beneath, then the rows.
final class TableSheet: RowSink {
    let table: Table
    /// Nil for a table that is left out: its rows go nowhere.
    private let sheet: Sheet?
    private let styles: [CellStyle]
    private var text = CellText()
    private var row = SheetLimits.headerRows - 1
    private var column = 0
    private var isFailing = false
    private var failingRow: Int?
    private var places: ErrorPlaces?
    private var linkColumn = -1
    private var target: Int?
    /// The last integer in each column of the row at hand.
    private var integers: [Int]
    /// Texts that were cut.
    private(set) var cut = 0

    init(_ table: Table, _ sheet: Sheet?) {
        self.table = table
        self.sheet = sheet
        styles = table.schema.columns.map { TableSheet.style(of: $0) }
        integers = Array(repeating: 0, count: table.schema.columns.count)
        if let sheet { writeHeader(in: sheet) }
    }

    var failure: String? { sheet?.failure }

    /// Notes where the problems of each input begin, or lays links there from another table.
    func share(_ places: ErrorPlaces) {
        self.places = places
        switch table {
        case .files: linkColumn = table.schema.index(of: "problems") ?? -1
        case .reports: linkColumn = table.schema.index(of: "path") ?? -1
        default: break
        }
    }

    /// The row of the first failed check since this was asked last.
    func takeFailingRow() -> Int? {
        defer { failingRow = nil }
        return failingRow
    }

    /// Lays a link under a whole number of the row at hand.
    func link(_ name: String, to other: Table, row target: Int) {
        guard let sheet, let column = table.schema.index(of: name), sheet.link(row, column, to: other.rawValue, target) else { return }
        sheet.write(Double(integers[column]), row, column, .linkedInteger)
    }

    /// Sets the filter over all rows.
    func finish() {
        if let sheet, row >= SheetLimits.headerRows {
            sheet.filter(SheetLimits.headerRows - 1, to: row, columns: styles.count)
        }
    }

    // MARK: - Rows

    func beginRow() {
        row += 1
        column = 0
        target = nil
    }

    func endRow() {}

    func null() { column += 1 }

    func integer(_ value: Int) {
        integers[column] = value
        if column == linkColumn, let target, let sheet, sheet.link(row, column, to: Table.errors.rawValue, target) {
            sheet.write(Double(value), row, column, .linkedInteger)
            column += 1
        } else {
            number(DecimalValue(value), styles[column])
        }
    }

    func decimal(_ value: DecimalValue) { number(value, value.scale == 0 ? .integer : .decimal) }

    func boolean(_ value: Bool) {
        sheet?.write(value, row, column)
        column += 1
    }

    func date(_ bytes: Span<UInt8>) {
        if let number = SheetDate.number(bytes) {
            sheet?.write(number, row, column, .date)
            column += 1
        } else {
            text(bytes)
        }
    }

    func text(_ bytes: Span<UInt8>) {
        guard let sheet else { return null() }
        if text.set(bytes) { cut += 1 }
        var style = CellStyle.text
        if let places, column == keyColumn {
            if table == .errors {
                places.note(bytes, row)
            } else {
                target = places.row(of: bytes)
                if column == linkColumn, let target, sheet.link(row, column, to: Table.errors.rawValue, target) { style = .link }
            }
        }
        sheet.write(text, row, column, style)
        column += 1
    }

    func code(_ code: Code) {
        if code.vocabulary == .checkOutcome && code == Code(CheckOutcome.fail) && failingRow == nil { failingRow = row }
        let word = code.vocabulary.words[code.index].code
        text(word.utf8.span)
    }

    func locator(_ locator: Locator) {
        let place = locator.description
        text(place.utf8.span)
    }

    // MARK: -

    private var keyColumn: Int { table == .reports ? linkColumn : 0 }

    /// A sheet's numbers have 15 digits; longer ones stand as texts.
    private func number(_ value: DecimalValue, _ style: CellStyle) {
        if value.mantissa.magnitude < 1_000_000_000_000_000 {
            sheet?.write(value.double, row, column, style)
            column += 1
        } else {
            var buffer = ByteBuffer(capacity: 32)
            buffer.appendDecimal(mantissa: value.mantissa, scale: Int(value.scale))
            buffer.withSpan { text($0) }
        }
    }

    private func writeHeader(in sheet: Sheet) {
        for (index, column) in table.schema.columns.enumerated() {
            sheet.setWidth(TableSheet.width(of: column), of: index...index)
        }
        sheet.setHeight(table == .panel ? 60 : 20, of: 0)
        for (index, column) in table.schema.columns.enumerated() { sheet.write(column.title, 0, index, .header) }
        for (index, column) in table.schema.columns.enumerated() { sheet.write(column.name, 1, index, .name) }
        sheet.freeze(SheetLimits.headerRows, 1)
    }

    private static func style(of column: Column) -> CellStyle { column.name == "year" ? .year : .integer }

    /// In characters.
    private static func width(of column: Column) -> Double {
        switch column.type {
        case .identifier: 20
        case .text: column.name == "path" || column.name == "title" || column.name == "text" || column.name == "message" ? 44 : 22
        case .integer, .decimal, .boolean, .date: 13
        case .locator: 11
        case .code: 18
        }
    }
}
