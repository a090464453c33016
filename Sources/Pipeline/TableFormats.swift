import Parquet
import SQLiteTables
import Tables
import WorkbookTables

/// The formats beside CSV, by the names in which they are asked for.
enum TableFormats {
    static func all(parquet: ParquetOptions = ParquetOptions()) -> [any TableFormat] {
        [ParquetFormat(parquet), SQLiteFormat(), WorkbookFormat()]
    }

    static func named(_ names: [String], parquet: ParquetOptions) -> [any TableFormat] {
        all(parquet: parquet).filter { names.contains($0.name) }
    }
}
