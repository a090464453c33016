import Glibc

/// Looking for bytes in bytes.
public enum ByteSearch {
    /// The first place of `byte` at or behind `start`; the number of bytes where there is none.
    public static func first(_ byte: UInt8, in bytes: Span<UInt8>, from start: Int = 0) -> Int {
        let count = bytes.count
        precondition(start >= 0 && start <= count, "outside the bytes")
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, let found = unsafe memchr(base + start, Int32(byte), count - start)
            else {
                return count
            }
            return unsafe UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
        }
    }

    /// The first place of a run of bytes at or behind `start`; nil where there is none.
    public static func first(_ needle: [UInt8], in bytes: Span<UInt8>, from start: Int = 0) -> Int? {
        let count = bytes.count
        precondition(start >= 0 && start <= count, "outside the bytes")
        guard let lead = needle.first else { return start }
        var place = first(lead, in: bytes, from: start)
        while place + needle.count <= count {
            if matches(needle, in: bytes, at: place) { return place }
            place = first(lead, in: bytes, from: place + 1)
        }
        return nil
    }

    /// The first place in `range` of three bytes that stand there whole: of a Chinese character in UTF-8. The end of the range
    /// where there is none.
    public static func first(_ character: (UInt8, UInt8, UInt8), in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "outside the bytes")
        return unsafe bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return range.upperBound }
            var position = range.lowerBound
            let wanted = (
                ByteBlock.all(character.0), ByteBlock.all(character.1), ByteBlock.all(character.2)
            )
            while position + 18 <= range.upperBound {
                let lead = unsafe base.loadUnaligned(fromByteOffset: position, as: SIMD16<UInt8>.self)
                let second = unsafe base.loadUnaligned(fromByteOffset: position &+ 1, as: SIMD16<UInt8>.self)
                let third = unsafe base.loadUnaligned(fromByteOffset: position &+ 2, as: SIMD16<UInt8>.self)
                let found = (lead .== wanted.0) .& (second .== wanted.1) .& (third .== wanted.2)
                if !ByteBlock.isZero(ByteBlock.bytes(found)) { break }
                position &+= 16
            }
            while position + 3 <= range.upperBound {
                if unsafe base.load(fromByteOffset: position, as: UInt8.self) == character.0,
                    unsafe base.load(fromByteOffset: position &+ 1, as: UInt8.self) == character.1,
                    unsafe base.load(fromByteOffset: position &+ 2, as: UInt8.self) == character.2
                {
                    return position
                }
                position &+= 1
            }
            return range.upperBound
        }
    }

    /// True where `needle` stands at `place`.
    public static func matches(_ needle: [UInt8], in bytes: Span<UInt8>, at place: Int) -> Bool {
        guard place >= 0, place + needle.count <= bytes.count else { return false }
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return needle.isEmpty }
            return unsafe memcmp(base + place, needle, needle.count) == 0
        }
    }

    /// Whether any of four bytes occurs.
    public static func containsAny(of wanted: (UInt8, UInt8, UInt8, UInt8), in bytes: Span<UInt8>) -> Bool {
        unsafe bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return false }
            let count = buffer.count
            let wide = (
                ByteBlock.all(wanted.0), ByteBlock.all(wanted.1), ByteBlock.all(wanted.2),
                ByteBlock.all(wanted.3)
            )
            if count >= 16 {
                var position = 0
                while position < count {
                    // Of the last sixteen bytes some may have been looked at before.
                    let block = unsafe base.loadUnaligned(
                        fromByteOffset: min(position, count &- 16), as: SIMD16<UInt8>.self)
                    if holds(block, wide) { return true }
                    position &+= 16
                }
                return false
            }
            if count >= 8 {
                let halves = unsafe SIMD2<UInt64>(
                    base.loadUnaligned(as: UInt64.self),
                    base.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
                return holds(unsafe unsafeBitCast(halves, to: SIMD16<UInt8>.self), wide)
            }
            for position in 0..<count {
                let byte = unsafe base.load(fromByteOffset: position, as: UInt8.self)
                if byte == wanted.0 || byte == wanted.1 || byte == wanted.2 || byte == wanted.3 { return true }
            }
            return false
        }
    }

    private typealias Four = (SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>)

    @inline(__always)
    private static func holds(_ block: SIMD16<UInt8>, _ wanted: Four) -> Bool {
        let found = (block .== wanted.0) .| (block .== wanted.1) .| (block .== wanted.2) .| (block .== wanted.3)
        return !ByteBlock.isZero(ByteBlock.bytes(found))
    }
}
