import Bytes

/// Turns the inputs that a user named into roots: where to start, and what stands before the paths found there.
struct InputRoots {
    /// One input: a folder to walk, or one file in a folder.
    struct Start {
        var root: Int
        /// The file's name; nil for the whole folder.
        var file: String?
        var status: PathStatus?
    }

    private(set) var roots: [FileList.Root] = []
    private(set) var starts: [Start] = []

    init(inputs: [String], listed: [String]) throws(DiscoverError) {
        try addInputs(inputs)
        for path in listed { addListed(path) }
    }

    /// Paths count from the folder given, or from the folder of the file given. Where these are several, their names stand in
    /// front, with as many of the folders above as it takes to tell them apart.
    private mutating func addInputs(_ inputs: [String]) throws(DiscoverError) {
        var bases: [(location: String, identity: FileIdentity, names: [String])] = []
        for input in inputs {
            let path = InputRoots.clean(input)
            let status = try InputRoots.status(path, named: input)
            let parts = InputRoots.split(path)
            let isFolder = status.kind == .folder
            let location = isFolder ? path : parts.folder
            let folder = try InputRoots.status(location.isEmpty ? "." : location, named: input)
            var base = bases.firstIndex { $0.identity == folder.identity }
            if base == nil {
                base = bases.count
                bases.append((location, folder.identity, AbsolutePath.names(location.isEmpty ? "." : location)))
            }
            starts.append(Start(root: base ?? 0, file: isFolder ? nil : parts.name, status: isFolder ? nil : status))
        }
        let prefixes = InputRoots.prefixes(bases.map(\.names))
        for (base, prefix) in zip(bases, prefixes) {
            roots.append(FileList.Root(location: base.location, prefix: prefix))
        }
    }

    /// A listed path stands in the tables as it stands in the list. One that leads nowhere becomes a row.
    private mutating func addListed(_ line: String) {
        let path = InputRoots.clean(line)
        let status = try? PathStatus(path)
        if status?.kind == .folder {
            roots.append(FileList.Root(location: path, prefix: path == "/" || path == "." ? "" : path + "/"))
            starts.append(Start(root: roots.count - 1, file: nil, status: nil))
            return
        }
        let parts = InputRoots.split(path)
        let prefix = parts.folder.isEmpty || parts.folder.hasSuffix("/") ? parts.folder : parts.folder + "/"
        var root = roots.firstIndex { $0.location == parts.folder && $0.prefix == prefix }
        if root == nil {
            root = roots.count
            roots.append(FileList.Root(location: parts.folder, prefix: prefix))
        }
        starts.append(Start(root: root ?? 0, file: parts.name, status: status))
    }

    private static func status(_ path: String, named input: String) throws(DiscoverError) -> PathStatus {
        do throws(SystemError) {
            return try PathStatus(path)
        } catch {
            throw error.isMissing ? .missingInput(path: input) : .unreadableInput(path: input, reason: error.reason)
        }
    }

    /// Without `./` in front, doubled slashes and a slash at the end.
    static func clean(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
        if path.hasPrefix("/") { return "/" + parts }
        return parts.isEmpty ? "." : parts
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        let folder = path[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
    }

    /// The shortest ends of the paths that differ from one another.
    static func prefixes(_ bases: [[String]]) -> [String] {
        if bases.count < 2 { return bases.map { _ in "" } }
        var lengths = bases.map { min(1, $0.count) }
        while true {
            let ends = zip(bases, lengths).map { $0.suffix($1).joined(separator: "/") }
            var isDone = true
            for index in bases.indices
            where ends.count(where: { $0 == ends[index] }) > 1 && lengths[index] < bases[index].count {
                lengths[index] += 1
                isDone = false
            }
            if isDone { return ends.map { $0.isEmpty ? "" : $0 + "/" } }
        }
    }
}
