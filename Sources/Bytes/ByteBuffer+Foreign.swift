extension ByteBuffer {
    /// For C libraries that take an address: that of the first byte, good until the buffer is changed next.
    public var unsafeBaseAddress: UnsafeRawPointer { unsafe UnsafeRawPointer(base) }

    /// For C libraries that fill memory: appends at most `room` bytes, of which `fill` says how many it wrote.
    ///
    /// - Returns: what `fill` returned; a negative number appends nothing.
    public mutating func append(atMost room: Int, fill: (UnsafeMutableRawPointer) -> Int) -> Int {
        reserve(room)
        let count = unsafe fill(UnsafeMutableRawPointer(base + used))
        precondition(count <= room, "more bytes were written than there was room for")
        if count > 0 { used += count }
        return count
    }
}
