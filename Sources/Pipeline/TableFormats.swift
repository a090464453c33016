import SQLiteTables
import Tables
import WorkbookTables

/// The formats beside CSV, by the names in which they are asked for.
enum TableFormats {
    static let all: [any TableFormat] = [SQLiteFormat(), WorkbookFormat()]

    static func named(_ names: [String]) -> [any TableFormat] { all.filter { names.contains($0.name) } }
}
