import GRDB

/// A store cannot be read or written.
public struct StoreFailure: Error, Hashable, Sendable {
    public var path: String
    /// The library's or the system's words.
    public var reason: String
    /// True where the file is there and holds no store, or a broken one.
    public var isDamaged: Bool

    init(path: String, _ error: any Error) {
        self.path = path
        if let error = error as? DatabaseError {
            reason = "\(error.message ?? "\(error.resultCode)")"
            isDamaged = [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_MISMATCH].contains(error.resultCode)
        } else {
            reason = "\(error)"
            isDamaged = true
        }
    }
}
