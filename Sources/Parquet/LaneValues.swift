import Bytes
import ReportModel

/// The values of one table's rows in a lane that are no codes. What is cheap to look up on the worker is made here, so that the
/// one thread that writes has numbers to copy and nothing to hash.
struct LaneValues: ~Copyable {
    /// The words that are none of ``FixedWords``; their tokens come behind those.
    private(set) var words = ByteInterner()
    private(set) var mantissas = ValueBuffer<Int64>()
    private(set) var scales = ValueBuffer<UInt8>()
    /// Long texts one behind the other, and where each ends.
    private(set) var long = ByteBuffer(capacity: 1024)
    private(set) var longEnds = ValueBuffer<Int>()
    private var lastIdentifier = 0
    private var scratch = ByteBuffer(capacity: 64)

    var byteCount: Int { words.byteCount + mantissas.count * 9 + long.count + longEnds.count * 8 }

    mutating func removeAll() {
        words.removeAll()
        mantissas.removeAll(keepingAtMost: 1 << 16)
        scales.removeAll(keepingAtMost: 1 << 16)
        long.removeAll(keepingAtMost: 4 << 20)
        longEnds.removeAll(keepingAtMost: 1 << 16)
        lastIdentifier = 0
    }

    /// An empty text is a null, as an empty field of CSV is.
    @inline(__always)
    mutating func token(word bytes: Span<UInt8>) -> UInt32 {
        if let token = FixedWords.token(of: bytes) { return token }
        return bytes.isEmpty ? Token.null : number(of: bytes)
    }

    private mutating func number(of bytes: Span<UInt8>) -> UInt32 {
        UInt32(FixedWords.count) + words.number(of: bytes)
    }

    /// Identifiers come many times one behind the other.
    mutating func token(identifier bytes: Span<UInt8>) -> UInt32 {
        if bytes.isEmpty { return Token.null }
        if lastIdentifier >= words.count || !words.equals(lastIdentifier, bytes) {
            lastIdentifier = Int(words.number(of: bytes))
        }
        return UInt32(FixedWords.count + lastIdentifier)
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
        if locator.page == 0 && locator.table == 0, let token = FixedWords.token(ofLine: row) { return token }
        return word(of: locator)
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
        let number = scratch.withSpan { words.number(of: $0) }
        return UInt32(FixedWords.count) + number
    }

    private mutating func part(_ letter: Unicode.Scalar, _ number: Int) {
        scratch.append(UInt8(ascii: letter))
        scratch.appendDecimal(number)
    }

    /// A word, for as long as `body` runs.
    func withWord<Result>(_ token: UInt32, _ body: (Span<UInt8>) -> Result) -> Result {
        if token < UInt32(FixedWords.count) { return FixedWords.shared.withText(token, body) }
        return words.withText(Int(token) - FixedWords.count, body)
    }

    /// A long text, for as long as `body` runs.
    func withLong<Result>(_ token: UInt32, _ body: (Span<UInt8>) -> Result) -> Result {
        let number = Int(token)
        return long.withSpan(of: (number == 0 ? 0 : longEnds[number - 1])..<longEnds[number]) { body($0) }
    }
}
