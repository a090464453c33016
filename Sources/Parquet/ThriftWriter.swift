import Bytes

/// Writes structures in Thrift's compact protocol. Fields come in the order of their numbers.
struct ThriftWriter: ~Copyable {
    var buffer: ByteBuffer
    /// The last field's number in each open structure.
    private var fields: [Int16] = [0]

    private enum Kind: UInt8 {
        case yes = 1
        case no = 2
        case i16 = 4
        case i32 = 5
        case i64 = 6
        case binary = 8
        case list = 9
        case structure = 12
    }

    init(capacity: Int = 256) { buffer = ByteBuffer(capacity: capacity) }

    mutating func removeAll() {
        buffer.removeAll(keepingAtMost: 1 << 16)
        fields = [0]
    }

    mutating func integer(_ field: Int16, _ value: Int32) {
        header(field, .i32)
        zigzag(Int64(value))
    }

    mutating func short(_ field: Int16, _ value: Int16) {
        header(field, .i16)
        zigzag(Int64(value))
    }

    mutating func long(_ field: Int16, _ value: Int64) {
        header(field, .i64)
        zigzag(value)
    }

    mutating func boolean(_ field: Int16, _ value: Bool) { header(field, value ? .yes : .no) }

    mutating func text(_ field: Int16, _ value: String) {
        header(field, .binary)
        element(value)
    }

    mutating func binary(_ field: Int16, _ value: [UInt8]) {
        header(field, .binary)
        buffer.append(unsigned: UInt64(value.count))
        buffer.append(value)
    }

    /// A structure as a field.
    mutating func structure(_ field: Int16, _ body: (inout ThriftWriter) -> Void) {
        header(field, .structure)
        element(body)
    }

    // Lists: the head, then as many elements.

    mutating func structures(_ field: Int16, count: Int) { list(field, .structure, count) }
    mutating func integers(_ field: Int16, _ values: [Int32]) {
        list(field, .i32, values.count)
        for value in values { zigzag(Int64(value)) }
    }
    mutating func texts(_ field: Int16, _ values: [String]) {
        list(field, .binary, values.count)
        for value in values { element(value) }
    }

    /// A structure as an element of a list, or the outermost one.
    mutating func element(_ body: (inout ThriftWriter) -> Void) {
        fields.append(0)
        body(&self)
        fields.removeLast()
        buffer.append(UInt8(0))
    }

    private mutating func element(_ value: String) {
        buffer.append(unsigned: UInt64(value.utf8.count))
        buffer.append(value)
    }

    private mutating func list(_ field: Int16, _ kind: Kind, _ count: Int) {
        header(field, .list)
        if count < 15 {
            buffer.append(UInt8(count) << 4 | kind.rawValue)
        } else {
            buffer.append(0xF0 | kind.rawValue)
            buffer.append(unsigned: UInt64(count))
        }
    }

    private mutating func header(_ field: Int16, _ kind: Kind) {
        let last = fields[fields.count - 1]
        precondition(field > last && field - last < 16, "fields come in order")
        buffer.append(UInt8(field - last) << 4 | kind.rawValue)
        fields[fields.count - 1] = field
    }

    private mutating func zigzag(_ value: Int64) {
        buffer.append(unsigned: UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    }
}
