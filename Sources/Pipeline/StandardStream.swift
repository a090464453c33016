import Bytes
import Glibc

/// stdout and stderr. A reader who hung up is no error: what is written then is lost, which is what it wanted.
public struct StandardStream: Sendable {
    public static let output = StandardStream(descriptor: 1)
    public static let error = StandardStream(descriptor: 2)

    private let descriptor: Int32

    /// Writes the whole text with one call where the system takes it, so that lines of several programs do not mix.
    public func write(_ text: String) {
        var buffer = ByteBuffer(capacity: text.utf8.count)
        for byte in text.utf8 { buffer.append(byte) }
        try? buffer.write(to: descriptor)
    }

    public var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Ends the program at once: what other threads make use of is not taken down first. Nothing waits to be written.
    public static func leave(_ status: Int32) -> Never { _exit(status) }

    /// Makes writing to a closed pipe an error instead of the end of the program.
    public static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
    }
}
