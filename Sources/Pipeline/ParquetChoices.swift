/// How Parquet is written, where it is asked for.
public struct ParquetChoices: Sendable {
    /// Pages in gzip.
    public var isCompressed = false
    /// A folder a table, with a file for each year.
    public var isByYear = false
    /// Numbers as binary fractions instead of exact decimals.
    public var hasDoubles = false

    public init() {}
}
