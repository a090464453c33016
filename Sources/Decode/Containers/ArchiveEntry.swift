/// One entry of an archive.
struct ArchiveEntry {
    enum Kind { case file, folder, link, other }

    /// As stored: UTF-8, or the charset of the machine that packed it.
    var name: [UInt8]
    var kind: Kind
    var isEncrypted: Bool
    /// Bytes, where the archive tells.
    var size: Int64?
}
