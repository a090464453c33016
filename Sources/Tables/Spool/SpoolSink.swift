public import Bytes
public import ReportModel

/// Rows in a compact binary form that ``SpoolReader`` gives to any other sink. No format of its own: nothing but the run
/// that wrote it reads it.
public struct SpoolSink: ~Copyable, RowSink {
    public var buffer: ByteBuffer
    /// Rows ended so far.
    public private(set) var rows = 0

    public init(capacity: Int = 4096) { buffer = ByteBuffer(capacity: capacity) }

    /// Forgets the rows and keeps the memory, up to a limit.
    public mutating func removeAll() {
        buffer.removeAll(keepingAtMost: 8 << 20)
        rows = 0
    }

    public mutating func beginRow() {}
    public mutating func endRow() { rows += 1 }
    public mutating func null() { buffer.append(SpoolTag.null.rawValue) }

    public mutating func integer(_ value: Int) {
        buffer.append(SpoolTag.integer.rawValue)
        buffer.append(signed: Int64(value))
    }

    public mutating func text(_ bytes: Span<UInt8>) { append(.text, bytes) }
    public mutating func identifier(_ bytes: Span<UInt8>) { append(.identifier, bytes) }
    public mutating func date(_ bytes: Span<UInt8>) { append(.date, bytes) }

    public mutating func code(_ code: Code) {
        buffer.append(SpoolTag.code.rawValue)
        buffer.append(UInt8(code.vocabulary.rawValue))
        buffer.append(varint: UInt64(code.index))
    }

    public mutating func decimal(_ value: DecimalValue) {
        buffer.append(SpoolTag.decimal.rawValue)
        buffer.append(value.scale)
        buffer.append(signed: value.mantissa)
    }

    public mutating func locator(_ locator: Locator) {
        buffer.append(SpoolTag.locator.rawValue)
        buffer.append(varint: UInt64(locator.page))
        buffer.append(varint: UInt64(locator.table))
        buffer.append(signed: Int64(locator.row))
        buffer.append(varint: UInt64(locator.cell))
    }

    public mutating func boolean(_ value: Bool) {
        buffer.append(SpoolTag.boolean.rawValue)
        buffer.append(value ? 1 : 0)
    }

    public mutating func constants(ofCell cell: Int) {
        buffer.append(SpoolTag.constants.rawValue)
        buffer.append(varint: UInt64(cell))
    }

    private mutating func append(_ tag: SpoolTag, _ bytes: Span<UInt8>) {
        buffer.append(tag.rawValue)
        buffer.append(varint: UInt64(bytes.count))
        buffer.append(bytes)
    }
}

/// What a spooled cell begins with.
@usableFromInline enum SpoolTag: UInt8 {
    case null, integer, text, identifier, date, code, decimal, locator, boolean
    /// The several constant cells of a statutory cell.
    case constants
}

extension ByteBuffer {
    /// Seven bits a byte, the lowest first.
    mutating func append(varint value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    /// Small magnitudes in few bytes, whatever their sign.
    mutating func append(signed value: Int64) {
        append(varint: UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    }
}
