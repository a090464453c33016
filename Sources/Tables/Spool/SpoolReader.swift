public import ReportModel

/// Reads what ``SpoolSink`` has written.
///
/// The bytes come from the same process; a wrong one is a fault of ours and ends it.
public struct SpoolReader {
    /// The place of the next byte.
    public var position: Int

    @inlinable public init(at position: Int = 0) { self.position = position }

    /// Gives whole rows to a sink until the bytes end.
    ///
    /// - Returns: how many.
    @discardableResult
    @inlinable public mutating func rows<Sink: RowSink & ~Copyable>(
        of table: Table, in bytes: Span<UInt8>, into sink: inout Sink
    ) -> Int {
        let columns = table.schema.columns.count
        var count = 0
        while position < bytes.count {
            sink.beginRow()
            cells(columns, in: bytes, into: &sink)
            sink.endRow()
            count += 1
        }
        return count
    }

    /// Gives the next cells to a sink.
    @inlinable public mutating func cells<Sink: RowSink & ~Copyable>(
        _ count: Int, in bytes: Span<UInt8>, into sink: inout Sink
    ) {
        var left = count
        while left > 0 { left -= cell(in: bytes, into: &sink) }
        precondition(left == 0, "a spooled row is longer than its table")
    }

    /// - Returns: how many cells it was.
    @inlinable mutating func cell<Sink: RowSink & ~Copyable>(in bytes: Span<UInt8>, into sink: inout Sink) -> Int {
        guard let tag = SpoolTag(rawValue: byte(bytes)) else { preconditionFailure("no spooled cell begins here") }
        switch tag {
        case .null: sink.null()
        case .integer: sink.integer(Int(signed(bytes)))
        case .text: sink.text(bytes.extracting(run(bytes)))
        case .identifier: sink.identifier(bytes.extracting(run(bytes)))
        case .date: sink.date(bytes.extracting(run(bytes)))
        case .code:
            guard let vocabulary = Vocabulary(rawValue: Int(byte(bytes))) else {
                preconditionFailure("no such vocabulary")
            }
            sink.code(Code(Int(varint(bytes)), of: vocabulary))
        case .decimal:
            let scale = byte(bytes)
            sink.decimal(DecimalValue(mantissa: signed(bytes), scale: scale))
        case .locator:
            let page = UInt16(varint(bytes))
            let table = UInt16(varint(bytes))
            let row = Int32(signed(bytes))
            sink.locator(Locator(table: table, row: row, cell: UInt16(varint(bytes)), page: page))
        case .boolean: sink.boolean(byte(bytes) != 0)
        case .constants:
            let cell = Int(varint(bytes))
            sink.constants(ofCell: cell)
            return CellCatalogue.shared.cells[cell].codes.count
        }
        return 1
    }

    @inlinable mutating func byte(_ bytes: Span<UInt8>) -> UInt8 {
        defer { position += 1 }
        return bytes[position]
    }

    @inlinable mutating func varint(_ bytes: Span<UInt8>) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = byte(bytes)
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
        }
    }

    @inlinable mutating func signed(_ bytes: Span<UInt8>) -> Int64 {
        let value = varint(bytes)
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    /// The place of a run of bytes with its length in front.
    @inlinable mutating func run(_ bytes: Span<UInt8>) -> Range<Int> {
        let count = Int(varint(bytes))
        let start = position
        position += count
        return start..<position
    }
}
