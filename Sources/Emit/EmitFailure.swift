import Bytes
import Tables

/// Ends a run: the tables cannot be written. The old output stands.
public struct EmitFailure: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Another run holds the output; its process where that is known.
        case locked(pid: Int?)
        case cannotWrite
        case cannotRead
        /// Something of that name is there and is no folder.
        case notAFolder
        /// The folder holds something that no run of ours has written.
        case foreignFolder(entry: String)
        /// The counts of the run do not add up.
        case inconsistent
    }

    public var kind: Kind
    public var path: String
    /// The call and the system's words, or what does not add up; empty where the kind says it all.
    public var reason: String

    public init(_ kind: Kind, path: String, reason: String = "") {
        self.kind = kind
        self.path = path
        self.reason = reason
    }

    init(_ kind: Kind, path: String, _ error: SystemError) {
        self.init(kind, path: path, reason: error.message)
    }

    init(_ failure: WriteFailure) {
        self.init(failure.isReading ? .cannotRead : .cannotWrite, path: failure.path, reason: failure.reason)
    }

    /// Runs `body`; a failure to write ends the run.
    static func converting<Value>(_ body: () throws(WriteFailure) -> Value) throws(EmitFailure) -> Value {
        do throws(WriteFailure) {
            return try body()
        } catch {
            throw EmitFailure(error)
        }
    }

    /// One English sentence with the path.
    public var message: String {
        switch kind {
        case .locked(let pid?): "\(path): another run holds this output (process \(pid))"
        case .locked(nil): "\(path): another run holds this output"
        case .cannotWrite: "\(path): cannot write (\(reason))"
        case .cannotRead: "\(path): cannot read (\(reason))"
        case .notAFolder: "\(path): is there and is not a folder"
        case .foreignFolder(let entry):
            "\(path): holds \(entry), which is no output of a run; name an empty or a new folder"
        case .inconsistent: "\(path): the tables do not add up (\(reason)); nothing was published"
        }
    }
}
