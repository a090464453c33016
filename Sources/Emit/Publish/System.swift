import Bytes
import CLinux
import Glibc

/// The calls to the system that publishing needs, each a thin wrapper that throws the system's error. The only place in this
/// target that hands pointers to C.
enum System {
    static let here = AT_FDCWD

    /// Opens a folder; `path` is relative to the folder `base`.
    static func openFolder(_ path: String, in base: Int32, followingLinks: Bool) throws(SystemError) -> Int32 {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followingLinks ? 0 : O_NOFOLLOW)
        return try check("open", unsafe clinux_open_at(base, path, flags, 0))
    }

    static func createFile(_ name: String, in folder: Int32) throws(SystemError) -> Int32 {
        let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        return try check("open", unsafe clinux_open_at(folder, name, flags, 0o666))
    }

    /// Opens a file of ours for reading; links are not followed.
    static func openFile(_ path: String) throws(SystemError) -> Int32 {
        try check("open", unsafe clinux_open_at(here, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0))
    }

    static func openLockFile(_ path: String) throws(SystemError) -> Int32 {
        try check("open", unsafe clinux_open_at(here, path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666))
    }

    static func makeFolder(_ path: String, in base: Int32) throws(SystemError) {
        _ = try check("mkdir", unsafe mkdirat(base, path, 0o777))
    }

    static func rename(_ name: String, to other: String, in folder: Int32) throws(SystemError) {
        _ = try check("rename", unsafe renameat(folder, name, folder, other))
    }

    static func link(_ path: String, to name: String, in folder: Int32) throws(SystemError) {
        _ = try check("link", unsafe linkat(here, path, folder, name, 0))
    }

    /// Two entries change places in one step.
    static func exchange(_ name: String, _ other: String, in folder: Int32) throws(SystemError) {
        _ = try check("rename", unsafe clinux_exchange(folder, name, folder, other))
    }

    static func unlink(_ path: String, in base: Int32, isFolder: Bool) throws(SystemError) {
        _ = try check("unlink", unsafe unlinkat(base, path, isFolder ? AT_REMOVEDIR : 0))
    }

    static func sync(_ descriptor: Int32) throws(SystemError) {
        while fsync(descriptor) != 0 {
            if errno != EINTR { throw SystemError("fsync", code: errno) }
        }
    }

    /// Asks for a range to be written to the disk soon; a file system that does not is none the worse for it.
    static func startWriting(_ descriptor: Int32, from offset: Int64, count: Int64) {
        _ = clinux_start_writing(descriptor, off_t(offset), off_t(count))
    }

    /// After a failure the descriptor is gone all the same.
    static func close(_ descriptor: Int32) throws(SystemError) {
        _ = try check("close", Glibc.close(descriptor))
    }

    enum EntryKind { case folder, other }

    /// What stands under a name; a symbolic link is `other`.
    static func kind(of name: String, in folder: Int32) throws(SystemError) -> EntryKind {
        var status = stat()
        _ = try check("stat", unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW))
        return status.st_mode & S_IFMT == S_IFDIR ? .folder : .other
    }

    /// True where an open file is the one that stands under a path.
    static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
        var held = stat()
        var named = stat()
        guard unsafe fstat(descriptor, &held) == 0, unsafe lstat(path, &named) == 0 else { return false }
        return held.st_ino == named.st_ino && held.st_dev == named.st_dev
    }

    /// The names in a folder, in no order.
    static func names(in folder: Int32) throws(SystemError) -> [String] {
        let copy = try openFolder(".", in: folder, followingLinks: false)
        guard let stream = unsafe fdopendir(copy) else {
            let error = SystemError("opendir", code: errno)
            _ = Glibc.close(copy)
            throw error
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
            errno = 0
        }
        if errno != 0 { throw SystemError("readdir", code: errno) }
        return names
    }

    /// The path without links and dots.
    static func realPath(_ path: String) throws(SystemError) -> String {
        guard let real = unsafe realpath(path, nil) else { throw SystemError("realpath", code: errno) }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }

    /// Takes a lock that the kernel gives back when the descriptor is closed; never waits.
    static func lock(_ descriptor: Int32) throws(SystemError) {
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno != EINTR { throw SystemError("flock", code: errno) }
        }
    }

    /// Makes `text` all that a small file holds.
    static func setContent(_ descriptor: Int32, _ text: String) throws(SystemError) {
        _ = try check("ftruncate", ftruncate(descriptor, 0))
        let bytes = Array(text.utf8)
        let written = unsafe pwrite(descriptor, bytes, bytes.count, 0)
        if written != bytes.count { throw SystemError("write", code: written < 0 ? errno : EIO) }
    }

    /// The first bytes of a small file as text.
    static func content(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = unsafe pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    }

    private static func check(_ call: String, _ result: Int32) throws(SystemError) -> Int32 {
        if result < 0 { throw SystemError(call, code: errno) }
        return result
    }
}
