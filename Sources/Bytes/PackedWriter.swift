/// Numbers in as few bytes as they need, for what is kept from run to run.
public struct PackedWriter: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public mutating func append(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    public mutating func append(_ value: Int) { append(UInt64(bitPattern: Int64(value))) }

    /// Small magnitudes in few bytes, whatever their sign.
    public mutating func append(signed value: Int64) {
        append(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    }

    /// Eight bytes, for numbers without any small ones.
    public mutating func append(wide value: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }

    public mutating func append(_ other: some Collection<UInt8>) { bytes += other }

    public mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes += text.utf8
    }
}

/// Reads what ``PackedWriter`` has written. Bytes that no writer gives make it ``isSound`` no more, and give zeros.
public struct PackedReader: Sendable {
    private let bytes: [UInt8]
    public private(set) var position: Int
    public private(set) var isSound = true

    public init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    public var isAtEnd: Bool { position >= bytes.count }

    public mutating func number() -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count && shift < 64 {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        isSound = false
        return 0
    }

    /// A number from 0 to `limit`.
    public mutating func count(atMost limit: Int = Int.max) -> Int {
        if let value = Int(exactly: number()), value <= limit { return value }
        isSound = false
        return 0
    }

    public mutating func signed() -> Int64 {
        let value = number()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    public mutating func wide() -> UInt64 {
        guard position + 8 <= bytes.count else {
            isSound = false
            position = bytes.count
            return 0
        }
        var value: UInt64 = 0
        for place in 0..<8 { value |= UInt64(bytes[position + place]) << UInt64(8 * place) }
        position += 8
        return value
    }

    public mutating func bytes(_ count: Int) -> [UInt8] {
        guard count <= bytes.count - position else {
            isSound = false
            return []
        }
        defer { position += count }
        return Array(bytes[position..<(position + count)])
    }

    /// Passes over some bytes.
    public mutating func skip(_ count: Int) {
        if count > bytes.count - position { isSound = false }
        position = min(bytes.count, position + max(0, count))
    }

    /// All that is left.
    public var rest: ArraySlice<UInt8> { bytes[position...] }

    public mutating func text() -> String {
        let count = count(atMost: bytes.count - position)
        defer { position += count }
        return String(decoding: bytes[position..<(position + count)], as: UTF8.self)
    }
}
