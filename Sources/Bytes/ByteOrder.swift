import Glibc

/// Bytes by their unsigned values, which is the order of Unicode scalars in UTF-8.
public enum ByteOrder {
    /// Negative where `left` comes first, 0 where both are equal.
    public static func compare(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        let common = min(left.count, right.count)
        if common > 0 {
            let order = unsafe left.withUnsafeBufferPointer { left in
                unsafe right.withUnsafeBufferPointer { right in
                    unsafe memcmp(left.baseAddress.unsafelyUnwrapped, right.baseAddress.unsafelyUnwrapped, common)
                }
            }
            if order != 0 { return Int(order) }
        }
        return left.count - right.count
    }
}
