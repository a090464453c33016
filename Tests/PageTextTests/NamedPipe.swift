import Foundation

/// The reading end of a pipe with a name in a folder.
final class NamedPipe {
    private let descriptor: Int32

    init(_ path: String) throws {
        guard unsafe mkfifo(path, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
        descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        if descriptor < 0 { throw CocoaError(.fileReadUnknown) }
    }

    deinit { close(descriptor) }

    /// What was written, once nobody has the pipe open for writing any more; empty where nobody has opened it.
    func textUntilAllWritersAreGone() -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 256)
        while true {
            let count = unsafe read(descriptor, &buffer, buffer.count)
            if count > 0 {
                bytes += buffer[..<count]
            } else if count == 0 {
                return String(decoding: bytes, as: UTF8.self)
            } else {
                usleep(1000)
            }
        }
    }
}
