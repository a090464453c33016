/// Sixteen bytes at once. Functions and no methods of the vector: the compiler does not put those in line.
enum ByteBlock {
    typealias Block = SIMD16<UInt8>
    typealias Mask = SIMDMask<SIMD16<Int8>>

    /// 0xFF where a comparison holds, 0 elsewhere. A mask is kept as just these bytes, so that this costs nothing.
    @inline(__always)
    static func bytes(_ mask: Mask) -> Block { unsafe unsafeBitCast(mask, to: Block.self) }

    /// Sixteen times the same byte. The library's own way sets lane after lane where the byte is not known at build time.
    @inline(__always)
    static func all(_ byte: UInt8) -> Block {
        let word = UInt64(byte) &* 0x0101_0101_0101_0101
        return unsafe unsafeBitCast(SIMD2<UInt64>(word, word), to: Block.self)
    }

    /// True where all bytes are zero.
    @inline(__always)
    static func isZero(_ block: Block) -> Bool {
        let words = unsafe unsafeBitCast(block, to: SIMD2<UInt64>.self)
        return words[0] | words[1] == 0
    }
}
