/// Hashes for tables in memory. They differ from process to process, so that nobody can make inputs that collide.
public enum ByteHash {
    @usableFromInline static let seed = UInt64.random(in: .min ... .max) | 1

    public static func value(of bytes: Span<UInt8>) -> UInt32 {
        unsafe bytes.withUnsafeBytes { buffer in
            let count = buffer.count
            var hash = seed ^ UInt64(truncatingIfNeeded: count)
            var position = 0
            while count - position >= 8 {
                let word = unsafe buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                hash = mix(hash ^ word)
                position += 8
            }
            if position < count {
                var word: UInt64 = 0
                if count >= 8 {
                    // The last eight bytes; some of them count twice.
                    word = unsafe buffer.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
                } else {
                    while position < count {
                        word = unsafe word << 8 | UInt64(buffer[position])
                        position += 1
                    }
                }
                hash = mix(hash ^ word)
            }
            return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
        }
    }

    @inlinable public static func value(of number: UInt64) -> UInt32 {
        let hash = mix(seed ^ number)
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }

    /// Folds the 128 bits of a product.
    @inlinable static func mix(_ word: UInt64) -> UInt64 {
        let product = (word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: seed)
        return product.high ^ product.low
    }
}
