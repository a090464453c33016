import Bytes
import Tables

/// The file that a published run has kept for the next.
public struct PublishedStore: Sendable {
    public var path: String
    /// The published folder.
    var directory: String
    var record: StoreRecord

    /// Whether it is, to the byte, what the run has written.
    ///
    /// Throws where it is there and cannot be read.
    public func isIntact() throws(EmitFailure) -> Bool {
        do throws(WriteFailure) {
            return try FileDigest.measure(path).digest == record.sha256
        } catch {
            if FileStamp(path: path) == nil { return false }
            throw EmitFailure(error)
        }
    }
}

/// What `run.json` says of the store and of the tables that it goes with.
struct StoreRecord: Hashable, Sendable, Codable {
    /// Of the store.
    var sha256: String
    /// How the tables were left.
    var tables: [TableSeal]

    var json: JSONValue { .object(["sha256": .string(sha256), "tables": .array(tables.map(\.json))]) }
}
