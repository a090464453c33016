/// One table: its columns and keys, and what its rows are.
public struct TableSchema: Sendable {
    public var table: Table
    /// The Chinese title.
    public var title: String
    /// What one row is, in English.
    public var description: String
    public var columns: [Column]
    /// Empty where rows have no key of their own.
    public var primaryKey: [String]
    public var foreignKeys: [ForeignKey]

    init(
        _ table: Table, _ title: String, _ description: String, key: [String] = [], references: [ForeignKey] = [],
        columns: [Column]
    ) {
        self.table = table
        self.title = title
        self.description = description
        self.columns = columns
        self.primaryKey = key
        self.foreignKeys = references
    }

    public var name: String { table.rawValue }

    /// The place of a column by its name.
    public func index(of column: String) -> Int? { columns.firstIndex { $0.name == column } }
}

/// A column whose values are found in the key of another table. A null refers to nothing.
public struct ForeignKey: Hashable, Sendable {
    public var column: String
    public var table: Table
    public var target: String

    init(_ column: String, _ table: Table, _ target: String) {
        self.column = column
        self.table = table
        self.target = target
    }
}
