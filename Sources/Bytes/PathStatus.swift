import Glibc

/// What the file system says of a path.
public struct PathStatus: Hashable, Sendable {
    public var kind: FileKind
    /// Bytes.
    public var size: Int64
    public var identity: FileIdentity

    /// - Parameter followingLinks: whether a symbolic link stands for what it points to.
    public init(_ path: String, followingLinks: Bool = true) throws(SystemError) {
        var status = stat()
        let answer = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
        guard answer == 0 else { throw SystemError.last("stat") }
        kind = FileKind(mode: status.st_mode)
        size = Int64(status.st_size)
        identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }
}

/// Equal for two paths that lead to one file.
public struct FileIdentity: Hashable, Sendable {
    public var device: UInt64
    public var inode: UInt64
}

public enum FileKind: UInt8, Sendable {
    case file, folder, link, fifo, socket, device, unknown

    init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .link
        case S_IFIFO: self = .fifo
        case S_IFSOCK: self = .socket
        case S_IFBLK, S_IFCHR: self = .device
        default: self = .unknown
        }
    }

    init(directoryEntry type: UInt8) {
        switch Int(type) {
        case Int(DT_REG): self = .file
        case Int(DT_DIR): self = .folder
        case Int(DT_LNK): self = .link
        case Int(DT_FIFO): self = .fifo
        case Int(DT_SOCK): self = .socket
        case Int(DT_BLK), Int(DT_CHR): self = .device
        default: self = .unknown
        }
    }
}
