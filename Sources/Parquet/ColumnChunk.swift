import Bytes
import ReportModel
import Tables

/// The rows of one column of the row group that is being filled.
struct ColumnChunk: ~Copyable {
    let storage: ColumnLayout.Storage
    private let limits: GroupLimits
    /// Rows that refer to a dictionary: places in it, or ``Token/null``; codes and truth values.
    private(set) var tokens = ValueBuffer<UInt32>()
    private(set) var words = ByteInterner()
    private(set) var numbers = NumberDictionary()
    /// The rows behind these.
    private(set) var plain = PlainValues()
    /// What ``tokens`` would take as plain values.
    private(set) var plainSize = 0
    private(set) var statistics = ColumnStatistics()
    private var isPlain: Bool
    /// For each token of a word its place in ``words``; ``Token/null`` where it has not been met. ``FixedWords`` come first, and
    /// stay from lane to lane.
    private var known = ValueBuffer<UInt32>()

    init(_ layout: ColumnLayout, _ limits: GroupLimits) {
        storage = layout.storage
        self.limits = limits
        isPlain = layout.storage == .long
        forgetWords()
    }

    var rows: Int { tokens.count + plain.rows }

    /// Bytes that it holds, as far as they grow with its rows.
    var byteCount: Int { tokens.count * 4 + plain.bytes.count + plain.ends.count * 8 + words.byteCount }

    mutating func removeAll() {
        tokens.removeAll(keepingAtMost: 1 << 17)
        words.removeAll()
        numbers.removeAll()
        plain.removeAll()
        plainSize = 0
        statistics = ColumnStatistics()
        isPlain = storage == .long
        forgetWords()
    }

    private mutating func forgetWords() {
        if storage != .words { return }
        known.removeAll()
        known.append(repeating: Token.null, count: FixedWords.count)
    }

    /// To be called before the first rows of a lane.
    mutating func begin(_ values: borrowing LaneValues) {
        if storage != .words { return }
        known.removeLast(known.count - FixedWords.count)
        known.append(repeating: Token.null, count: values.words.count)
    }

    /// Takes every `stride`th token of a lane, `count` of them.
    mutating func append(
        _ lane: Span<UInt32>, from start: Int, stride: Int, count: Int, _ values: borrowing LaneValues
    ) {
        var index = start
        switch storage {
        case .code, .boolean:
            tokens.append(lane, from: start, stride: stride, count: count)
        case .words:
            for _ in 0..<count {
                append(word: lane[index], values)
                index &+= stride
            }
        case .number(let type):
            for _ in 0..<count {
                append(number: lane[index], type, values)
                index &+= stride
            }
        case .long:
            for _ in 0..<count {
                append(long: lane[index], values)
                index &+= stride
            }
        }
    }

    /// Takes one word for several rows.
    mutating func append(word token: UInt32, count: Int, _ values: borrowing LaneValues) {
        if count == 0 { return }
        append(word: token, values)
        if isPlain {
            for _ in 1..<count { append(word: token, values) }
        } else {
            let place = tokens[tokens.count - 1]
            plainSize += (count - 1) * (place == Token.null ? 0 : words.length(Int(place)) + 4)
            tokens.append(repeating: place, count: count - 1)
        }
    }

    /// Takes codes for several rows.
    mutating func append(codes: Span<UInt32>) { tokens.append(codes) }

    @inline(__always)
    private mutating func append(word token: UInt32, _ values: borrowing LaneValues) {
        if isPlain { return appendPlain(word: token, values) }
        if token == Token.null { return tokens.append(token) }
        var place = known[Int(token)]
        if place == Token.null { place = meet(word: token, values) }
        tokens.append(place)
        plainSize &+= words.length(Int(place)) &+ 4
    }

    /// The place of a word that the lane has not had yet in this column.
    private mutating func meet(word token: UInt32, _ values: borrowing LaneValues) -> UInt32 {
        let place = values.withWord(token) { words.number(of: $0) }
        known[Int(token)] = place
        if words.count >= limits.words || words.byteCount >= limits.wordBytes { isPlain = true }
        return place
    }

    private mutating func appendPlain(word token: UInt32, _ values: borrowing LaneValues) {
        if token == Token.null { return plain.appendNull() }
        values.withWord(token) { text in
            plain.append(text: text)
            statistics.add(text)
        }
    }

    @inline(__always)
    private mutating func append(number token: UInt32, _ type: NumberType, _ values: borrowing LaneValues) {
        if token == Token.null { return isPlain ? plain.appendNull() : tokens.append(token) }
        var mantissa = Int64(token)
        var scale: UInt8 = 0
        if token >= UInt32(Token.smallNumbers) {
            let place = Int(token) - Token.smallNumbers
            mantissa = values.mantissas[place]
            scale = values.scales[place]
        }
        if isPlain {
            let value = DecimalValue(mantissa: mantissa, scale: scale)
            plain.append(value, type)
            statistics.add(value)
        } else {
            tokens.append(numbers.index(of: mantissa, scale))
            plainSize &+= type.width
            if numbers.count >= limits.words { isPlain = true }
        }
    }

    private mutating func append(long token: UInt32, _ values: borrowing LaneValues) {
        if token == Token.null { return plain.appendNull() }
        values.withLong(token) { text in
            plain.append(text: text)
            statistics.add(text)
        }
    }
}
