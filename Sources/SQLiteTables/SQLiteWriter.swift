import GRDB
import ReportModel
import Tables

/// Writes the database in one transaction. The file stands aside until the run is published, so nothing is journalled and
/// nothing synced on the way.
final class SQLiteWriter: FormatWriter {
    private let space: any OutputSpace
    private let path: String
    private let queue: DatabaseQueue
    /// By place in ``Table``.
    private var sinks: [InsertSink] = []

    init(in space: any OutputSpace) throws(WriteFailure) {
        self.space = space
        let path = "\(space.path)/\(SQLiteFormat.fileName)"
        self.path = path
        queue = try SQLiteWriter.converting(path) { try DatabaseQueue(path: path, configuration: .forWriting) }
        sinks = try database { db in
            try db.execute(sql: "BEGIN")
            for table in Table.allCases { try db.execute(sql: DatabaseText.table(table.schema)) }
            try db.execute(sql: DatabaseText.companions)
            for index in DatabaseText.indexes { try db.execute(sql: index) }
            let words = WordBytes()
            return try Table.allCases.map { table in
                let marks = Array(repeating: "?", count: table.schema.columns.count).joined(separator: ", ")
                let statement = try db.makeStatement(sql: "INSERT INTO \"\(table.rawValue)\" VALUES (\(marks))")
                return InsertSink(statement, words: words)
            }
        }
        try database { db in try DatabaseText.insertCompanions(into: db) }
        Rows.codebook(into: &sinks[Table.codebook.index])
        try check()
    }

    deinit {
        // Of a run that failed: where a statement outlives the connection, the library rolls back through what it has freed.
        sinks = []
    }

    func append(_ lane: any FormatLane) throws(WriteFailure) {
        guard let lane = lane as? SpoolLane else { preconditionFailure("a lane of another format") }
        for table in Table.allCases { lane.replay(table, into: &sinks[table.index]) }
        try check()
    }

    func finish(_ late: LateRows, _ facts: RunFacts) throws(WriteFailure) -> [WrittenFile] {
        try write(late)
        // No statement may outlive the connection.
        sinks = []
        try database { db in
            try DatabaseText.describe(toolVersion: facts.toolVersion, in: db)
            for view in DatabaseViews.all { try db.execute(sql: view) }
            try db.execute(sql: "COMMIT")
        }
        try SQLiteWriter.converting(path) { try queue.close() }
        return [try space.measure(SQLiteFormat.fileName)]
    }

    private func write(_ late: LateRows) throws(WriteFailure) {
        var (reports, checks, panel) = (sinks[Table.reports.index], sinks[Table.checks.index], sinks[Table.panel.index])
        try late.replay(reports: &reports, checks: &checks, panel: &panel) { (reports, checks, panel) throws(WriteFailure) in
            for sink in [reports, checks, panel] { try check(sink) }
        }
    }

    private func check() throws(WriteFailure) {
        for sink in sinks { try check(sink) }
    }

    private func check(_ sink: InsertSink) throws(WriteFailure) {
        if let failure = sink.failure { throw WriteFailure(path: path, reason: failure) }
    }

    private func database<Value>(_ body: (Database) throws -> Value) throws(WriteFailure) -> Value {
        try SQLiteWriter.converting(path) { try queue.writeWithoutTransaction(body) }
    }

    private static func converting<Value>(_ path: String, _ body: () throws -> Value) throws(WriteFailure) -> Value {
        do {
            return try body()
        } catch {
            throw WriteFailure(path: path, reason: "\(error)")
        }
    }
}

extension Configuration {
    /// For a file that is written once, by one, and thrown away where that fails.
    fileprivate static var forWriting: Configuration {
        var configuration = Configuration()
        // Reports come last, what refers to them comes first: keys are held afterwards, by the tests and by `verify`.
        configuration.foreignKeysEnabled = false
        // One transaction from the first batch to the last.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA page_size = 16384;
                    PRAGMA encoding = 'UTF-8';
                    PRAGMA auto_vacuum = NONE;
                    PRAGMA journal_mode = OFF;
                    PRAGMA synchronous = OFF;
                    PRAGMA locking_mode = EXCLUSIVE;
                    PRAGMA cache_size = -65536;
                    """)
        }
        return configuration
    }
}
