import GRDB
import Tables

/// Holds a written database against itself and against the counts of its run.
enum DatabaseCheck {
    /// Problems of one kind that are told one by one.
    private static let told = 5

    /// - Parameter rows: the rows that each table should have.
    static func problems(at path: String, rows: [Table: Int]) -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.foreignKeysEnabled = false
        // What a file made by others says about itself is not run.
        configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA trusted_schema = OFF") }
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            return try queue.read { db in try problems(in: db, rows: rows) }
        } catch {
            return ["cannot be read as a database (\(error))"]
        }
    }

    private static func problems(in db: Database, rows: [Table: Int]) throws -> [String] {
        let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check(\(told))")
        if integrity != ["ok"] { return integrity }
        var problems: [String] = []
        for table in Table.allCases {
            guard try db.tableExists(table.rawValue) else {
                problems.append("has no table \(table.rawValue)")
                continue
            }
            let columns = try db.columns(in: table.rawValue).map(\.name)
            if columns != table.schema.columns.map(\.name) { problems.append("\(table.rawValue) has other columns") }
            let count = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(DatabaseText.quoted(table.rawValue))") ?? 0
            if let expected = rows[table], expected != count {
                problems.append("\(table.rawValue) has \(count) rows instead of \(expected)")
            }
        }
        let orphans = try Row.fetchAll(db, sql: "SELECT \"table\", \"parent\", COUNT(*) FROM pragma_foreign_key_check GROUP BY 1, 2")
        for orphan in orphans {
            let (table, parent, count): (String, String, Int) = (orphan[0], orphan[1], orphan[2])
            problems.append("\(count) rows of \(table) refer to none of \(parent)")
        }
        return problems
    }
}
