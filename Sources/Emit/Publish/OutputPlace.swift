import Bytes
import Glibc
import Tables

/// Where an output goes: its folder, the folder's parent and the names of what a run keeps beside it while it works.
///
/// Everything is written to a new folder beside the output and put in its place in one step. What a dead run has left beside
/// it is removed when the next one begins; the lock says that it is dead.
struct OutputPlace: ~Copyable, Sendable {
    let parent: Folder
    let name: String
    let newName: String
    /// What is kept of the published run for the next: a file beside the output. It is bound to the run by its digest.
    let storeName: String
    let newStoreName: String
    /// What the published run says of itself.
    let earlierRun: PublishedRun?
    private let oldName: String
    private let lock: FolderLock

    var path: String { parent.at(name) }

    /// Takes the lock and clears up. Parents that are not there are made.
    init(directory: String) throws(EmitFailure) {
        let (parentPath, name) = try OutputPlace.resolve(directory)
        let parent = try Folder(path: parentPath)
        let newName = ".\(name).gongkai-new"
        let oldName = ".\(name).gongkai-old"
        let lock = try FolderLock(path: parent.at(".\(name).gongkai-lock"))
        // A run that died between two steps on a file system without an exchange: the old output goes back.
        if try parent.kind(of: name) == nil, try parent.kind(of: oldName) != nil {
            try parent.rename(oldName, to: name)
        }
        try parent.remove(newName)
        try parent.remove(oldName)
        try OutputPlace.checkOwnership(of: name, in: parent)
        let storeName = ".\(name).gongkai-store"
        let newStoreName = storeName + "-new"
        let run = try PublishedRun.read(folder: parent.at(name))
        // A run that died between the tables and their store: the new one goes to its place if it is theirs.
        if try parent.kind(of: newStoreName) != nil {
            let path = parent.at(newStoreName)
            let digest = try EmitFailure.converting { () throws(WriteFailure) in try FileDigest.measure(path).digest }
            if digest == run?.store?.sha256 {
                try parent.rename(newStoreName, to: storeName)
            } else {
                try parent.remove(newStoreName)
            }
        }
        self.parent = parent
        self.name = name
        self.newName = newName
        self.oldName = oldName
        self.storeName = storeName
        earlierRun = run
        self.newStoreName = newStoreName
        self.lock = lock
    }

    /// Throws unless the folder is missing, empty or the output of a run: it will be removed.
    private static func checkOwnership(of name: String, in parent: borrowing Folder) throws(EmitFailure) {
        guard let kind = try parent.kind(of: name) else { return }
        let path = parent.at(name)
        if kind != .folder { throw EmitFailure(.notAFolder, path: path) }
        let folder = try parent.folder(name)
        let names = try folder.names()
        if names.isEmpty { return }
        for entry in names where !OutputPlace.isOurs(entry) {
            throw EmitFailure(.foreignFolder(entry: entry), path: path)
        }
        // A folder that merely has a `files.csv` in it is somebody's.
        if !names.contains(RunRecord.fileName) { throw EmitFailure(.foreignFolder(entry: names[0]), path: path) }
    }

    /// Names that a run writes, and the marks that office programs leave beside an open file.
    static func isOurs(_ entry: String) -> Bool {
        if entry == RunRecord.fileName || entry == DataPackage.fileName { return true }
        if entry == "index.html" || entry.hasPrefix("gongkai.") { return true }
        if entry.hasPrefix(".~lock.") || entry.hasPrefix("~$") { return true }
        guard let stem = entry.split(separator: ".", maxSplits: 1).first, Table(rawValue: String(stem)) != nil else {
            return false
        }
        return entry == stem || entry == "\(stem).csv" || entry == "\(stem).parquet"
    }

