/// Bytes that outlive the memory they stand in.
public enum ByteCopy {
    /// A copy of `bytes` as an array.
    public static func bytes(_ bytes: Span<UInt8>) -> [UInt8] {
        unsafe bytes.withUnsafeBufferPointer { unsafe [UInt8]($0) }
    }
}
