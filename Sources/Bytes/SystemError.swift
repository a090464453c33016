import Glibc

/// An `errno` of the system, with the call that gave it.
public struct SystemError: Error, Hashable, Sendable {
    public var call: String
    public var code: Int32

    public init(_ call: String, code: Int32) {
        self.call = call
        self.code = code
    }

    /// `open: Permission denied`.
    public var message: String { "\(call): \(reason)" }

    /// The system's words for the code.
    public var reason: String {
        var text = [CChar](repeating: 0, count: 256)
        guard unsafe strerror_r(code, &text, text.count) == 0 else { return "error \(code)" }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Nothing stands at the path.
    public var isMissing: Bool { code == ENOENT || code == ENOTDIR }
    /// Too many symbolic links on the way.
    public var isLoop: Bool { code == ELOOP }

    /// The error that the last call on this thread left behind.
    static func last(_ call: String) -> SystemError { SystemError(call, code: errno) }
}
