import Glibc

/// What the file system says of a regular file: while it stays equal, so does the content, as far as times can tell.
public struct FileStamp: Hashable, Sendable {
    /// Bytes.
    public var size: Int64
    /// When the content was last written, in nanoseconds since 1970.
    public var modified: Int64
    /// When content or attributes were last changed; no program can set it back.
    public var changed: Int64
    public var inode: UInt64

    public init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
        self.size = size
        self.modified = modified
        self.changed = changed
        self.inode = inode
    }

    public func append(to packed: inout PackedWriter) {
        packed.append(signed: size)
        packed.append(wide: UInt64(bitPattern: modified))
        packed.append(wide: UInt64(bitPattern: changed))
        packed.append(inode)
    }

    public init(from packed: inout PackedReader) {
        size = packed.signed()
        modified = Int64(bitPattern: packed.wide())
        changed = Int64(bitPattern: packed.wide())
        inode = packed.number()
    }

    /// Nil where no regular file stands at the path, links looked through.
    public init?(path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        size = Int64(status.st_size)
        modified = FileStamp.nanoseconds(status.st_mtim)
        changed = FileStamp.nanoseconds(status.st_ctim)
        inode = UInt64(status.st_ino)
    }

    /// True where the file may change again without a trace in its times: it was changed so shortly before `moment`
    /// (nanoseconds since 1970) that the clock of the file system does not tell the two apart.
    public func isYoung(at moment: Int64) -> Bool {
        let last = max(modified, changed)
        // Some file systems count in seconds, or in two.
        let tick: Int64 = last % 1_000_000_000 == 0 ? 2_000_000_000 : 50_000_000
        return last > moment - tick
    }

    /// The present, in nanoseconds since 1970.
    public static var now: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return nanoseconds(time)
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
