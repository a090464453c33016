import Bytes
import Glibc

/// The right to write one output, held by one process at a time. The kernel gives it back when the process ends, however
/// it ends.
struct FolderLock: ~Copyable, Sendable {
    private let descriptor: Int32
    private let path: String

    /// - Parameter path: of a file beside the output; made where it is not there.
    init(path: String) throws(EmitFailure) {
        let held = try FolderLock.take(path)
        do throws(SystemError) {
            try System.setContent(held, "\(getpid())\n")
        } catch {
            try? System.unlink(path, in: System.here, isFolder: false)
            close(held)
            throw EmitFailure(.cannotWrite, path: path, error)
        }
        descriptor = held
        self.path = path
    }

    /// The file is removed while it is held, so that nobody else can be holding the file that goes.
    deinit {
        try? System.unlink(path, in: System.here, isFolder: false)
        close(descriptor)
    }

    private static func take(_ path: String) throws(EmitFailure) -> Int32 {
        // Each turn is a holder that ended in that moment; more than a few are something else.
        for _ in 0..<100 {
            let descriptor = try Folder.call(.cannotWrite, path) { () throws(SystemError) in
                try System.openLockFile(path)
            }
            do throws(SystemError) {
                try System.lock(descriptor)
            } catch {
                let holder = System.content(descriptor).split(separator: "\n").first.flatMap { Int($0) }
                close(descriptor)
                if error.code == EWOULDBLOCK { throw EmitFailure(.locked(pid: holder), path: path) }
                throw EmitFailure(.cannotWrite, path: path, error)
            }
            // The holder before us may have removed the file between our open and our lock.
            if System.isSame(descriptor, path) { return descriptor }
            close(descriptor)
        }
        throw EmitFailure(.cannotWrite, path: path, reason: "the lock file does not stay")
    }
}
