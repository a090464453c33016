import Bytes
import FoundationEssentials
import GRDB

/// What a run keeps for the next, as one SQLite file: a row for the run, a row for each input.
///
/// A store is written once, in a new file, by one run, and never changed. Whoever publishes the run makes it last and keeps its
/// digest, so that neither a journal nor a look for damage is needed here.
public enum RunStore {
    /// The layout of the tables below; another number is another layout.
    private static let layout = 1

    // MARK: - Reading

    /// - Returns: the inputs in the order of their paths' bytes.
    public static func read(_ path: String) throws(StoreFailure) -> (run: StoredRun, inputs: [StoredInput]) {
        try attempt(path) {
            var configuration = Configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            return try queue.read { database in
                guard try Int.fetchOne(database, sql: "PRAGMA user_version") == layout,
                    let run = try run(database)
                else { throw DatabaseError(resultCode: .SQLITE_NOTADB, message: "it is no store of this program") }
                return (run, try inputs(database))
            }
        }
    }

    private static func run(_ database: Database) throws -> StoredRun? {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT fingerprint, size, modified, changed, inode, program FROM run")
        guard let row else { return nil }
        return StoredRun(fingerprint: row[0], program: stamp(row, at: 1), programSHA256: row[5])
    }

    private static func inputs(_ database: Database) throws -> [StoredInput] {
        let count = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM input") ?? 0
        var inputs: [StoredInput] = []
        inputs.reserveCapacity(count)
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT path, size, modified, changed, inode, seen, sha256, receipt, memo FROM input ORDER BY path
                """)
        while let row = try rows.next() {
            inputs.append(
                StoredInput(
                    path: row[0], stamp: stamp(row, at: 1), seen: row[5], sha256: row[6], receipt: bytes(row, at: 7),
                    memo: bytes(row, at: 8)))
        }
        return inputs
    }

    private static func stamp(_ row: Row, at column: Int) -> FileStamp {
        FileStamp(
            size: row[column], modified: row[column + 1], changed: row[column + 2],
            inode: UInt64(bitPattern: row[column + 3]))
    }

    private static func bytes(_ row: Row, at column: Int) -> [UInt8] {
        let data: Data? = row[column]
        return data.map { [UInt8]($0) } ?? []
    }

    // MARK: - Writing

    /// Writes a new store.
    public static func write(
        _ run: StoredRun, _ inputs: some Sequence<StoredInput>, to path: String
    ) throws(StoreFailure) {
        try attempt(path) {
            try open(path).write { database in
                try database.execute(
                    sql: """
                        CREATE TABLE run (
                            fingerprint TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,
                            changed INTEGER NOT NULL, inode INTEGER NOT NULL, program TEXT NOT NULL);
                        CREATE TABLE input (
                            path TEXT NOT NULL PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL,
                            changed INTEGER NOT NULL, inode INTEGER NOT NULL, seen INTEGER NOT NULL, sha256 TEXT,
                            receipt BLOB NOT NULL, memo BLOB NOT NULL) WITHOUT ROWID;
                        PRAGMA user_version = \(layout);
                        """)
                try put(run, inputs, into: database)
            }
        }
    }

    /// Writes a store that is an earlier one with some changes.
    ///
    /// - Parameters:
    ///   - gone: paths of inputs that are there no more.
    ///   - inputs: those that are new or not as they were.
    public static func write(
        _ run: StoredRun, over earlier: String, without gone: [String], _ inputs: [StoredInput], to path: String
    ) throws(StoreFailure) {
        try attempt(path) {
            let queue = try open(path)
            var configuration = Configuration()
            configuration.readonly = true
            try DatabaseQueue(path: earlier, configuration: configuration).backup(to: queue)
            try queue.write { database in
                try database.execute(sql: "DELETE FROM run")
                let removal = try database.makeStatement(sql: "DELETE FROM input WHERE path = ?")
                for path in gone { try removal.execute(arguments: [path]) }
                try put(run, inputs, into: database)
            }
        }
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.prepareDatabase { database in
            try database.execute(
                sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static func put(
        _ run: StoredRun, _ inputs: some Sequence<StoredInput>, into database: Database
    ) throws {
        try database.execute(
            sql: "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                run.fingerprint, run.program.size, run.program.modified, run.program.changed,
                Int64(bitPattern: run.program.inode), run.programSHA256,
            ])
        let insertion = try database.makeStatement(
            sql: "INSERT OR REPLACE INTO input VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for input in inputs {
            try insertion.execute(arguments: [
                input.path, input.stamp.size, input.stamp.modified, input.stamp.changed,
                Int64(bitPattern: input.stamp.inode), input.seen, input.sha256, Data(input.receipt), Data(input.memo),
            ])
        }
    }

    private static func attempt<Value>(_ path: String, _ body: () throws -> Value) throws(StoreFailure) -> Value {
        do {
            return try body()
        } catch {
            throw StoreFailure(path: path, error)
        }
    }
}
