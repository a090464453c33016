public import Tables

/// Parquet: every table with the rows, columns and order of its CSV.
public struct ParquetFormat: TableFormat {
    private let options: ParquetOptions
    private let layouts: ParquetLayouts

    public init(_ options: ParquetOptions = ParquetOptions()) {
        self.options = options
        layouts = ParquetLayouts(options)
    }

    public var name: String { "parquet" }

    public func makeLane() -> any FormatLane { ParquetLane(layouts) }

    public func makeWriter(in space: any OutputSpace) throws(WriteFailure) -> any FormatWriter {
        try ParquetWriter(options, layouts, in: space)
    }
}
