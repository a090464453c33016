import Bytes
import ReportModel

/// The values of one table's rows in a lane that are no codes. What is cheap to look up on the worker is made here, so that the
/// one thread that writes has numbers to copy and nothing to hash.
struct LaneValues: ~Copyable {
    private(set) var words = ByteInterner()
    private(set) var mantissas = ValueBuffer<Int64>()
    private(set) var scales = ValueBuffer<UInt8>()
    /// Long texts one behind the other, and where each ends.
    private(set) var long = ByteBuffer(capacity: 1024)
    private(set) var longEnds = ValueBuffer<Int>()
    /// The tokens of texts of one byte and of lines of text, as far as they have been met.
    private var singles = ValueBuffer<UInt32>(capacity: 256)
    private var lines = ValueBuffer<UInt32>(capacity: LaneValues.lineCount)
    private var lastIdentifier = 0
    private var scratch = ByteBuffer(capacity: 64)

    private static let lineCount = 2048

    init() { clearCaches() }

    var byteCount: Int { words.byteCount + mantissas.count * 9 + long.count + longEnds.count * 8 }

    mutating func removeAll() {
        words.removeAll()
        mantissas.removeAll(keepingAtMost: 1 << 16)
        scales.removeAll(keepingAtMost: 1 << 16)
        long.removeAll(keepingAtMost: 4 << 20)
        longEnds.removeAll(keepingAtMost: 1 << 16)
        clearCaches()
    }

    private mutating func clearCaches() {
        singles.removeAll()
        singles.append(repeating: Token.null, count: 256)
        lines.removeAll()
        lines.append(repeating: Token.null, count: LaneValues.lineCount)
        lastIdentifier = 0
    }

    /// An empty text is a null, as an empty field of CSV is.
    mutating func token(word bytes: Span<UInt8>) -> UInt32 {
        if bytes.count == 1 {
            let byte = Int(bytes[0])
            let known = singles[byte]
            if known != Token.null { return known }
            let token = words.number(of: bytes)
            singles[byte] = token
            return token
        }
        return bytes.isEmpty ? Token.null : words.number(of: bytes)
    }

    /// Identifiers come many times one behind the other.
    mutating func token(identifier bytes: Span<UInt8>) -> UInt32 {
        if bytes.isEmpty { return Token.null }
        if lastIdentifier < words.count && words.equals(lastIdentifier, bytes) { return UInt32(lastIdentifier) }
        let token = words.number(of: bytes)
        lastIdentifier = Int(token)
        return token
    }

    mutating func token(long bytes: Span<UInt8>) -> UInt32 {
        if bytes.isEmpty { return Token.null }
        long.append(bytes)
        longEnds.append(long.count)
        return UInt32(longEnds.count - 1)
    }

    @inline(__always)
    mutating func token(mantissa: Int64, scale: UInt8 = 0) -> UInt32 {
        if scale == 0 && mantissa >= 0 && mantissa < Int64(Token.smallNumbers) {
            return UInt32(truncatingIfNeeded: mantissa)
        }
        precondition(Int(scale) <= NumberType.scale, "more decimals than are read from print")
        mantissas.append(mantissa)
        scales.append(scale)
        return UInt32(Token.smallNumbers + mantissas.count - 1)
    }

    @inline(__always)
    mutating func token(_ locator: Locator) -> UInt32 {
        let row = Int(locator.row)
        if row == 0 { return Token.null }
        let isLine = locator.page == 0 && locator.table == 0 && row > 0 && row < LaneValues.lineCount
        if isLine && lines[row] != Token.null { return lines[row] }
        let token = word(of: locator)
        if isLine { lines[row] = token }
        return token
    }

    private mutating func word(of locator: Locator) -> UInt32 {
        scratch.removeAll()
        if locator.page != 0 { part("p", Int(locator.page)) }
        if locator.table == 0 {
            part("L", Int(locator.row))
        } else {
            part("t", Int(locator.table))
            part("r", Int(locator.row))
            part("c", Int(locator.cell))
        }
        return scratch.withSpan { words.number(of: $0) }
    }

    private mutating func part(_ letter: Unicode.Scalar, _ number: Int) {
        scratch.append(UInt8(ascii: letter))
        scratch.appendDecimal(number)
    }

    /// A long text, for as long as `body` runs.
    func withLong<Result>(_ token: UInt32, _ body: (Span<UInt8>) -> Result) -> Result {
        let number = Int(token)
        return long.withSpan(of: (number == 0 ? 0 : longEnds[number - 1])..<longEnds[number]) { body($0) }
    }
}
