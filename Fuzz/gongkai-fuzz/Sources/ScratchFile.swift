import Glibc

/// A file in memory that is written anew for each input.
final class ScratchFile {
    private let descriptor: Int32

    init() {
        let name = "/dev/shm/gongkai-fuzz-\(getpid())"
        descriptor = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        unlink(name)
        require(descriptor >= 0, "no file can be made in memory")
    }

    deinit { close(descriptor) }

    var path: String { "/proc/self/fd/\(descriptor)" }

    func write(_ bytes: [UInt8]) {
        require(ftruncate(descriptor, 0) == 0, "the file in memory cannot be emptied")
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress! + done, bytes.count - done, off_t(done)) }
            require(count > 0, "the file in memory cannot be written")
            done += count
        }
    }
}
