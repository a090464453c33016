/// A half-open range of bytes in ``Document/text``.
public struct SourceSpan: Hashable, Sendable {
    public var start: Int32
    public var end: Int32

    @inlinable public init(_ start: Int, _ end: Int) {
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
    }

    public static let empty = SourceSpan(0, 0)

    @inlinable public var count: Int { Int(end) - Int(start) }
    @inlinable public var isEmpty: Bool { end <= start }
    @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
}
