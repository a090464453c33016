import Glibc

/// Growable memory: what a file is read into, and what output is rendered to.
///
/// It owns its bytes, is handed on as `inout` and keeps its memory when emptied, so that one buffer serves a whole run.
@safe public struct ByteBuffer: ~Copyable, @unchecked Sendable {
    @usableFromInline var base: UnsafeMutablePointer<UInt8>
    @usableFromInline var room: Int
    @usableFromInline var used: Int

    /// Room for `capacity` bytes; it grows as needed.
    public init(capacity: Int = 4096) {
        room = max(capacity, 64)
        used = 0
        guard let memory = unsafe malloc(room) else { fatalError("out of memory: \(capacity) bytes") }
        unsafe base = memory.bindMemory(to: UInt8.self, capacity: room)
    }

    deinit { unsafe free(base) }

    @inlinable public var count: Int { used }
    @inlinable public var isEmpty: Bool { used == 0 }
    public var capacity: Int { room }

    @inlinable public subscript(position: Int) -> UInt8 {
        precondition(position >= 0 && position < used, "outside the buffer")
        return unsafe base[position]
    }

    /// Forgets the content. Memory beyond `limit` bytes goes back to the system, so that one huge file does not stay for good.
    public mutating func removeAll(keepingAtMost limit: Int = .max) {
        used = 0
        if room > limit { resize(to: max(limit, 64)) }
    }

    /// Drops all behind the first `count` bytes.
    @inlinable public mutating func truncate(to count: Int) {
        precondition(count >= 0 && count <= used, "outside the buffer")
        used = count
    }

    /// Drops the first `count` bytes and moves the rest to the front.
    public mutating func removeFirst(_ count: Int) {
        precondition(count >= 0 && count <= used, "outside the buffer")
        unsafe memmove(base, base + count, used - count)
        used -= count
    }

    /// Makes sure that `more` bytes fit without another allocation.
    @inlinable public mutating func reserve(_ more: Int) {
        if more > room &- used { grow(more) }
    }

    @usableFromInline @inline(never) mutating func grow(_ more: Int) {
        let (needed, overflow) = used.addingReportingOverflow(more)
        precondition(!overflow && more >= 0, "a buffer cannot be that large")
        resize(to: max(needed, room + room / 2))
    }

    private mutating func resize(to size: Int) {
        guard let memory = unsafe realloc(base, size) else { fatalError("out of memory: \(size) bytes") }
        unsafe base = memory.bindMemory(to: UInt8.self, capacity: size)
        room = size
    }

    /// The content, for as long as `body` runs.
    @inlinable public borrowing func withSpan<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(unsafe Span(_unsafeStart: UnsafePointer(base), count: used))
    }

    /// A part of the content, for as long as `body` runs.
    @inlinable public borrowing func withSpan<Result, Failure: Error>(
        of range: Range<Int>, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        precondition(range.lowerBound >= 0 && range.upperBound <= used, "outside the buffer")
        return try body(unsafe Span(_unsafeStart: UnsafePointer(base + range.lowerBound), count: range.count))
    }

    /// A copy of the content.
    public borrowing func bytes() -> [UInt8] { bytes(0..<used) }

    /// A copy of a part of the content.
    public borrowing func bytes(_ range: Range<Int>) -> [UInt8] {
        precondition(range.lowerBound >= 0 && range.upperBound <= used, "outside the buffer")
        return unsafe [UInt8](UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
    }

    /// A part of the content as text; ill-formed UTF-8 is mended with U+FFFD.
    public borrowing func string(_ range: Range<Int>) -> String {
        precondition(range.lowerBound >= 0 && range.upperBound <= used, "outside the buffer")
        return unsafe String(
            decoding: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count), as: UTF8.self)
    }
}
