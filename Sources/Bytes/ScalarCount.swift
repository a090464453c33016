/// Counting the characters of UTF-8 text.
public enum ScalarCount {
    private typealias Block = SIMD16<UInt8>

    /// The number of scalar values in well-formed UTF-8 that are neither white space (as Unicode has it) nor ASCII controls.
    public static func visible(_ bytes: Span<UInt8>) -> Int {
        unsafe bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return unsafe visible(base, buffer.count)
        }
    }

    /// Vectors of sixteen bytes, each read with the two bytes behind it. White space other than ASCII and U+3000 is rare; a
    /// run of vectors that may hold some is looked at byte by byte.
    private static func visible(_ base: UnsafeRawPointer, _ count: Int) -> Int {
        var total = 0
        var position = 0
        while position + 18 <= count {
            let start = position
            // A lane takes 255 characters before it overflows.
            let end = position + min((count - position - 2) / 16, 255) * 16
            var found = Block.zero
            var suspicious = Block.zero
            while position < end {
                unsafe tally(base + position, &found, &suspicious)
                position += 16
            }
            if ByteBlock.isZero(suspicious) {
                for lane in 0..<16 { total += Int(found[lane]) }
            } else {
                for offset in start..<end { total += unsafe beginning(base + offset, count - offset) }
            }
        }
        while position < count {
            total += unsafe beginning(base + position, count - position)
            position += 1
        }
        return total
    }

    /// Counts the characters that begin in sixteen bytes and marks lead bytes of what may be rare white space.
    @inline(__always)
    private static func tally(_ here: UnsafeRawPointer, _ found: inout Block, _ suspicious: inout Block) {
        let first = unsafe here.loadUnaligned(as: Block.self)
        let second = unsafe (here + 1).loadUnaligned(as: Block.self)
        let third = unsafe (here + 2).loadUnaligned(as: Block.self)
        let continuing = first & Block(repeating: 0xC0) .== Block(repeating: 0x80)
        let blank = first .<= Block(repeating: 0x20)
        let ideographic =
            (first ^ Block(repeating: 0xE3)) | (second ^ Block(repeating: 0x80)) | (third ^ Block(repeating: 0x80))
            .== Block.zero
        found &+= Block(repeating: 1)
        found &+= ByteBlock.bytes(continuing .| blank .| ideographic)
        // The common quotation marks and dashes are E2 80 93 ... 9E.
        let isCommon = (third &- Block(repeating: 0x8B)) .< Block(repeating: 0x14)
        let isRare = (first .== Block(repeating: 0xC2)) .| (first .== Block(repeating: 0xE1))
        let isGeneral = (first .== Block(repeating: 0xE2)) .& .!isCommon
        suspicious |= ByteBlock.bytes(isRare .| isGeneral)
    }

    /// 1 where a visible character begins, with `count` bytes left.
    private static func beginning(_ base: UnsafeRawPointer, _ count: Int) -> Int {
        let lead = unsafe base.load(as: UInt8.self)
        if lead < 0x80 { return lead > 0x20 ? 1 : 0 }
        if lead < 0xC0 { return 0 }
        guard count >= 2 else { return 1 }
        let second = unsafe base.load(fromByteOffset: 1, as: UInt8.self)
        if lead == 0xC2 { return second == 0x85 || second == 0xA0 ? 0 : 1 }
        guard count >= 3 else { return 1 }
        let third = unsafe base.load(fromByteOffset: 2, as: UInt8.self)
        let isSpace =
            switch (lead, second) {
            case (0xE3, 0x80), (0xE1, 0x9A): third == 0x80
            case (0xE2, 0x81): third == 0x9F
            case (0xE2, 0x80): third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
            default: false
            }
        return isSpace ? 0 : 1
    }
}
