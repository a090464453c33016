/// A short name as one number, so that looking it up costs no string: eight bytes and the length.
struct PackedName: Hashable, Sendable {
    private(set) var letters: UInt64 = 0
    private(set) var length: UInt32 = 0

    init() {}

    init(_ name: String) {
        for byte in name.utf8 { append(byte) }
    }

    mutating func append(_ byte: UInt8) {
        if length < 8 { letters = letters << 8 | UInt64(byte) }
        length &+= 1
    }
}
