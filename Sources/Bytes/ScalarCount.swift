/// Counting the characters of UTF-8 text.
public enum ScalarCount {
    /// The number of scalar values in well-formed UTF-8 that are neither white space (as Unicode has it) nor ASCII controls.
    public static func visible(_ bytes: Span<UInt8>) -> Int {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            var total = 0
            var position = 0
            while position < buffer.count {
                // The last two bytes of a block's characters may lie behind it.
                let count = min(block, buffer.count - position)
                let ahead = min(2, buffer.count - position - count)
                total += unsafe visible(base + position, count, ahead: ahead)
                position += count
            }
            return total
        }
    }

    /// Counts of a block fit a byte, so that vectors of bytes can hold them.
    private static let block = 240

    /// The compiler makes vectors of the loops without branches. White space other than ASCII and U+3000 is rare; its lead
    /// bytes send a block to the loop with branches.
    private static func visible(_ base: UnsafePointer<UInt8>, _ count: Int, ahead: Int) -> Int {
        var begins: UInt8 = 0
        for position in 0..<count {
            let byte = unsafe base[position]
            begins &+= one((byte &- 0x21) < 0x5F) | one(byte >= 0xC0)
        }
        let whole = max(0, count + ahead - 2)
        var spaces: UInt8 = 0
        var rare: UInt8 = 0
        for position in 0..<min(count, whole) {
            let byte = unsafe base[position]
            let second = unsafe base[position + 1]
            let third = unsafe base[position + 2]
            spaces &+= one(((byte ^ 0xE3) | (second ^ 0x80) | (third ^ 0x80)) == 0)
            rare |= one((byte &- 0xE1) < 2) | one(byte == 0xC2)
        }
        var total = Int(begins) - Int(spaces)
        if rare != 0 || whole < count {
            for position in 0..<count where unsafe base[position] == 0xC2 || (base[position] &- 0xE1) < 2 {
                if unsafe isRareSpace(base + position, count + ahead - position) { total -= 1 }
            }
        }
        return total
    }

    private static func isRareSpace(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count >= 2 else { return false }
        let lead = unsafe base[0]
        let second = unsafe base[1]
        if lead == 0xC2 { return second == 0x85 || second == 0xA0 }
        guard count >= 3 else { return false }
        let third = unsafe base[2]
        switch (lead, second) {
        case (0xE1, 0x9A): return third == 0x80
        case (0xE2, 0x81): return third == 0x9F
        case (0xE2, 0x80): return third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
        default: return false
        }
    }

    @inline(__always)
    private static func one(_ condition: Bool) -> UInt8 { condition ? 1 : 0 }
}
