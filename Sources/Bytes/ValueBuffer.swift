import Glibc

/// Growable memory for plain values of one type: columns, indices, offsets.
///
/// It owns its values and keeps its memory when emptied, as ``ByteBuffer`` does for bytes.
@safe public struct ValueBuffer<Value: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
    @usableFromInline var base: UnsafeMutablePointer<Value>
    @usableFromInline var room: Int
    @usableFromInline var used: Int

    /// Room for `capacity` values; it grows as needed.
    @inlinable public init(capacity: Int = 16) {
        room = max(capacity, 16)
        used = 0
        unsafe base = .allocate(capacity: room)
    }

    deinit { unsafe base.deallocate() }

    @inlinable public var count: Int { used }
    @inlinable public var isEmpty: Bool { used == 0 }

    @inlinable public subscript(position: Int) -> Value {
        get {
            precondition(position >= 0 && position < used, "outside the buffer")
            return unsafe base[position]
        }
        set {
            precondition(position >= 0 && position < used, "outside the buffer")
            unsafe base[position] = newValue
        }
    }

    @inlinable public mutating func append(_ value: Value) {
        if used == room { grow(1) }
        unsafe base[used] = value
        used &+= 1
    }

    @inlinable public mutating func append(repeating value: Value, count: Int) {
        if count <= 0 { return }
        reserve(count)
        unsafe (base + used).update(repeating: value, count: count)
        used &+= count
    }

    @inlinable public mutating func append(_ values: Span<Value>) {
        reserve(values.count)
        unsafe values.withUnsafeBufferPointer { source in
            guard let start = source.baseAddress else { return }
            unsafe (base + used).update(from: start, count: source.count)
        }
        used &+= values.count
    }

    /// Appends every `stride`th of some values from `start` on, `count` of them.
    @inlinable public mutating func append(_ values: Span<Value>, from start: Int, stride: Int, count: Int) {
        if count <= 0 { return }
        precondition(start >= 0 && stride > 0 && (count - 1) <= (values.count - 1 - start) / stride, "outside the values")
        reserve(count)
        unsafe values.withUnsafeBufferPointer { source in
            for number in 0..<count { unsafe base[used &+ number] = source[start &+ number &* stride] }
        }
        used &+= count
    }

    /// Makes sure that `more` values fit without another allocation.
    @inlinable public mutating func reserve(_ more: Int) {
        if more > room &- used { grow(more) }
    }

    @usableFromInline @inline(never) mutating func grow(_ more: Int) {
        let (needed, overflow) = used.addingReportingOverflow(more)
        precondition(!overflow && more >= 0, "a buffer cannot be that large")
        resize(to: max(needed, room + room / 2))
    }

    @usableFromInline mutating func resize(to size: Int) {
        let larger = UnsafeMutablePointer<Value>.allocate(capacity: size)
        unsafe larger.update(from: base, count: used)
        unsafe base.deallocate()
        unsafe base = larger
        room = size
    }

    /// Forgets the content. Memory beyond `limit` values goes back to the system.
    @inlinable public mutating func removeAll(keepingAtMost limit: Int = .max) {
        used = 0
        if room > limit { resize(to: max(limit, 16)) }
    }

    @inlinable public mutating func removeLast(_ count: Int) {
        precondition(count >= 0 && count <= used, "outside the buffer")
        used &-= count
    }

    /// The content, for as long as `body` runs.
    @inlinable public borrowing func withSpan<Result, Failure: Error>(
        _ body: (Span<Value>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(unsafe Span(_unsafeStart: UnsafePointer(base), count: used))
    }
}

extension ValueBuffer where Value == UInt32 {
    /// Appends what a map has at some places.
    @inlinable public mutating func append(_ places: Span<UInt32>, through map: Span<UInt32>) {
        reserve(places.count)
        unsafe places.withUnsafeBufferPointer { places in
            for number in places.indices { unsafe base[used &+ number] = map[Int(places[number])] }
        }
        used &+= places.count
    }
}
