/// The configuration in force: options over environment variables over `pipeline.json` over defaults, folded once.
public struct Settings: Hashable, Sendable {
    private var resolved: [SettingKey: ResolvedSetting]

    /// The defaults alone.
    public init() {
        resolved = [:]
        for key in SettingKey.allCases { resolved[key] = ResolvedSetting(value: key.spec.preset, source: .preset) }
    }

    public subscript(key: SettingKey) -> ResolvedSetting {
        get { resolved[key] ?? ResolvedSetting(value: nil, source: .preset) }
        set { resolved[key] = newValue }
    }

    public func texts(_ key: SettingKey) -> [String] {
        if case .texts(let values) = self[key].value { values } else { [] }
    }

    public func text(_ key: SettingKey) -> String? {
        if case .text(let value) = self[key].value { value } else { nil }
    }

    public func integer(_ key: SettingKey) -> Int? {
        if case .integer(let value) = self[key].value { value } else { nil }
    }

    public func number(_ key: SettingKey) -> Double? {
        if case .number(let value) = self[key].value { value } else { nil }
    }

    public func flag(_ key: SettingKey) -> Bool {
        self[key].value == .flag(true)
    }

    /// All settings as one JSON object, nested as in `pipeline.json`; unset ones are left out.
    public var json: String {
        var members: [JSONMember] = []
        for key in SettingKey.allCases {
            guard let value = self[key].value else { continue }
            let parts = key.rawValue.split(separator: ".").map(String.init)
            let member = JSONMember(key: parts[parts.count - 1], line: 1, column: 1, value: JSONValue(value.content))
            if parts.count == 1 {
                members.append(member)
            } else if let last = members.last, last.key == parts[0], case .object(let nested) = last.value.content {
                members[members.count - 1].value.content = .object(nested + [member])
            } else {
                members.append(JSONMember(key: parts[0], line: 1, column: 1, value: JSONValue(.object([member]))))
            }
        }
        return JSONValue(.object(members)).description
    }
}
