import Bytes
import Glibc
import Tables

/// The folder beside the output in which a new set of files comes into being.
final class AsideFolder: OutputSpace {
    let folder: Folder
    private let options: EmitOptions
    private var isDurable: Bool { options.isDurable }

    init(_ folder: consuming Folder, _ options: EmitOptions) {
        self.folder = folder
        self.options = options
    }

    var path: String { folder.path }

    func concurrently(_ count: Int, _ work: @Sendable (Int) -> Void) { options.concurrently(count, work) }

    func makeFile(_ name: String) throws(WriteFailure) -> any OutputStream { try makeOutputFile(name) }

    /// - Parameter isHashed: false for a file that will most likely be copied with changes.
    func makeOutputFile(_ name: String, table: Table? = nil, isHashed: Bool = true) throws(WriteFailure) -> OutputFile {
        // A table in parts has a folder for each.
        var path = ""
        for part in name.split(separator: "/").dropLast() {
            path += path.isEmpty ? String(part) : "/\(part)"
            do throws(SystemError) {
                try System.makeFolder(path, in: folder.descriptor)
            } catch {
                if error.code != EEXIST { throw WriteFailure(path: folder.at(path), error) }
            }
        }
        let location = folder.at(name)
        do throws(SystemError) {
            let descriptor = try System.createFile(name, in: folder.descriptor)
            return OutputFile(name, at: location, descriptor, isDurable: isDurable, table: table, isHashed: isHashed)
        } catch {
            throw WriteFailure(path: location, error)
        }
    }

    func measure(_ name: String) throws(WriteFailure) -> WrittenFile {
        let (bytes, digest) = try FileDigest.measure(folder.at(name), andSync: isDurable)
        return WrittenFile(name: name, bytes: bytes, sha256: digest)
    }

    func rename(_ name: String, to other: String) throws(WriteFailure) {
        do throws(SystemError) {
            try System.rename(name, to: other, in: folder.descriptor)
        } catch {
            throw WriteFailure(path: folder.at(other), error)
        }
    }

    /// Gives a file that stands elsewhere a second name here. False where the file system does not do that.
    func link(_ path: String, to name: String) -> Bool {
        do throws(SystemError) {
            try System.link(path, to: name, in: folder.descriptor)
            return true
        } catch {
            return false
        }
    }

    func remove(_ name: String) throws(WriteFailure) {
        do throws(SystemError) {
            try System.unlink(name, in: folder.descriptor, isFolder: false)
        } catch {
            throw WriteFailure(path: folder.at(name), error)
        }
    }

    /// Removes a folder with the files in it.
    func removeFolder(_ name: String) throws(WriteFailure) {
        do throws(EmitFailure) {
            try folder.remove(name)
        } catch {
            throw WriteFailure(path: error.path, reason: error.reason)
        }
    }

    /// Makes the names in the folder last.
    func sync() throws(WriteFailure) {
        if !isDurable { return }
        do throws(SystemError) {
            try System.sync(folder.descriptor)
        } catch {
            throw WriteFailure(path: folder.path, error)
        }
    }
}
