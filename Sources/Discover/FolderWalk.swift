import Bytes
import ReportModel

/// Walks one root depth first, in the order of whole paths.
struct FolderWalk {
    private let include: [GlobPattern]
    private let exclude: [GlobPattern]
    private let includesHidden: Bool
    private let leftOut: Set<FileIdentity>

    /// A folder on the way from the root to where the walk is.
    private struct Level {
        var listing: FolderListing
        var next = 0
        /// Path from the root, empty or ending in `/`.
        var path: [UInt8]
        /// Index in the list.
        var folder: Int
    }

    init(_ include: [GlobPattern], _ exclude: [GlobPattern], _ includesHidden: Bool, _ leftOut: Set<FileIdentity>) {
        self.include = include
        self.exclude = exclude
        self.includesHidden = includesHidden
        self.leftOut = leftOut
    }

    mutating func run(root: Int, into list: inout FileList) throws(DiscoverError) {
        let location = list.roots[root].location
        let first: FolderListing
        do throws(SystemError) {
            first = try FolderListing(path: location.isEmpty ? "." : location)
        } catch {
            throw .unreadableInput(path: location, reason: error.reason)
        }
        if let failure = first.failure { throw .unreadableInput(path: location, reason: failure.reason) }
        var levels = [Level(listing: first, path: [], folder: list.addFolder(root: root, path: []))]
        while let level = levels.last {
            guard level.next < level.listing.count else {
                levels.removeLast()
                continue
            }
            levels[levels.count - 1].next += 1
            let name = level.listing.name(level.next)
            let kind = level.listing.kind(level.next)
            if let deeper = visit(name, kind, level.path, level.folder, root, location, &list) { levels.append(deeper) }
        }
    }

    /// Takes one entry; gives the level below where it is a folder to walk.
    private func visit(
        _ name: ArraySlice<UInt8>, _ kind: FileKind, _ path: [UInt8], _ folder: Int, _ root: Int, _ location: String,
        _ list: inout FileList
    ) -> Level? {
        if name.first == UInt8(ascii: ".") && !includesHidden {
            list.hidden += 1
            return nil
        }
        guard let text = String(validating: name, as: UTF8.self) else {
            list.add(
                FolderWalk.escape(name), folder: folder,
                problem: FileList.Problem(
                    finding: Finding(
                        .discover, .error, .badPathEncoding,
                        "the name is not UTF-8, so that it cannot stand in the tables; rename it (convmv -f gb18030 -t utf8)"
                    ),
                    size: 0))
            return nil
        }
        let isFolder = kind == .folder
        if isLeftOut(path, isFolder ? String(text.dropLast()) : text, isFolder) {
            list.excluded += 1
            return nil
        }
        if kind == .file {
            list.add(name, folder: folder)
            return nil
        }
        let whole = FileList.join(location, String(decoding: path, as: UTF8.self) + text)
        if !isFolder {
            list.add(name, folder: folder, problem: FolderWalk.problem(of: kind, at: whole))
            return nil
        }
        do throws(SystemError) {
            if !leftOut.isEmpty, leftOut.contains(try PathStatus(whole).identity) { return nil }
            let listing = try FolderListing(path: whole)
            let below = path + name
            let number = list.addFolder(root: root, path: below)
            if let failure = listing.failure { list.addUnreadableFolder(number, failure) }
            return Level(listing: listing, path: below, folder: number)
        } catch {
            list.add(
                name, folder: folder,
                problem: FileList.Problem(
                    finding: Finding(
                        .discover, .error, .unreadableFolder, "the folder cannot be opened: \(error.reason)"), size: 0))
            return nil
        }
    }

    private func isLeftOut(_ path: [UInt8], _ name: String, _ isFolder: Bool) -> Bool {
        if exclude.isEmpty && (include.isEmpty || isFolder) { return false }
        let whole = String(decoding: path, as: UTF8.self) + name
        if exclude.contains(where: { $0.matches(whole, isFolder: isFolder) }) { return true }
        return !isFolder && !include.isEmpty && !include.contains { $0.matches(whole) }
    }

    /// Bytes that are no UTF-8 as `%B9`.
    private static func escape(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = Array("0123456789ABCDEF".utf8)
        return name.flatMap { byte in
            byte < 0x80 ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }[...]
    }

    /// What is wrong with an entry that is no regular file, looking through a link; nil where it leads to one.
    private static func problem(of kind: FileKind, at location: String) -> FileList.Problem? {
        guard kind == .link else { return problem(of: kind) }
        do throws(SystemError) {
            let target = try PathStatus(location)
            if target.kind != .folder { return problem(of: target.kind) }
            return FileList.Problem(
                finding: isAbove(target.identity, location)
                    ? Finding(.discover, .error, .linkLoop, "the link leads back to a folder above it")
                    : Finding(
                        .discover, .error, .notARegularFile,
                        "a link to a folder is not followed; name that folder as an input of its own"),
                size: 0)
        } catch {
            let finding =
                error.isLoop
                ? Finding(.discover, .error, .linkLoop, "the link leads to itself")
                : Finding(.discover, .error, .unreadableFile, "the link leads nowhere: \(error.reason)")
            return FileList.Problem(finding: finding, size: 0)
        }
    }

    private static func isAbove(_ folder: FileIdentity, _ location: String) -> Bool {
        var path = location[...]
        while let slash = path.lastIndex(of: "/") {
            path = path[..<slash]
            if (try? PathStatus(path.isEmpty ? "/" : String(path)))?.identity == folder { return true }
        }
        return (try? PathStatus("."))?.identity == folder
    }

    static func problem(of kind: FileKind) -> FileList.Problem? {
        let what: String
        switch kind {
        case .file: return nil
        case .folder: what = "a folder"
        case .link: what = "a link"
        case .fifo: what = "a named pipe"
        case .socket: what = "a socket"
        case .device: what = "a device"
        case .unknown: what = "of an unknown kind"
        }
        return FileList.Problem(
            finding: Finding(.discover, .error, .notARegularFile, "it is \(what) and no regular file"), size: 0)
    }
}
