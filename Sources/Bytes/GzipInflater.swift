internal import CZlib

/// Gunzips a stream piece by piece: any number of members behind one another, zero padding behind the last.
@safe public struct GzipInflater: ~Copyable {
    /// zlib keeps the address of its stream, so that it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var limits: InflateLimits
    private var state = State.betweenMembers
    /// True where zlib may hold back output for want of room.
    private var isFull = false
    /// Compressed bytes taken in, and bytes given out, over all members.
    public private(set) var taken: Int64 = 0
    public private(set) var given: Int64 = 0

    private enum State { case betweenMembers, inMember, padding }

    public init(limits: InflateLimits) {
        self.limits = limits
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 15 is the largest window, 16 asks for the gzip wrapper.
        let status = unsafe czlib_inflate_init(stream, 15 + 16)
        precondition(status == Z_OK, "zlib refused to start: \(status)")
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Starts over with a new stream.
    public mutating func reset(limits: InflateLimits) {
        self.limits = limits
        state = .betweenMembers
        isFull = false
        taken = 0
        given = 0
        unsafe inflateReset(stream)
    }

    /// Takes in bytes and appends at most `room` inflated bytes to `output`.
    ///
    /// - Returns: how many bytes of `input` were used up. Less than `room` given: more input is wanted. Otherwise call again
    ///   with what was not used, even if that is nothing.
    public mutating func inflate(
        _ input: Span<UInt8>, into output: inout ByteBuffer, atMost room: Int
    ) throws(InflateError) -> Int {
        let start = output.count
        var position = 0
        while (position < input.count || isFull) && output.count - start < room {
            if state != .inMember {
                if input[position] == 0 && taken > 0 {
                    state = .padding
                    position += 1
                    taken += 1
                    continue
                }
                guard state == .betweenMembers else { throw .damaged(offset: taken) }
                unsafe inflateReset(stream)
                state = .inMember
            }
            position += try step(input, position, &output, room - (output.count - start))
        }
        return position
    }

    private mutating func step(
        _ input: Span<UInt8>, _ position: Int, _ output: inout ByteBuffer, _ room: Int
    ) throws(InflateError) -> Int {
        let offered = min(input.count - position, 1 << 30)
        // One byte above the limit is asked for, so that reaching the limit exactly is no error.
        let wanted = Int(min(Int64(min(room, 1 << 18)), limits.size - given + 1))
        output.reserve(wanted)
        let status = unsafe input.withUnsafeBufferPointer { source in
            unsafe stream.pointee.next_in = UnsafeMutablePointer(
                mutating: source.baseAddress.unsafelyUnwrapped + position)
            unsafe stream.pointee.avail_in = UInt32(offered)
            unsafe stream.pointee.next_out = output.base + output.used
            unsafe stream.pointee.avail_out = UInt32(wanted)
            return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        }
        let used = unsafe offered - Int(stream.pointee.avail_in)
        let produced = unsafe wanted - Int(stream.pointee.avail_out)
        output.used += produced
        isFull = status == Z_OK && produced == wanted
        taken += Int64(used)
        given += Int64(produced)
        switch status {
        case Z_STREAM_END: state = .betweenMembers
        case Z_OK, Z_BUF_ERROR: break
        default: throw .damaged(offset: taken)
        }
        if given > limits.size { throw .tooLarge(limit: limits.size) }
        if given > limits.ratioFloor && given / max(taken, 1) >= limits.ratio {
            throw .ratioTooHigh(limit: limits.ratio)
        }
        return used
    }

    /// Whether everything given out so far has passed its checksum.
    public var isBetweenMembers: Bool { state != .inMember }

    /// To be called when there is no more input.
    public func finish() throws(InflateError) {
        if state == .inMember || taken == 0 { throw .truncated }
    }

    /// Inflates bytes that are all there.
    public mutating func inflateAll(_ input: Span<UInt8>, into output: inout ByteBuffer) throws(InflateError) {
        var position = 0
        while position < input.count || isFull {
            position += try inflate(input.extracting(position..<input.count), into: &output, atMost: 1 << 18)
        }
        try finish()
    }
}
