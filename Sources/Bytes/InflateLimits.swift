/// How far compressed bytes may grow.
public struct InflateLimits: Hashable, Sendable {
    /// Bytes that may come out.
    public var size: Int64
    /// How many times larger than the bytes taken in, once `ratioFloor` bytes have come out.
    public var ratio: Int64
    /// Below this many bytes the ratio is not looked at.
    public var ratioFloor: Int64

    public init(size: Int64, ratio: Int64, ratioFloor: Int64 = 1 << 20) {
        self.size = size
        self.ratio = ratio
        self.ratioFloor = ratioFloor
    }
}

/// Why bytes could not be inflated.
public enum InflateError: Error, Hashable, Sendable {
    /// No gzip, or broken, at this offset of the compressed bytes.
    case damaged(offset: Int64)
    /// The compressed bytes end in the middle of a member.
    case truncated
    /// More than this many bytes would come out.
    case tooLarge(limit: Int64)
    /// More than this many times the bytes taken in.
    case ratioTooHigh(limit: Int64)
}
