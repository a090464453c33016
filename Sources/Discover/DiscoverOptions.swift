/// Where to look for documents.
public struct DiscoverOptions: Sendable {
    /// Folders and files.
    public var inputs: [String]
    /// A file that lists further inputs, one a line; `-` is standard input.
    public var filesFrom: String?
    /// Globs; where there are any, only files that match one are taken.
    public var include: [String]
    /// Globs; files and folders that match one are left out.
    public var exclude: [String]
    /// Whether files and folders are taken whose names begin with a dot.
    public var includesHidden: Bool
    /// Folders that are never looked into, such as the output folder.
    public var leavesOut: [String]

    public init(
        inputs: [String] = [], filesFrom: String? = nil, include: [String] = [], exclude: [String] = [],
        includesHidden: Bool = false, leavesOut: [String] = []
    ) {
        self.inputs = inputs
        self.filesFrom = filesFrom
        self.include = include
        self.exclude = exclude
        self.includesHidden = includesHidden
        self.leavesOut = leavesOut
    }
}
