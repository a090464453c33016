import Bytes
import GRDB
import GRDBSQLite
import ReportModel
import Tables

/// Inserts the rows of one table by a prepared statement. Binds straight to SQLite, without a value in between for each cell:
/// the one file here that does.
///
/// Used only while no other thread uses the connection.
@safe struct InsertSink: RowSink {
    /// Owns the handle.
    private let statement: Statement
    private let handle: OpaquePointer
    private let words: WordBytes
    /// The parameter last bound, from 1.
    private var column: Int32 = 0
    private var scratch: [UInt8] = []
    private var code: Int32 = SQLITE_OK

    init(_ statement: Statement, words: WordBytes) {
        self.statement = statement
        unsafe handle = statement.sqliteStatement
        self.words = words
    }

    /// SQLite's words for the first insert that failed.
    var failure: String? {
        if code == SQLITE_OK { return nil }
        return unsafe "insert: \(String(cString: sqlite3_errstr(code)))"
    }

    mutating func beginRow() { column = 0 }

    mutating func endRow() {
        let done = unsafe sqlite3_step(handle)
        if done != SQLITE_DONE && code == SQLITE_OK { code = done }
        unsafe sqlite3_reset(handle)
    }

    mutating func null() {
        column += 1
        unsafe sqlite3_bind_null(handle, column)
    }

    mutating func integer(_ value: Int) {
        column += 1
        unsafe sqlite3_bind_int64(handle, column, Int64(value))
    }

    mutating func text(_ bytes: Span<UInt8>) {
        column += 1
        unsafe InsertSink.bind(bytes, to: column, of: handle)
    }

    mutating func date(_ bytes: Span<UInt8>) { text(bytes) }

    mutating func code(_ code: Code) {
        column += 1
        words.withWord(code) { unsafe InsertSink.bind($0, to: column, of: handle) }
    }

    /// Whole numbers as integers; fractions of at most 15 digits as reals, which give the same digits back; longer ones, which no real
    /// holds, as their digits in a blob, which a numeric column leaves as it is.
    mutating func decimal(_ value: DecimalValue) {
        if value.scale == 0 {
            column += 1
            unsafe sqlite3_bind_int64(handle, column, value.mantissa)
        } else if value.mantissa.magnitude < 1_000_000_000_000_000 {
            column += 1
            unsafe sqlite3_bind_double(handle, column, value.double)
        } else {
            column += 1
            var digits = ByteBuffer(capacity: 32)
            digits.appendDecimal(mantissa: value.mantissa, scale: Int(value.scale))
            digits.withSpan { span in
                unsafe span.withUnsafeBytes { bytes in
                    _ = unsafe sqlite3_bind_blob(handle, column, bytes.baseAddress, Int32(bytes.count), InsertSink.copies)
                }
            }
        }
    }

    mutating func locator(_ locator: Locator) {
        scratch.removeAll(keepingCapacity: true)
        if locator.page != 0 { number("p", Int(locator.page)) }
        if locator.table == 0 {
            number("L", Int(locator.row))
        } else {
            number("t", Int(locator.table))
            number("r", Int(locator.row))
            number("c", Int(locator.cell))
        }
        column += 1
        unsafe InsertSink.bind(scratch.span, to: column, of: handle)
    }

    mutating func boolean(_ value: Bool) { integer(value ? 1 : 0) }

    private mutating func number(_ letter: Unicode.Scalar, _ value: Int) {
        scratch.append(UInt8(ascii: letter))
        scratch.append(contentsOf: String(value).utf8)
    }

    private static func bind(_ bytes: Span<UInt8>, to column: Int32, of handle: OpaquePointer) {
        unsafe bytes.withUnsafeBytes { bytes in
            let text = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            _ = unsafe sqlite3_bind_text(handle, column, text, Int32(bytes.count), copies)
        }
    }

    /// `SQLITE_TRANSIENT`: SQLite copies what it is given.
    private static var copies: sqlite3_destructor_type { unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
