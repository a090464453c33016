import Bytes
public import ReportModel

/// The inputs of a run, ordered by the UTF-8 bytes of their paths.
///
/// Names are kept once, as bytes, and a ``SourceFile`` is made when it is asked for, so that a million files take some tens
/// of megabytes.
public struct FileList: RandomAccessCollection, Sendable {
    /// Files and folders left out because their names begin with a dot.
    public internal(set) var hidden = 0
    /// Files and folders left out by `include` and `exclude`.
    public internal(set) var excluded = 0

    var roots: [Root] = []
    /// True where names stand in it otherwise than in their folder, and so may not be in order.
    private(set) var hasOddNames = false
    private var folders: [Folder] = []
    private var entries: [Entry] = []
    private var names: [UInt8] = []
    private var problems: [UInt32: Problem] = [:]

    /// A folder from which paths count.
    struct Root: Sendable {
        /// The path to open it by; empty for the working directory.
        var location: String
        /// What stands before the paths below it; empty or ending in `/`.
        var prefix: String
    }

    /// A folder below a root, by its path from there: empty or ending in `/`.
    private struct Folder {
        var root: UInt32
        var path: [UInt8]
    }

    private struct Entry {
        var folder: UInt32
        var start: UInt32
        var length: UInt16
        /// Where several files would have one path: 2, 3 ...
        var copy: UInt16 = 0
        var number: UInt32
    }

    struct Problem: Hashable, Sendable {
        var finding: Finding
        var size: Int64
        /// The name in the list is not that of the file.
        var isOfName: Bool { finding.code == .badPathEncoding }
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { entries.count }

    public subscript(position: Int) -> SourceFile {
        let entry = entries[position]
        let folder = folders[Int(entry.folder)]
        let root = roots[Int(folder.root)]
        let problem = problems[entry.number]
        var below = String(decoding: folder.path, as: UTF8.self)
        below += String(decoding: name(entry), as: UTF8.self)
        return SourceFile(
            path: root.prefix + below + (entry.copy > 1 ? "~\(entry.copy)" : ""),
            location: FileList.join(root.location, below), size: problem?.size ?? 0, problem: problem?.finding)
    }

    static func join(_ folder: String, _ name: String) -> String {
        folder.isEmpty || folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    private func name(_ entry: Entry) -> ArraySlice<UInt8> {
        names[Int(entry.start)..<(Int(entry.start) + Int(entry.length))]
    }

    // MARK: - Building

    mutating func addFolder(root: Int, path: [UInt8]) -> Int {
        folders.append(Folder(root: UInt32(root), path: path))
        return folders.count - 1
    }

    mutating func add(_ name: ArraySlice<UInt8>, folder: Int, problem: Problem? = nil) {
        let number = UInt32(entries.count)
        entries.append(
            Entry(folder: UInt32(folder), start: UInt32(names.count), length: UInt16(name.count), number: number))
        names.append(contentsOf: name)
        problems[number] = problem
        if problem?.isOfName == true { hasOddNames = true }
    }

    /// Brings the files of several inputs into one order, drops files found twice and tells equal paths apart.
    mutating func merge() {
        var keyed = entries.map { (path: path($0), entry: $0) }
        keyed.sort { first, second in
            if first.path != second.path { return first.path.lexicographicallyPrecedes(second.path) }
            return first.entry.number < second.entry.number
        }
        entries = []
        var last: (path: [UInt8], locations: [String]) = ([], [])
        for (path, entry) in keyed {
            let folder = folders[Int(entry.folder)]
            let location = FileList.join(
                roots[Int(folder.root)].location,
                String(decoding: folder.path, as: UTF8.self) + String(decoding: name(entry), as: UTF8.self))
            if path != last.path { last = (path, []) }
            let isOther = problems[entry.number]?.isOfName == true
            if !isOther && last.locations.contains(location) { continue }
            last.locations.append(location)
            entries.append(entry)
            entries[entries.count - 1].copy = UInt16(clamping: last.locations.count)
        }
    }

    private func path(_ entry: Entry) -> [UInt8] {
        let folder = folders[Int(entry.folder)]
        return Array(roots[Int(folder.root)].prefix.utf8) + folder.path + name(entry)
    }
}

extension FileList {
    /// A folder whose listing broke off becomes an entry before those that could be read.
    mutating func addUnreadableFolder(_ folder: Int, _ failure: SystemError) {
        add(
            [], folder: folder,
            problem: Problem(
                finding: Finding(
                    .discover, .error, .unreadableFolder, "the folder could not be read to its end: \(failure.reason)"),
                size: 0))
    }
}
