import Bytes
import ReportModel
import Tables

/// The rows of one table as CSV (RFC 4180).
struct CSVRows: ~Copyable, RowSink {
    var buffer: ByteBuffer
    private(set) var rows = 0
    private let style: CSVStyle
    private var isFirst = true

    init(style: CSVStyle, capacity: Int = 4096) {
        self.style = style
        buffer = ByteBuffer(capacity: capacity)
    }

    /// Forgets the rows and keeps the memory, up to a limit.
    mutating func removeAll() {
        buffer.removeAll(keepingAtMost: 8 << 20)
        rows = 0
    }

    mutating func beginRow() { isFirst = true }

    mutating func endRow() {
        buffer.append(style.lineEnd)
        rows += 1
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
        buffer.append(bytes)
    }

    mutating func date(_ bytes: Span<UInt8>) { identifier(bytes) }

    mutating func code(_ code: Code) {
        let range = style.words.range(style.wordBase[code.vocabulary.rawValue] + code.index)
        // Only the first cell of a row goes without its comma.
        let skipped = isFirst ? 1 : 0
        isFirst = false
        buffer.append(style.words.bytes, (range.lowerBound + skipped)..<range.upperBound)
    }

    mutating func constants(ofCell cell: Int) {
        buffer.append(style.cells.bytes, style.cells.range(cell))
    }

    mutating func decimal(_ value: DecimalValue) {
        comma()
        if value.scale == 0 {
            buffer.appendDecimal(value.mantissa)
        } else {
            buffer.appendDecimal(mantissa: value.mantissa, scale: Int(value.scale))
        }
    }

    mutating func boolean(_ value: Bool) {
        comma()
        buffer.append(literal: value ? "true" : "false")
    }

    mutating func locator(_ locator: Locator) {
        comma()
        if locator.page != 0 { number("p", Int64(locator.page)) }
        if locator.table == 0 { return number("L", Int64(locator.row)) }
        number("t", Int64(locator.table))
        number("r", Int64(locator.row))
        number("c", Int64(locator.cell))
    }

    mutating func text(_ bytes: Span<UInt8>) {
        comma()
        let isDefused = style.defuses && FormulaGuard.isFormula(bytes)
        if CSVQuoting.isNeeded(bytes) {
            buffer.append(0x22)
            if isDefused { buffer.append(0x27) }
            var start = 0
            while start < bytes.count {
                let quote = ByteSearch.first(0x22, in: bytes, from: start)
                buffer.append(bytes.extracting(start..<quote))
                if quote < bytes.count { buffer.append(literal: "\"\"") }
                start = quote + 1
            }
            buffer.append(0x22)
        } else {
            if isDefused { buffer.append(0x27) }
            buffer.append(bytes)
        }
    }

    private mutating func comma() {
        if !isFirst { buffer.append(0x2C) }
        isFirst = false
    }

    private mutating func number(_ letter: Unicode.Scalar, _ value: Int64) {
        buffer.append(UInt8(ascii: letter))
        buffer.appendDecimal(value)
    }
}
