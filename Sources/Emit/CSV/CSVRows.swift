import Bytes
import ReportModel
import Tables

/// The rows of one table as CSV (RFC 4180).
struct CSVRows: ~Copyable, RowSink {
    var buffer: ByteBuffer
    private(set) var rows = 0
    let pieces: CSVPieces
    private let defuses: Bool
    private var isFirst = true

    init(style: CSVStyle, capacity: Int = 4096) {
        pieces = style.pieces
        defuses = style.flavor == .spreadsheet
        buffer = ByteBuffer(capacity: capacity)
    }

    /// Forgets the rows and keeps the memory, up to a limit.
    mutating func removeAll() {
        buffer.removeAll(keepingAtMost: 8 << 20)
        rows = 0
    }

    mutating func beginRow() { isFirst = true }

    mutating func endRow() {
        buffer.append(0, of: pieces.lineEnd)
        rows &+= 1
    }

    /// Goes on with a row whose first cells stand elsewhere.
    mutating func resumeRow() { isFirst = false }

    mutating func null() { comma() }

    mutating func integer(_ value: Int) {
        comma()
        buffer.appendDecimal(value)
    }

    mutating func identifier(_ bytes: Span<UInt8>) {
        comma()
        buffer.append(short: bytes)
    }

    mutating func date(_ bytes: Span<UInt8>) { identifier(bytes) }

    mutating func code(_ code: Code) {
        // Only the first cell of a row goes without its comma.
        buffer.append(pieces.place(of: code), of: pieces.words, droppingFirst: isFirst ? 1 : 0)
        isFirst = false
    }

    mutating func constants(ofCell cell: Int) { buffer.append(cell, of: pieces.cells) }

    @inline(__always)
    mutating func decimal(_ value: DecimalValue) {
        if value.scale == 0 && value.mantissa >= 0 && value.mantissa < 1000 {
            buffer.append(Int(value.mantissa), of: pieces.numbers, droppingFirst: isFirst ? 1 : 0)
            isFirst = false
        } else {
            comma()
            buffer.appendDecimal(mantissa: value.mantissa, scale: Int(value.scale))
        }
    }

    mutating func boolean(_ value: Bool) {
        comma()
        buffer.append(literal: value ? "true" : "false")
    }

    mutating func locator(_ locator: Locator) {
        comma()
        if locator.page != 0 { number("p", Int(locator.page)) }
        if locator.table == 0 { return number("L", Int(locator.row)) }
        number("t", Int(locator.table))
        number("r", Int(locator.row))
        number("c", Int(locator.cell))
    }

    /// The bytes that the cells one by one would give.
    mutating func cellRow(_ cell: Cell, number: Int, id: Span<UInt8>, text: Span<UInt8>) {
        buffer.append(short: id)
        isFirst = false
        buffer.append(number, of: pieces.cells)
        let printed = CSVRows.printedNumber(cell.raw, text)
        if printed >= 0, let value = cell.value, value.scale == 0, value.mantissa == Int64(printed),
            pieces.units.length(number) == 0
        {
            buffer.append(printed, of: pieces.twice)
        } else {
            decimal(cell.value)
            buffer.append(number, of: pieces.units)
            if printed >= 0 {
                buffer.append(printed, of: pieces.numbers)
            } else if cell.raw.isEmpty {
                buffer.append(0x2C)
            } else {
                self.text(cell.raw, of: text)
            }
        }
        let locator = cell.locator
        if locator.page == 0 && locator.table == 0 && locator.row > 0 && locator.row < 1000 {
            buffer.append(Code(cell.status).index, of: pieces.statuses)
            buffer.append(Int(locator.row), of: pieces.endings)
            rows &+= 1
        } else {
            code(Code(cell.status))
            place(locator)
            endRow()
        }
    }

    /// The number that a piece of text spells in one to three digits, as it would be written; -1 for any other text.
    @inline(__always)
    private static func printedNumber(_ span: SourceSpan, _ text: Span<UInt8>) -> Int {
        let start = Int(span.start)
        let count = span.count
        guard count >= 1 && count <= 3 && start >= 0 && Int(span.end) <= text.count else { return -1 }
        var number = Int(text[start]) &- 0x30
        guard number >= 0 && number <= 9 && (number > 0 || count == 1) else { return -1 }
        for place in 1..<count {
            let digit = Int(text[start &+ place]) &- 0x30
            guard digit >= 0 && digit <= 9 else { return -1 }
            number = number &* 10 &+ digit
        }
        return number
    }

    mutating func text(_ bytes: Span<UInt8>) {
        comma()
        switch CSVQuoting.need(bytes) {
        case .none: buffer.append(short: bytes)
        case .look:
            if defuses && FormulaGuard.isFormula(bytes) { buffer.append(0x27) }
            buffer.append(short: bytes)
        case .quotes: quoted(bytes)
        }
    }

    private mutating func quoted(_ bytes: Span<UInt8>) {
        buffer.append(0x22)
        if defuses && FormulaGuard.isFormula(bytes) { buffer.append(0x27) }
        var start = 0
        while start < bytes.count {
            let quote = ByteSearch.first(0x22, in: bytes, from: start)
            buffer.append(bytes.extracting(start..<quote))
            if quote < bytes.count { buffer.append(literal: "\"\"") }
            start = quote + 1
        }
        buffer.append(0x22)
    }

    @inline(__always)
    private mutating func comma() {
        if !isFirst { buffer.append(0x2C) }
        isFirst = false
    }

    private mutating func number(_ letter: Unicode.Scalar, _ value: Int) {
        buffer.append(UInt8(ascii: letter))
        buffer.appendDecimal(value)
    }
}
