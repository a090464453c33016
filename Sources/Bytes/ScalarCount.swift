/// Counting the characters of UTF-8 text.
public enum ScalarCount {
    private typealias Block = SIMD16<UInt8>

    /// The number of scalar values in well-formed UTF-8 that are neither white space (Unicode) nor ASCII controls.
    public static func visible(_ bytes: Span<UInt8>) -> Int {
        unsafe bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return unsafe visible(base, buffer.count)
        }
    }

    /// Counts lead bytes sixteen at a time. The ideographic space is told in the same pass; other white space outside ASCII
    /// is rare, so its lead bytes send a block to the slow path.
    private static func visible(_ base: UnsafeRawPointer, _ count: Int) -> Int {
        let zero = Block(repeating: 0)
        var total = 0
        var position = 0
        // A block is read with the two bytes behind it.
        while position + 18 <= count {
            // A lane counts to 255 at most.
            var lanes = zero
            var blocks = 0
            while blocks < 255 && position + 18 <= count {
                let block = unsafe base.loadUnaligned(fromByteOffset: position, as: Block.self)
                let second = unsafe base.loadUnaligned(fromByteOffset: position + 1, as: Block.self)
                let third = unsafe base.loadUnaligned(fromByteOffset: position + 2, as: Block.self)
                let space = (block .== 0xE3) .& (second .== 0x80) .& (third .== 0x80)
                // Between 0x80 and 0xBF are the bytes that continue a character.
                let lead = ((block .> 0x20) .& (block .< 0x80)) .| (block .>= 0xC0)
                lanes &+= zero.replacing(with: 1, where: lead .& .!space)
                let rare = (block .== 0xC2) .| ((block .== 0xE2) .& ((second .== 0x80) .| (second .== 0x81))) .| (block .== 0xE1)
                if any(rare) {
                    for offset in position..<(position + 16) where unsafe isRareSpace(base, offset, count) { total -= 1 }
                }
                position += 16
                blocks += 1
            }
            for lane in 0..<16 { total += Int(lanes[lane]) }
        }
        while position < count {
            let byte = unsafe base.load(fromByteOffset: position, as: UInt8.self)
            if (byte > 0x20 && byte < 0x80) || byte >= 0xC0 {
                let isIdeographic = unsafe byte == 0xE3 && isSequence(base, position, count, 0x80, 0x80)
                if unsafe !isIdeographic && !isRareSpace(base, position, count) { total += 1 }
            }
            position += 1
        }
        return total
    }

    /// True at the lead byte of white space that is neither ASCII nor U+3000.
    private static func isRareSpace(_ base: UnsafeRawPointer, _ position: Int, _ count: Int) -> Bool {
        guard position + 1 < count else { return false }
        let lead = unsafe base.load(fromByteOffset: position, as: UInt8.self)
        let second = unsafe base.load(fromByteOffset: position + 1, as: UInt8.self)
        if lead == 0xC2 { return second == 0x85 || second == 0xA0 }
        guard position + 2 < count else { return false }
        let third = unsafe base.load(fromByteOffset: position + 2, as: UInt8.self)
        switch (lead, second) {
        case (0xE1, 0x9A): return third == 0x80
        case (0xE2, 0x81): return third == 0x9F
        case (0xE2, 0x80): return third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
        default: return false
        }
    }

    private static func isSequence(
        _ base: UnsafeRawPointer, _ position: Int, _ count: Int, _ second: UInt8, _ third: UInt8
    ) -> Bool {
        guard position + 2 < count else { return false }
        return unsafe base.load(fromByteOffset: position + 1, as: UInt8.self) == second
            && base.load(fromByteOffset: position + 2, as: UInt8.self) == third
    }
}
