/// Where a value came from. Later cases beat earlier ones.
public enum SettingSource: Hashable, Sendable {
    case preset
    /// A line of `pipeline.json`.
    case file(path: String, line: Int, column: Int)
    case environment(name: String)
    case option(name: String)

    /// As `gongkai config` and messages say it.
    public var description: String {
        switch self {
        case .preset: "default"
        case .file(let path, let line, let column): column > 0 ? "\(path):\(line):\(column)" : "\(path):\(line)"
        case .environment(let name): name
        case .option(let name): name
        }
    }
}
