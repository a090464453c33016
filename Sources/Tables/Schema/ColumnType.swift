/// What a column holds, whatever the format it is written in.
public enum ColumnType: Hashable, Sendable {
    /// UTF-8 text as found; may be long and may hold line feeds.
    case text
    /// ASCII letters and digits that stand for one thing.
    case identifier
    case integer
    /// An exact decimal, at most 19 digits.
    case decimal
    /// `2024-01-31`.
    case date
    case boolean
    /// `L143`, `t2r5c3`, `p4L12`.
    case locator
    /// A word of a closed vocabulary.
    case code(Vocabulary)

    /// The word for it in the schema's text.
    public var name: String {
        switch self {
        case .text: "text"
        case .identifier: "identifier"
        case .integer: "integer"
        case .decimal: "decimal"
        case .date: "date"
        case .boolean: "boolean"
        case .locator: "locator"
        case .code: "code"
        }
    }

    /// The type of a Data Package field.
    public var fieldType: String {
        switch self {
        case .text, .identifier, .locator, .code: "string"
        case .integer: "integer"
        case .decimal: "number"
        case .date: "date"
        case .boolean: "boolean"
        }
    }
}