    /// Puts the new folder in the output's place, and its store beside it. Where that cannot be made to last, the old output
    /// comes back.
    ///
    /// - Parameters:
    ///   - withStore: false where nothing is kept of this run; what was kept of an earlier one goes then.
    ///   - concurrently: does several things at a time.
    borrowing func publish(
        withStore: Bool, concurrently: (Int, @Sendable (Int) -> Void) -> Void
    ) throws(EmitFailure) {
        try OutputPlace.checkOwnership(of: name, in: parent)
        // What goes is listed while it can still be said that it cannot be.
        let old = try parent.contents(of: name)
        let isFirst = try parent.kind(of: name) == nil
        let hadStore = try parent.kind(of: storeName) != nil
        if isFirst {
            try parent.rename(newName, to: name)
        } else if try !parent.exchange(newName, name) {
            try publishInTwoSteps()
        }
        var isStoreIn = false
        do throws(EmitFailure) {
            if withStore {
                try publishStore(over: hadStore)
                isStoreIn = true
            }
            try parent.sync()
        } catch {
            if isStoreIn && hadStore { _ = try? parent.exchange(newStoreName, storeName) }
            if isStoreIn && !hadStore { try? parent.rename(storeName, to: newStoreName) }
            if isFirst { try? parent.rename(name, to: newName) } else { try? takeBack() }
            throw error
        }
        // From here on the new output stands; the next run removes what cannot be removed now.
        for folder in [newName, oldName] { parent.unlink(old, in: folder, concurrently: concurrently) }
        parent.unlink([(withStore ? newStoreName : storeName, .other)], in: nil, concurrently: concurrently)
    }

    private borrowing func publishStore(over old: Bool) throws(EmitFailure) {
        if old, try parent.exchange(newStoreName, storeName) { return }
        try parent.rename(newStoreName, to: storeName)
    }

    /// For file systems that cannot exchange two names. A run that dies in between leaves the old output beside its place,
    /// where the next run finds it.
    private borrowing func publishInTwoSteps() throws(EmitFailure) {
        try parent.rename(name, to: oldName)
        do throws(EmitFailure) {
            try parent.rename(newName, to: name)
        } catch {
            try parent.rename(oldName, to: name)
            throw error
        }
    }

    private borrowing func takeBack() throws(EmitFailure) {
        if try parent.kind(of: oldName) != nil {
            try parent.rename(name, to: newName)
            try parent.rename(oldName, to: name)
        } else {
            _ = try parent.exchange(newName, name)
        }
    }

    /// Removes what was written so far.
    borrowing func abandon() {
        try? parent.remove(newName)
        try? parent.remove(newStoreName)
    }

    /// The real parent and the name in it, so that a link to an output is written through and not replaced.
    private static func resolve(_ directory: String) throws(EmitFailure) -> (parent: String, name: String) {
        if let real = try? System.realPath(directory) { return try split(real, of: directory) }
        var parts = directory.split(separator: "/").map(String.init)
        guard let name = parts.popLast(), name != "." && name != ".." else { throw unusable(directory) }
        var path = directory.hasPrefix("/") ? "/" : "."
        for part in parts {
            path += path == "/" ? part : "/\(part)"
            do throws(SystemError) {
                try System.makeFolder(path, in: System.here)
            } catch {
                if error.code != EEXIST { throw EmitFailure(.cannotWrite, path: path, error) }
            }
        }
        let parent = try Folder.call(.cannotWrite, path) { () throws(SystemError) in try System.realPath(path) }
        return (parent, name)
    }

    private static func split(_ path: String, of directory: String) throws(EmitFailure) -> (
        parent: String, name: String
    ) {
        guard let slash = path.lastIndex(of: "/"), path.count > 1 else { throw unusable(directory) }
        let parent = path[..<slash]
        return (parent.isEmpty ? "/" : String(parent), String(path[path.index(after: slash)...]))
    }

    private static func unusable(_ directory: String) -> EmitFailure {
        EmitFailure(.cannotWrite, path: directory, reason: "no folder that can be replaced")
    }
}
