import Bytes
import ReportModel
import Tables
import Testing

@testable import Emit

@Suite struct CSVRowsTests {
    private func cell(_ text: String, _ flavor: CSVFlavor = .spreadsheet) -> String {
        var rows = CSVRows(style: CSVStyle(flavor: flavor, headers: .en))
        rows.beginRow()
        rows.text(text)
        return rows.buffer.string(0..<rows.buffer.count)
    }

    @Test(arguments: [
        ("年报", "年报"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("\"", "\"\"\"\""), ("a\nb", "\"a\nb\""),
        ("a\rb", "\"a\rb\""), (" a", "\" a\""), ("a ", "\"a \""), ("12", "12"), ("1 2", "1 2"), ("，", "，"),
    ])
    func quoting(_ text: String, _ written: String) {
        #expect(cell(text) == written)
        #expect(cell(text, .plain) == written)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-a", "'-a"), ("@sum", "'@sum"), ("＝1", "'＝1"), ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠a", "'＠a"), ("=a,b", "\"'=a,b\""), ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("\n=1", "\"'\n=1\""),
        ("=", "'="),
        ("+", "'+"), ("-2+3", "'-2+3"), ("-2", "-2"), ("+3", "+3"), ("-1,204.5", "\"-1,204.5\""), ("-", "-"),
        ("--", "--"),
        ("－", "－"), ("－-", "－-"), ("-－1", "'-－1"), ("－\u{FF0D}x", "'－\u{FF0D}x"), ("a=1", "a=1"), ("'=1", "'=1"),
    ])
    func formulas(_ text: String, _ written: String) {
        #expect(cell(text) == written)
        let plain = cell(text, .plain)
        #expect(plain.contains(text))
        #expect(!plain.hasPrefix("'") || text.hasPrefix("'"))
    }

    @Test(arguments: [
        (DecimalValue(0), "0"), (DecimalValue(999), "999"), (DecimalValue(1000), "1000"), (DecimalValue(-1), "-1"),
        (DecimalValue(mantissa: .max), "9223372036854775807"), (DecimalValue(mantissa: .min), "-9223372036854775808"),
        (DecimalValue(mantissa: -5, scale: 1), "-0.5"), (DecimalValue(mantissa: 5, scale: 3), "0.005"),
        (DecimalValue(mantissa: 12345, scale: 2), "123.45"),
    ])
    func decimals(_ value: DecimalValue, _ written: String) {
        var rows = CSVRows(style: CSVStyle(flavor: .plain, headers: .en))
        rows.beginRow()
        rows.decimal(value)
        rows.decimal(value)
        #expect(rows.buffer.string(0..<rows.buffer.count) == "\(written),\(written)")
    }

    @Test(arguments: [
        Locator(line: 1), Locator(line: 12345), Locator(table: 2, row: 5, cell: 3), Locator(line: 7, page: 4),
        Locator(table: 1, row: 2, cell: 3, page: 65535),
    ])
    func locators(_ locator: Locator) {
        var rows = CSVRows(style: CSVStyle(flavor: .plain, headers: .en))
        rows.beginRow()
        rows.place(locator)
        #expect(rows.buffer.string(0..<rows.buffer.count) == locator.description)
    }

    /// The quick way gives the bytes of the slow one.
    @Test func cellRowsEqualTheirCellsOneByOne() {
        let text = Array("12 x, \"1\" =1+1 0 007 123456".utf8)
        let spans = [
            SourceSpan(0, 2), .empty, SourceSpan(3, 9), SourceSpan(10, 14), SourceSpan(-1, 3), SourceSpan(2, 99),
            SourceSpan(15, 16), SourceSpan(17, 20), SourceSpan(21, 24), SourceSpan(21, 27), SourceSpan(0, 1),
        ]
        let locators = [
            Locator.none, Locator(line: 3), Locator(line: 99999), Locator(table: 1, row: 2, cell: 3, page: 4),
        ]
        let values = [
            nil, DecimalValue(0), DecimalValue(-7), DecimalValue(123456), DecimalValue(mantissa: 15, scale: 1),
            DecimalValue(12), DecimalValue(1), DecimalValue(123),
        ]
        let style = CSVStyle(flavor: .spreadsheet, headers: .en)
        var quick = CSVRows(style: style)
        var slow = SlowRows(style: style)
        let id: [UInt8] = Array("r0123456789abcdef".utf8)
        var count = 0
        for number in CellCatalogue.shared.cells.indices {
            for (place, span) in spans.enumerated() {
                for (turn, value) in values.enumerated() {
                    let cell = Cell(
                        value: value, status: CellStatus.allCases[(number + turn) % CellStatus.allCases.count], raw: span,
                        locator: locators[(number + place) % locators.count], rule: .none)
                    quick.cellRow(cell, number: number, id: id.span, text: text.span)
                    slow.cellRow(cell, number: number, id: id.span, text: text.span)
                    count += 1
                }
            }
        }
        #expect(quick.buffer.bytes() == slow.rows.buffer.bytes())
        #expect(quick.rows == count)
    }
}

/// CSV by the protocol's own way of writing a cell's row.
private struct SlowRows: ~Copyable, RowSink {
    var rows: CSVRows

    init(style: CSVStyle) { rows = CSVRows(style: style) }

    mutating func beginRow() { rows.beginRow() }
    mutating func null() { rows.null() }
    mutating func integer(_ value: Int) { rows.integer(value) }
    mutating func text(_ bytes: Span<UInt8>) { rows.text(bytes) }
    mutating func code(_ code: Code) { rows.code(code) }
    mutating func decimal(_ value: DecimalValue) { rows.decimal(value) }
    mutating func date(_ bytes: Span<UInt8>) { rows.date(bytes) }
    mutating func locator(_ locator: Locator) { rows.locator(locator) }
    mutating func boolean(_ value: Bool) { rows.boolean(value) }
    mutating func endRow() { rows.endRow() }
}
