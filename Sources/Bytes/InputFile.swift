import Glibc

/// A regular file, open for reading. Closed when it goes out of scope.
public struct InputFile: ~Copyable, Sendable {
    /// For libraries that read by descriptor.
    public let descriptor: Int32
    /// Bytes, when it was opened.
    public let size: Int64

    /// Opens `path` without ever waiting for a writer (a FIFO) or becoming its terminal.
    public init(path: String) throws(InputFileError) {
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw .system(SystemError.last("open")) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            let error = SystemError.last("fstat")
            close(descriptor)
            throw .system(error)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notARegularFile
        }
        self.descriptor = descriptor
        self.size = Int64(status.st_size)
    }

    deinit { close(descriptor) }

    /// Appends the whole file to `buffer`.
    ///
    /// - Parameter limit: a larger file is not read.
    public borrowing func readAll(into buffer: inout ByteBuffer, limit: Int64) throws(InputFileError) {
        guard size <= limit else { throw .tooLarge(size: size) }
        let start = buffer.count
        // One byte more is asked for than there is: a short answer then is the end, and saves a call.
        var asked = Int(size) + 1
        while true {
            let got = try read(into: &buffer, atMost: asked)
            let total = Int64(buffer.count - start)
            if got == 0 || (got < asked && total == size && size > 0) { return }
            guard total <= limit else { throw .tooLarge(size: total) }
            asked = max(Int(size) + 1 - Int(total), 1 << 16)
        }
    }

    /// Appends the next bytes, at most `limit`. Gives 0 at the end.
    public borrowing func read(into buffer: inout ByteBuffer, atMost limit: Int) throws(InputFileError) -> Int {
        do throws(SystemError) {
            return try buffer.read(from: descriptor, atMost: limit)
        } catch {
            throw .system(error)
        }
    }

    /// Goes on reading at an offset from the start.
    public borrowing func seek(to offset: Int64) throws(InputFileError) {
        if lseek(descriptor, off_t(offset), SEEK_SET) < 0 { throw .system(SystemError.last("lseek")) }
    }
}

/// Why a file was not read.
public enum InputFileError: Error, Hashable, Sendable {
    case system(SystemError)
    /// A folder, FIFO, device or socket.
    case notARegularFile
    case tooLarge(size: Int64)
}
