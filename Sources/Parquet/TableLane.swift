import Bytes
import ReportModel
import Tables

/// Rows of one table as tokens, cell by cell and row by row.
struct TableLane: ~Copyable, RowSink {
    private(set) var values = LaneValues()
    private(set) var tokens = ValueBuffer<UInt32>()
    private(set) var rows = 0
    /// How many bytes of long texts stand in the rows up to each.
    private(set) var longBytes = ValueBuffer<Int>()
    private let longColumns: [Bool]
    let width: Int
    private var column = 0

    init(_ layout: TableLayout) {
        longColumns = layout.longColumns
        width = layout.width
    }

    var byteCount: Int { values.byteCount + tokens.count * 4 }

    mutating func removeAll() {
        values.removeAll()
        tokens.removeAll(keepingAtMost: 1 << 20)
        longBytes.removeAll(keepingAtMost: 1 << 16)
        rows = 0
    }

    mutating func beginRow() {
        column = 0
        tokens.reserve(width)
    }

    mutating func endRow() {
        precondition(column == width, "a row has another number of cells than its table has columns")
        rows &+= 1
        longBytes.append(values.long.count)
    }

    private mutating func put(_ token: UInt32) {
        tokens.append(token)
        column &+= 1
    }

    mutating func null() { put(Token.null) }
    mutating func integer(_ value: Int) { put(values.token(mantissa: Int64(value))) }
    mutating func decimal(_ value: DecimalValue) { put(values.token(mantissa: value.mantissa, scale: value.scale)) }
    mutating func code(_ code: Code) { put(UInt32(code.index)) }
    mutating func boolean(_ value: Bool) { put(value ? 1 : 0) }
    mutating func locator(_ locator: Locator) { put(values.token(locator)) }

    mutating func text(_ bytes: Span<UInt8>) {
        put(longColumns[column] ? values.token(long: bytes) : values.token(word: bytes))
    }

    mutating func identifier(_ bytes: Span<UInt8>) {
        put(longColumns[column] ? values.token(long: bytes) : values.token(identifier: bytes))
    }

    mutating func date(_ bytes: Span<UInt8>) {
        guard let days = DayNumber.days(bytes) else { preconditionFailure("a date that is none") }
        put(values.token(mantissa: Int64(days)))
    }
}

extension TableLane {
    /// The whole number in a cell; nil for a null.
    func number(row: Int, column: Int) -> Int? {
        let token = tokens[row * width + column]
        if token == Token.null { return nil }
        return Int(token) < Token.smallNumbers ? Int(token) : Int(values.mantissas[Int(token) - Token.smallNumbers])
    }
}
