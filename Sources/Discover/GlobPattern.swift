/// A pattern for paths: `*` stands for anything but `/`, `?` for one character, `**` for any number of folders.
///
/// A pattern without `/` is held against names at any depth (`*.txt`), one with `/` against whole paths (`2023/**/*.txt`).
/// A `/` at the end makes it match folders only.
public struct GlobPattern: Hashable, Sendable {
    private enum Token: Hashable {
        case literal(Unicode.Scalar)
        case one
        case many
        /// `**/`: no folder, or any number of whole ones.
        case folders
        /// `**` at the end: everything below.
        case everything
    }

    private let tokens: [Token]
    private let matchesFoldersOnly: Bool

    public init(_ pattern: String) {
        var scalars = Array(pattern.unicodeScalars)[...]
        matchesFoldersOnly = scalars.last == "/"
        if matchesFoldersOnly { scalars.removeLast() }
        let isAnchored = scalars.contains("/")
        if scalars.first == "/" { scalars.removeFirst() }
        var tokens: [Token] = isAnchored ? [] : [.folders]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "?": tokens.append(.one)
            case "*" where scalars.first == "*":
                while scalars.first == "*" { scalars.removeFirst() }
                if scalars.isEmpty {
                    tokens.append(.everything)
                } else if scalars.first == "/" {
                    scalars.removeFirst()
                    tokens.append(.folders)
                } else {
                    tokens.append(.many)
                }
            case "*": tokens.append(.many)
            default: tokens.append(.literal(scalar))
            }
        }
        self.tokens = tokens
    }

    /// Whether a path relative to the input root matches.
    public func matches(_ path: String, isFolder: Bool = false) -> Bool {
        if matchesFoldersOnly && !isFolder { return false }
        // All ways to match are followed side by side, so that no pattern takes more than pattern times path steps.
        var states = [Bool](repeating: false, count: tokens.count + 1)
        arrive(at: 0, &states)
        for scalar in path.unicodeScalars {
            var next = [Bool](repeating: false, count: tokens.count + 1)
            for (index, token) in tokens.enumerated() where states[index] {
                switch token {
                case .literal(let wanted): if scalar == wanted { arrive(at: index + 1, &next) }
                case .one: if scalar != "/" { arrive(at: index + 1, &next) }
                case .many: if scalar != "/" { arrive(at: index, &next) }
                case .everything: arrive(at: index, &next)
                case .folders:
                    next[index] = true
                    if scalar == "/" { arrive(at: index + 1, &next) }
                }
            }
            states = next
        }
        return states[tokens.count]
    }

    /// Marks a state, and those behind it that need no character.
    private func arrive(at index: Int, _ states: inout [Bool]) {
        var index = index
        while true {
            states[index] = true
            guard index < tokens.count else { return }
            switch tokens[index] {
            case .many, .folders, .everything: index += 1
            case .literal, .one: return
            }
        }
    }
}
