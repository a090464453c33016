import Glibc

/// The entries of one folder, ordered so that walking them depth first gives whole paths in the order of their bytes.
///
/// To that end the name of a folder ends in `/`: `a.txt` stands before the contents of `a`, and `a0` behind them.
public struct FolderListing: Sendable {
    private var names: [UInt8] = []
    private var entries: [Entry] = []
    /// Set where reading broke off; the entries up to there are given all the same.
    public private(set) var failure: SystemError?

    private struct Entry {
        /// The first eight bytes of the name as a number, so that most comparisons end here.
        var key: UInt64
        var start: UInt32
        var length: UInt16
        var kind: FileKind
    }

    /// Reads the folder at `path`.
    public init(path: String) throws(SystemError) {
        guard let folder = unsafe opendir(path) else { throw SystemError.last("opendir") }
        defer { unsafe _ = closedir(folder) }
        while true {
            errno = 0
            guard let entry = unsafe readdir(folder) else {
                if errno != 0 { failure = SystemError.last("readdir") }
                break
            }
            var kind = unsafe FileKind(directoryEntry: entry.pointee.d_type)
            let start = names.count
            unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                let bytes = unsafe UnsafeRawPointer(name)
                unsafe names.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: strlen(bytes)))
            }
            let name = names[start...]
            if name.elementsEqual([0x2E]) || name.elementsEqual([0x2E, 0x2E]) {
                names.removeSubrange(start...)
                continue
            }
            if kind == .unknown {
                let whole = path + "/" + String(decoding: name, as: UTF8.self)
                kind = (try? PathStatus(whole, followingLinks: false).kind) ?? .unknown
            }
            if kind == .folder { names.append(UInt8(ascii: "/")) }
            entries.append(
                Entry(
                    key: FolderListing.key(names, start), start: UInt32(start), length: UInt16(names.count - start),
                    kind: kind))
        }
        sort()
    }

    private static func key(_ names: [UInt8], _ start: Int) -> UInt64 {
        var key: UInt64 = 0
        for place in 0..<8 { key = key << 8 | (start + place < names.count ? UInt64(names[start + place]) : 0) }
        return key
    }

    private mutating func sort() {
        unsafe names.withUnsafeBytes { names in
            entries.sort { first, second in
                if first.key != second.key { return first.key < second.key }
                let length = min(first.length, second.length)
                guard let base = names.baseAddress else { return false }
                let order = unsafe memcmp(base + Int(first.start), base + Int(second.start), Int(length))
                return order != 0 ? order < 0 : first.length < second.length
            }
        }
    }

    public var count: Int { entries.count }

    public func kind(_ index: Int) -> FileKind { entries[index].kind }

    /// The name's bytes, with `/` behind the name of a folder. They need not be UTF-8.
    public func name(_ index: Int) -> ArraySlice<UInt8> {
        let entry = entries[index]
        return names[Int(entry.start)..<(Int(entry.start) + Int(entry.length))]
    }
}
