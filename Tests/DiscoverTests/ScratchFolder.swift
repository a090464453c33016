import Glibc

/// A new folder for one test, removed with all in it at the end.
final class ScratchFolder {
    let path: String

    init() throws {
        path = "/tmp/gongkai-discover-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        guard unsafe mkdir(path, 0o700) == 0 else { throw Failure.cannotMake(path) }
    }

    deinit { ScratchFolder.remove(path) }

    enum Failure: Error { case cannotMake(String) }

    /// Makes an empty file, and the folders on the way to it.
    func file(_ name: String) throws {
        let whole = try parent(of: name)
        let descriptor = unsafe open(whole, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard descriptor >= 0 else { throw Failure.cannotMake(whole) }
        close(descriptor)
    }

    func folder(_ name: String) throws { _ = try parent(of: name + "/x") }

    func link(_ name: String, to target: String) throws {
        let whole = try parent(of: name)
        guard unsafe symlink(target, whole) == 0 else { throw Failure.cannotMake(whole) }
    }

    func fifo(_ name: String) throws {
        let whole = try parent(of: name)
        guard unsafe mkfifo(whole, 0o600) == 0 else { throw Failure.cannotMake(whole) }
    }

    /// A file whose name is given in bytes.
    func file(_ name: [UInt8]) throws {
        let descriptor = unsafe open(
            (path + "/").utf8CString.dropLast() + name.map { CChar(bitPattern: $0) } + [0], O_WRONLY | O_CREAT, 0o600)
        guard descriptor >= 0 else { throw Failure.cannotMake("\(name)") }
        close(descriptor)
    }

    private func parent(of name: String) throws -> String {
        var whole = path
        let parts = name.split(separator: "/")
        for part in parts.dropLast() {
            whole += "/" + part
            unsafe _ = mkdir(whole, 0o700)
        }
        return whole + "/" + (parts.last ?? "")
    }

    private static func remove(_ path: String) {
        unsafe _ = system("rm -rf '\(path)'")
    }
}
