/// What values a setting takes.
public enum SettingKind: Hashable, Sendable {
    /// A whole number.
    case integer(ClosedRange<Int>)
    /// A number with or without a point.
    case number(ClosedRange<Double>)
    /// Bytes: a whole number, or a number with `kB`, `MB` or `GB` behind it.
    case size(ClosedRange<Int>)
    case flag
    /// One of these words.
    case choice([String])
    /// One or more of these words, none twice.
    case choices([String])
    case path
    /// One or more paths.
    case paths
    /// Any number of non-empty texts.
    case texts

    /// For messages: "allowed: …".
    public var allowed: String {
        switch self {
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number(let range): "a number from \(SettingValue.text(range.lowerBound)) to \(SettingValue.text(range.upperBound))"
        case .size(let range):
            "bytes as a whole number, or a number with kB, MB or GB behind it, from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "true or false"
        case .choice(let words): SettingKind.list(words, "or")
        case .choices(let words): "a list of one or more of \(SettingKind.list(words, "and")), none twice"
        case .path: "a path"
        case .paths: "a list of one or more paths"
        case .texts: "a list of texts, none empty"
        }
    }

    /// True where the setting takes several values.
    public var isList: Bool {
        switch self {
        case .choices, .paths, .texts: true
        default: false
        }
    }

    private static func list(_ words: [String], _ joint: String) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(joint) " + last
    }
}
