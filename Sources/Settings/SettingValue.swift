/// The value of a setting.
public enum SettingValue: Hashable, Sendable {
    case integer(Int)
    case number(Double)
    case flag(Bool)
    case text(String)
    case texts([String])

    /// As JSON, the way `pipeline.json` would say it.
    public var json: String {
        switch self {
        case .integer(let value): String(value)
        case .number(let value): SettingValue.text(value)
        case .flag(let value): value ? "true" : "false"
        case .text(let value): JSONText.quoted(value)
        case .texts(let values): "[" + values.map(JSONText.quoted).joined(separator: ", ") + "]"
        }
    }

    /// A number without a needless `.0`.
    static func text(_ number: Double) -> String {
        guard let integer = Int(exactly: number) else { return "\(number)" }
        return String(integer)
    }
}
