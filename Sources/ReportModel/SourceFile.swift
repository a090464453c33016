/// One input as Discover found it, not yet read.
public struct SourceFile: Hashable, Sendable {
    /// The path in the tables: relative to the input root, `/` between parts, UTF-8.
    public var path: String
    /// The path to open.
    public var location: String
    /// Size in bytes as the folder listing gave it.
    public var size: Int64
    /// Set where the input cannot be read at all; it still gets its row in `files`.
    public var problem: Finding?

    public init(path: String, location: String, size: Int64, problem: Finding? = nil) {
        self.path = path
        self.location = location
        self.size = size
        self.problem = problem
    }
}
