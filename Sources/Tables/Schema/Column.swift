/// One column of a table.
public struct Column: Hashable, Sendable {
    /// ASCII `snake_case`.
    public var name: String
    public var type: ColumnType
    /// The Chinese title.
    public var title: String
    /// One English sentence or two.
    public var description: String
    /// True where the column is never null.
    public var isRequired: Bool

    init(_ name: String, _ type: ColumnType, _ title: String, _ description: String, required: Bool = false) {
        self.name = name
        self.type = type
        self.title = title
        self.description = description
        self.isRequired = required
    }
}
