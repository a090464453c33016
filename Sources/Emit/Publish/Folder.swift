import Bytes
import Glibc

/// An open folder. Everything in it is named relative to it, so that a folder renamed in between stays the one meant, and
/// no symbolic link in it is followed.
struct Folder: ~Copyable, Sendable {
    let descriptor: Int32
    /// For messages.
    let path: String

    init(path: String) throws(EmitFailure) {
        self.path = path
        descriptor = try Folder.call(.cannotRead, path) { () throws(SystemError) in
            try System.openFolder(path, in: System.here, followingLinks: true)
        }
    }

    private init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    /// A folder in this one.
    borrowing func folder(_ name: String) throws(EmitFailure) -> Folder {
        let base = descriptor
        let found = try Folder.call(.cannotRead, at(name)) { () throws(SystemError) in
            try System.openFolder(name, in: base, followingLinks: false)
        }
        return Folder(descriptor: found, path: at(name))
    }

    borrowing func makeFolder(_ name: String) throws(EmitFailure) {
        let base = descriptor
        try Folder.call(.cannotWrite, at(name)) { () throws(SystemError) in try System.makeFolder(name, in: base) }
    }

    borrowing func rename(_ name: String, to other: String) throws(EmitFailure) {
        let base = descriptor
        try Folder.call(.cannotWrite, at(other)) { () throws(SystemError) in
            try System.rename(name, to: other, in: base)
        }
    }

    /// Two entries change places in one step. False where the file system cannot do that.
    borrowing func exchange(_ name: String, _ other: String) throws(EmitFailure) -> Bool {
        do throws(SystemError) {
            try System.exchange(name, other, in: descriptor)
            return true
        } catch {
            if [EINVAL, ENOSYS, ENOTSUP].contains(error.code) { return false }
            throw EmitFailure(.cannotWrite, path: at(other), error)
        }
    }

    borrowing func sync() throws(EmitFailure) {
        let base = descriptor
        try Folder.call(.cannotWrite, path) { () throws(SystemError) in try System.sync(base) }
    }

    /// What stands under a name; nil where nothing does.
    borrowing func kind(of name: String) throws(EmitFailure) -> System.EntryKind? {
        do throws(SystemError) {
            return try System.kind(of: name, in: descriptor)
        } catch {
            if error.code == ENOENT { return nil }
            throw EmitFailure(.cannotRead, path: at(name), error)
        }
    }

    /// The names in the folder, sorted by their bytes.
    borrowing func names() throws(EmitFailure) -> [String] {
        let base = descriptor
        let names = try Folder.call(.cannotRead, path) { () throws(SystemError) in try System.names(in: base) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Removes an entry with all that is in it, following no links. What is gone already is no failure.
    borrowing func remove(_ name: String) throws(EmitFailure) {
        guard let kind = try kind(of: name) else { return }
        if kind == .folder {
            let inner = try folder(name)
            for entry in try inner.names() { try inner.remove(entry) }
        }
        do throws(SystemError) {
            try System.unlink(name, in: descriptor, isFolder: kind == .folder)
        } catch {
            if error.code != ENOENT { throw EmitFailure(.cannotWrite, path: at(name), error) }
        }
    }

    /// Everything below a folder in this one, by paths from there: what is in a folder comes before the folder. None where
    /// there is no such folder.
    borrowing func contents(of name: String) throws(EmitFailure) -> [(path: String, kind: System.EntryKind)] {
        guard try kind(of: name) == .folder else { return [] }
        let inner = try folder(name)
        var found: [(path: String, kind: System.EntryKind)] = []
        for entry in try inner.names() {
            guard let kind = try inner.kind(of: entry) else { continue }
            for below in try inner.contents(of: entry) { found.append(("\(entry)/\(below.path)", below.kind)) }
            found.append((entry, kind))
        }
        return found
    }

    /// Removes entries that were listed before, and the folder that they are in; what cannot be removed stays. Several files at
    /// a time, as it takes long to give the blocks of a large one back.
    borrowing func unlink(
        _ entries: [(path: String, kind: System.EntryKind)], in folder: String?,
        concurrently: (Int, @Sendable (Int) -> Void) -> Void
    ) {
        let base = descriptor
        func paths(areFolders: Bool) -> [String] {
            entries.filter { ($0.kind == .folder) == areFolders }.map { entry in folder.map { "\($0)/\(entry.path)" } ?? entry.path }
        }
        let files = paths(areFolders: false)
        concurrently(files.count) { try? System.unlink(files[$0], in: base, isFolder: false) }
        for path in paths(areFolders: true) + [folder].compactMap(\.self) { try? System.unlink(path, in: base, isFolder: true) }
    }

    borrowing func at(_ name: String) -> String { path == "/" ? path + name : "\(path)/\(name)" }

    /// Runs a call and says on which path it failed.
    static func call<Result>(
        _ kind: EmitFailure.Kind, _ path: String, _ body: () throws(SystemError) -> Result
    ) throws(EmitFailure) -> Result {
        do throws(SystemError) {
            return try body()
        } catch {
            throw EmitFailure(error.code == ENOTDIR ? .notAFolder : kind, path: path, error)
        }
    }
}
