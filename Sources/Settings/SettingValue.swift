/// The value of a setting.
public enum SettingValue: Hashable, Sendable {
    case integer(Int)
    case number(Double)
    case flag(Bool)
    case text(String)
    case texts([String])

    /// As JSON, the way `pipeline.json` would say it.
    public var json: String { JSONValue(content).description }

    var content: JSONContent {
        switch self {
        case .integer(let value): .number(String(value))
        case .number(let value): .number(SettingValue.text(value))
        case .flag(let value): .bool(value)
        case .text(let value): .string(value)
        case .texts(let values): .array(values.map { JSONValue(.string($0)) })
        }
    }

    /// A number without a needless `.0`.
    static func text(_ number: Double) -> String {
        guard let integer = Int(exactly: number) else { return "\(number)" }
        return String(integer)
    }
}
