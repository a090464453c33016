/// A JSON value that knows where it stood, so that a message about it can name the place.
public struct JSONValue: Hashable, Sendable {
    public var content: JSONContent
    /// Line and column of its first character, from 1; columns count characters.
    public var line: Int
    public var column: Int

    public init(_ content: JSONContent, line: Int = 1, column: Int = 1) {
        self.content = content
        self.line = line
        self.column = column
    }
}

public enum JSONContent: Hashable, Sendable {
    case null
    case bool(Bool)
    /// As printed; JSON does not say how wide a number is.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// In the order of the text, without duplicates.
    case object([JSONMember])
}

/// One key of an object, with the place of the key itself.
public struct JSONMember: Hashable, Sendable {
    public var key: String
    public var line: Int
    public var column: Int
    public var value: JSONValue

    public init(key: String, line: Int, column: Int, value: JSONValue) {
        self.key = key
        self.line = line
        self.column = column
        self.value = value
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as compact JSON, for messages.
    public var description: String {
        switch content {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let text): text
        case .string(let text): JSONText.quoted(text)
        case .array(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { "\(JSONText.quoted($0.key)): \($0.value)" }.joined(separator: ", ") + "}"
        }
    }
}
