/// Tells tar archives, old ones without a signature too.
enum TarHeader {
    /// Whether the checksum of the first block holds.
    static func stands(in bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 512, bytes[0] != 0 else { return false }
        var printed = 0
        var digits = 0
        for index in 148..<156 {
            let byte = bytes[index]
            if byte >= 0x30 && byte <= 0x37 {
                printed = printed << 3 | Int(byte - 0x30)
                digits += 1
            } else if byte != 0x20 && byte != 0 {
                return false
            }
        }
        if digits == 0 { return false }
        var sum = 0
        for index in 0..<512 { sum += (148..<156).contains(index) ? 0x20 : Int(bytes[index]) }
        return printed == sum
    }
}
