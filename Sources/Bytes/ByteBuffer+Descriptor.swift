import Glibc

extension ByteBuffer {
    /// Writes everything to a file descriptor, however many calls that takes.
    public borrowing func write(to descriptor: Int32) throws(SystemError) {
        var done = 0
        while done < used {
            let written = unsafe Glibc.write(descriptor, base + done, used - done)
            if written > 0 {
                done += written
            } else if written < 0 && errno == EINTR {
                continue
            } else {
                throw written == 0 ? SystemError("write", code: EIO) : SystemError.last("write")
            }
        }
    }

    /// Appends what one `read` gives, at most `limit` bytes. Gives 0 at the end of the file.
    public mutating func read(from descriptor: Int32, atMost limit: Int) throws(SystemError) -> Int {
        reserve(limit)
        while true {
            let got = unsafe Glibc.read(descriptor, base + used, limit)
            if got >= 0 {
                used += got
                return got
            }
            if errno != EINTR { throw SystemError.last("read") }
        }
    }
}
