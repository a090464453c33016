import Bytes
import ReportModel

/// Finds the input documents of a run.
///
/// Regular files, and links to such, are inputs. Whatever else is found (a FIFO, a device, a link that leads nowhere, a
/// folder that cannot be opened) becomes an entry with a problem; nothing of it is ever opened. Links to folders are not
/// followed. Names that begin with a dot are left out unless asked for.
public struct Discoverer: Sendable {
    private let options: DiscoverOptions
    private let include: [GlobPattern]
    private let exclude: [GlobPattern]

    public init(options: DiscoverOptions) {
        self.options = options
        include = options.include.map(GlobPattern.init)
        exclude = options.exclude.map(GlobPattern.init)
    }

    /// Lists all inputs. Throws only where an input that was named cannot be used at all.
    public func discover() throws(DiscoverError) -> FileList {
        let listed = try options.filesFrom.map(ListFile.read) ?? []
        let inputs = try InputRoots(inputs: options.inputs, listed: listed)
        var list = FileList()
        list.roots = inputs.roots
        let leftOut = Set(options.leavesOut.compactMap { try? PathStatus($0).identity })
        var walked = Set<Int>()
        for start in inputs.starts {
            if let file = start.file {
                let folder = list.addFolder(root: start.root, path: [])
                list.add(Array(file.utf8)[...], folder: folder, problem: Discoverer.problem(named: start.status))
            } else if walked.insert(start.root).inserted {
                var walk = FolderWalk(include, exclude, options.includesHidden, leftOut)
                try walk.run(root: start.root, into: &list)
            }
        }
        if inputs.starts.count > 1 || list.hasOddNames { list.merge() }
        return list
    }

    /// The folders from which paths count, with what stands before the paths below each; none where an input is missing.
    public static func folders(of inputs: [String]) -> [(folder: String, prefix: String)] {
        let roots = try? InputRoots(inputs: inputs, listed: []).roots
        return (roots ?? []).map { ($0.location, $0.prefix) }
    }

    /// What is wrong with a file that was named itself.
    private static func problem(named status: PathStatus?) -> FileList.Problem? {
        guard let status else {
            return FileList.Problem(
                finding: Finding(.discover, .error, .unreadableFile, "there is no such file"), size: 0)
        }
        return FolderWalk.problem(of: status.kind)
    }
}
