import Glibc

/// A folder for one test.
enum ScratchFolder {
    /// Runs `body` with the path of a new folder, which is removed afterwards with the files in it.
    static func with(_ body: (String) throws -> Void) throws {
        let folder = "/tmp/gongkai-bytes-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        guard unsafe mkdir(folder, 0o700) == 0 else { throw Failure.cannotMake(folder) }
        defer {
            for name in ["file", "fifo", "big"] { unsafe _ = unlink("\(folder)/\(name)") }
            unsafe _ = rmdir(folder)
        }
        try body(folder)
    }

    enum Failure: Error { case cannotMake(String) }
}
