extension Settings {
    /// Puts the values of a `pipeline.json` over what is there.
    ///
    /// - Parameters:
    ///   - path: the file's path as messages name it; relative paths in it are relative to its folder.
    /// - Throws: ``SettingsProblem`` for text that is no JSON, unknown keys, wrong types and impossible values.
    public mutating func apply(file path: String, bytes: [UInt8]) throws(SettingsProblem) {
        let root: JSONValue
        do throws(JSONProblem) {
            root = try JSONReader.read(bytes)
        } catch {
            throw SettingsProblem(.badJSON, .file(path: path, line: error.line, column: error.column), error.message)
        }
        guard case .object(let members) = root.content else {
            throw SettingsProblem(
                .badValue, .file(path: path, line: root.line, column: root.column), "the file holds no object: it must begin with {")
        }
        try apply(members, prefix: "", path: path)
    }

    private mutating func apply(_ members: [JSONMember], prefix: String, path: String) throws(SettingsProblem) {
        for member in members {
            let name = prefix + member.key
            let source = SettingSource.file(path: path, line: member.line, column: member.column)
            if let key = SettingKey(rawValue: name) {
                guard let value = SettingReader.value(key.spec.kind, of: member.value) else {
                    throw Settings.badValue("\"\(name)\"", member.value.description, key, source)
                }
                self[key] = ResolvedSetting(value: Settings.anchored(value, key.spec.kind, at: path), source: source)
            } else if SettingKey.groups.contains(name) {
                guard case .object(let nested) = member.value.content else {
                    throw SettingsProblem(
                        .badValue, source, "\"\(name)\" is \(Settings.short(member.value.description)); allowed: an object of settings")
                }
                try apply(nested, prefix: name + ".", path: path)
            } else {
                let known = SettingKey.allCases.map(\.rawValue) + SettingKey.groups
                throw Settings.unknown("key \"\(name)\"", Spelling.nearest(to: name, in: known).map { "\"\($0)\"" }, source)
            }
        }
    }

    /// Puts the values of the environment's `GONGKAI_…` variables over what is there.
    ///
    /// - Throws: ``SettingsProblem`` for variables of that prefix that mean nothing, and for impossible values.
    public mutating func apply(environment: [String: String]) throws(SettingsProblem) {
        let keys = Dictionary(uniqueKeysWithValues: SettingKey.allCases.map { ($0.variable, $0) })
        for (name, text) in environment.sorted(by: { $0.key < $1.key })
        where name.hasPrefix("GONGKAI_") && name != Settings.configurationVariable {
            let source = SettingSource.environment(name: name)
            guard let key = keys[name] else {
                let known = keys.keys.sorted() + [Settings.configurationVariable]
                throw Settings.unknown("variable \(name)", Spelling.nearest(to: name, in: known), source)
            }
            let separator: Character = if case .paths = key.spec.kind { ":" } else { "," }
            guard let value = SettingReader.value(key.spec.kind, of: [text], separator: separator) else {
                throw Settings.badValue(name, JSONText.quoted(text), key, source)
            }
            self[key] = ResolvedSetting(value: value, source: source)
        }
    }

    /// Puts one option of the command line over what is there.
    public mutating func apply(option name: String, _ key: SettingKey, _ texts: [String]) throws(SettingsProblem) {
        let source = SettingSource.option(name: name)
        let separator: Character? = if case .choices = key.spec.kind { "," } else { nil }
        guard let value = SettingReader.value(key.spec.kind, of: texts, separator: separator) else {
            throw Settings.badValue(name, texts.map(JSONText.quoted).joined(separator: " "), key, source)
        }
        self[key] = ResolvedSetting(value: value, source: source)
    }

    /// The variable that names the configuration file.
    public static let configurationVariable = "GONGKAI_CONFIG"

    private static func badValue(_ name: String, _ value: String, _ key: SettingKey, _ source: SettingSource) -> SettingsProblem {
        SettingsProblem(.badValue, source, "\(name) is \(short(value)); allowed: \(key.spec.kind.allowed)")
    }

    private static func unknown(_ what: String, _ meant: String?, _ source: SettingSource) -> SettingsProblem {
        SettingsProblem(.unknownKey, source, "unknown \(what)" + (meant.map { "; did you mean \($0)?" } ?? "; \"gongkai config\" prints all keys"))
    }

    /// A value that fits into a message.
    private static func short(_ value: String) -> String {
        value.count <= 80 ? value : value.prefix(79) + "…"
    }

    /// Paths of a configuration file are relative to the file.
    private static func anchored(_ value: SettingValue, _ kind: SettingKind, at file: String) -> SettingValue {
        let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        func join(_ path: String) -> String { path.hasPrefix("/") ? path : folder + path }
        return switch (kind, value) {
        case (.path, .text(let path)): .text(join(path))
        case (.paths, .texts(let paths)): .texts(paths.map(join))
        default: value
        }
    }
}

extension SettingKey {
    /// The keys that hold other keys: `csv`, `limits` ...
    static let groups: [String] = {
        var groups: [String] = []
        for key in allCases {
            if let dot = key.rawValue.firstIndex(of: ".") {
                let group = String(key.rawValue[..<dot])
                if !groups.contains(group) { groups.append(group) }
            }
        }
        return groups
    }()
}
