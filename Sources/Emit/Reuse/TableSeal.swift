import Bytes
import Tables

/// A published table as its run left it.
struct TableSeal: Hashable, Sendable, Codable {
    /// Relative to the output folder.
    var name: String
    var bytes: Int64
    var sha256: String
    var inode: UInt64
    /// When it was last written, in nanoseconds since 1970.
    var modified: Int64

    /// - Parameter path: where the file stands now, complete. Nil where it does not.
    init?(_ file: WrittenFile, path: String) {
        guard let stamp = FileStamp(path: path), stamp.size == file.bytes else { return nil }
        name = file.name
        bytes = file.bytes
        sha256 = file.sha256
        inode = stamp.inode
        modified = stamp.modified
    }

    /// Whether the file still is as it was left. Where its times leave a doubt, its content tells.
    ///
    /// Throws where it is there and cannot be read.
    func isIntact(in directory: String) throws(EmitFailure) -> Bool {
        let path = "\(directory)/\(name)"
        guard let stamp = FileStamp(path: path), stamp.size == bytes else { return false }
        if stamp.inode == inode && stamp.modified == modified { return true }
        return try EmitFailure.converting { () throws(WriteFailure) in try FileDigest.measure(path).digest } == sha256
    }

    var json: JSONValue {
        .object([
            "name": .string(name), "bytes": .integer(bytes), "sha256": .string(sha256),
            "inode": .integer(Int64(truncatingIfNeeded: inode)), "modified": .integer(modified),
        ])
    }
}
