/// Why a configuration cannot be used. Names the key, the value and what is allowed.
public struct SettingsProblem: Error, Hashable, Sendable {
    public enum Code: String, Sendable {
        case unknownKey = "unknown_key"
        case badValue = "bad_value"
        case badJSON = "bad_json"
        case noConfiguration = "no_configuration"
    }

    public var code: Code
    public var source: SettingSource
    public var message: String

    public init(_ code: Code, _ source: SettingSource, _ message: String) {
        self.code = code
        self.source = source
        self.message = message
    }

    /// True where a value on the command line is to blame, which ends with another exit code than a bad file.
    public var isUsage: Bool {
        if case .option = source { code != .noConfiguration } else { false }
    }
}
