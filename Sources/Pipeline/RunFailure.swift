/// What ends a whole run. The old output stands.
public struct RunFailure: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Wrong use of the command.
        case usage
        case configuration
        case noInput
        /// More files failed than the run was told to put up with.
        case tooManyFailed
        /// Something could not be read or written.
        case inputOutput
        /// Another run holds the output.
        case busy
        /// A fault of our own.
        case fault
        case interrupted
        case terminated
    }

    public var kind: Kind
    /// A stable word, listed with the codes of findings.
    public var code: String
    /// The path, key or option that it is about; empty where it is about none.
    public var subject: String
    /// One English sentence, without the subject.
    public var message: String

    public init(_ kind: Kind, code: String, subject: String = "", _ message: String) {
        self.kind = kind
        self.code = code
        self.subject = subject
        self.message = message
    }

    public static let interrupted = RunFailure(.interrupted, code: "interrupted", "interrupted; the old output stands")
    public static let terminated = RunFailure(.terminated, code: "terminated", "terminated; the old output stands")
}
