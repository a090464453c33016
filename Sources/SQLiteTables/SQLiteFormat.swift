public import Tables

/// One database, `gongkai.sqlite`: the tables with their keys, indexes, the vocabularies with their Chinese words, a data
/// dictionary, and views that put labels beside the codes.
public struct SQLiteFormat: TableFormat {
    public static let fileName = "gongkai.sqlite"

    public init() {}

    public var name: String { "sqlite" }

    public func makeLane() -> any FormatLane { SpoolLane() }

    public func makeWriter(in space: any OutputSpace) throws(WriteFailure) -> any FormatWriter {
        try SQLiteWriter(in: space)
    }

    public func problems(in file: String, at path: String, rows: [Tables.Table: Int]) -> [String] {
        file == SQLiteFormat.fileName ? DatabaseCheck.problems(at: path, rows: rows) : []
    }
}
