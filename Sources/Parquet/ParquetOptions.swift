/// How Parquet files are written.
public struct ParquetOptions: Hashable, Sendable {
    public enum Compression: Hashable, Sendable { case none, gzip }
    public enum Partition: Hashable, Sendable {
        /// A file a table.
        case none
        /// Tables of reports are folders with a file for each year: `applications/year=2024/part-0.parquet`.
        case year
    }
    public enum Numbers: Hashable, Sendable {
        /// `DECIMAL(33, 14)`: exact.
        case decimal
        /// `DOUBLE`: the nearest binary fraction.
        case double
    }

    public var compression: Compression
    public var partition: Partition
    /// What columns of type ``Tables/ColumnType/decimal`` become.
    public var numbers: Numbers
    var limits = GroupLimits()

    public init(compression: Compression = .none, partition: Partition = .none, numbers: Numbers = .decimal) {
        self.compression = compression
        self.partition = partition
        self.numbers = numbers
    }
}

/// Where a row group, a page and a dictionary end. Counted in rows and bytes of the table, so that the cut never depends on
/// how the rows arrive.
struct GroupLimits: Hashable, Sendable {
    var rows = 131_072
    /// Rows times columns.
    var cells = 2_097_152
    /// Bytes of long texts.
    var bytes = 8 << 20
    /// Bytes of a page of plain values.
    var page = 1 << 20
    /// Entries and bytes of a dictionary.
    var words = 65_536
    var wordBytes = 1 << 20
    /// Bytes that a row group holds in memory.
    var held = 32 << 20
    /// Bytes that all parts of all tables hold together, where tables are written in parts.
    var partitions = 48 << 20

    /// Rows of a group of a table.
    func rows(columns: Int) -> Int { max(1, min(rows, cells / max(1, columns))) }
}
