internal import CZlib

/// Compressing bytes.
public enum Deflate {
    /// One gzip member (without name and time, so that equal bytes give equal bytes).
    ///
    /// - Parameter level: 1 (fast) ... 9 (small).
    public static func gzip(_ input: Span<UInt8>, level: Int = 6, into output: inout ByteBuffer) {
        var stream = unsafe z_stream()
        let started = unsafe czlib_deflate_init(&stream, Int32(level), 15 + 16)
        precondition(started == Z_OK, "zlib refused to start: \(started)")
        defer { unsafe deflateEnd(&stream) }
        unsafe input.withUnsafeBufferPointer { source in
            var position = 0
            while true {
                let offered = min(source.count - position, 1 << 30)
                let last = position + offered == source.count
                unsafe stream.next_in = source.baseAddress.map { unsafe UnsafeMutablePointer(mutating: $0 + position) }
                unsafe stream.avail_in = UInt32(offered)
                let room = min(Int(unsafe deflateBound(&stream, UInt(offered))), 1 << 30)
                output.reserve(room)
                unsafe stream.next_out = output.base + output.used
                unsafe stream.avail_out = UInt32(room)
                let status = unsafe CZlib.deflate(&stream, last ? Z_FINISH : Z_NO_FLUSH)
                position += offered - Int(unsafe stream.avail_in)
                output.used += room - Int(unsafe stream.avail_out)
                precondition(
                    status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR, "zlib failed: \(status)")
                if status == Z_STREAM_END { return }
            }
        }
    }

    /// One gzip member of all bytes of an array.
    public static func gzip(_ input: [UInt8], level: Int = 6) -> [UInt8] {
        var output = ByteBuffer(capacity: input.count / 2 + 64)
        gzip(input.span, level: level, into: &output)
        return output.bytes()
    }
}
