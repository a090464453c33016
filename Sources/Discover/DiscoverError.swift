/// Ends the run before it begins: an input that the user named cannot be used.
public enum DiscoverError: Error, Hashable, Sendable {
    case missingInput(path: String)
    case unreadableInput(path: String, reason: String)

    /// One English sentence for a person.
    public var message: String {
        switch self {
        case .missingInput(let path): "there is no file or folder \(path)"
        case .unreadableInput(let path, let reason): "\(path) cannot be read: \(reason)"
        }
    }
}
