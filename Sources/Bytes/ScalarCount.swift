/// Counting the characters of UTF-8 text.
public enum ScalarCount {
    /// The number of scalar values in well-formed UTF-8 that are neither white space (as Unicode has it) nor ASCII controls.
    public static func visible(_ bytes: Span<UInt8>) -> Int {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            var total = 0
            var position = 0
            while position < buffer.count {
                let end = min(position + block, buffer.count)
                total += unsafe beginnings(base + position, end - position)
                total -= unsafe spaces(base + position, end - position, ahead: min(buffer.count - end, 2))
                position = end
            }
            return total
        }
    }

    /// Counts of a block fit a byte, so that vectors of bytes can hold them.
    private static let block = 240

    /// How many bytes begin a character that is no ASCII white space or control. Without a branch: the compiler makes
    /// vectors of this loop.
    private static func beginnings(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int {
        var found: UInt8 = 0
        for position in 0..<count {
            let byte = unsafe base[position]
            found &+= one((byte &- 0x21) < 0x5F) | one(byte >= 0xC0)
        }
        return Int(found)
    }

    /// How many characters are white space outside ASCII. All but U+3000 are rare and looked at one by one.
    ///
    /// - Parameter ahead: how many bytes (2 at most) can be read behind the block.
    private static func spaces(_ base: UnsafePointer<UInt8>, _ count: Int, ahead: Int) -> Int {
        let safe = max(0, count + ahead - 2)
        var ideographic: UInt8 = 0
        var suspicious: UInt8 = 0
        for position in 0..<min(count, safe) {
            let byte = unsafe base[position]
            let second = unsafe base[position + 1]
            let third = unsafe base[position + 2]
            ideographic &+= one(((byte ^ 0xE3) | (second ^ 0x80) | (third ^ 0x80)) == 0)
            // A lead byte C2, E1 or E2 of a character that is no common quotation mark or dash.
            suspicious |= one(byte == 0xC2) | one((byte ^ 0xE1) == 0) | (one(byte == 0xE2) & one((third &- 0x8B) > 0x13))
        }
        var found = suspicious == 0 ? Int(ideographic) : 0
        for position in (suspicious == 0 ? min(count, safe) : 0)..<count
        where unsafe isSpace(base + position, count + ahead - position) {
            found += 1
        }
        return found
    }

    private static func isSpace(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count >= 2 else { return false }
        let lead = unsafe base[0]
        let second = unsafe base[1]
        if lead == 0xC2 { return second == 0x85 || second == 0xA0 }
        guard count >= 3 else { return false }
        let third = unsafe base[2]
        switch (lead, second) {
        case (0xE3, 0x80), (0xE1, 0x9A): return third == 0x80
        case (0xE2, 0x81): return third == 0x9F
        case (0xE2, 0x80): return third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
        default: return false
        }
    }

    @inline(__always)
    private static func one(_ condition: Bool) -> UInt8 { condition ? 1 : 0 }
}
