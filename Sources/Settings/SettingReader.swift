/// Reads the value of one setting out of JSON or out of a text, and says what is wrong with it.
enum SettingReader {
    /// A value of `pipeline.json`. Nil where it is of the wrong type or out of range.
    static func value(_ kind: SettingKind, of json: JSONValue) -> SettingValue? {
        switch (kind, json.content) {
        case (.integer(let range), .number(let text)): integer(text, in: range)
        case (.size(let range), .number(let text)): integer(text, in: range)
        case (.size(let range), .string(let text)): size(text, in: range)
        case (.number(let range), .number(let text)): number(text, in: range)
        case (.flag, .bool(let flag)): .flag(flag)
        case (.choice(let words), .string(let text)): words.contains(text) ? .text(text) : nil
        case (.path, .string(let text)): path(text).map { .text($0) }
        case (.choices, .array(let values)), (.paths, .array(let values)), (.texts, .array(let values)):
            list(kind, values.map { if case .string(let text) = $0.content { text } else { nil } })
        default: nil
        }
    }

    /// A value from the environment or the command line. Lists may come in several texts (an option given twice), and several
    /// values may stand in one: parted by `:` for paths in the environment, by `,` for words.
    static func value(_ kind: SettingKind, of texts: [String], separator: Character?) -> SettingValue? {
        if kind.isList {
            let parts = texts.flatMap { text in
                separator.map { text.split(separator: $0, omittingEmptySubsequences: false).map(String.init) } ?? [text]
            }
            return list(kind, parts)
        }
        guard let text = texts.last else { return nil }
        return switch kind {
        case .integer(let range): integer(text, in: range)
        case .size(let range): size(text, in: range)
        case .number(let range): number(text, in: range)
        case .flag: ["true": .flag(true), "false": .flag(false), "1": .flag(true), "0": .flag(false)][text]
        case .choice(let words): words.contains(text) ? .text(text) : nil
        case .path: path(text).map { .text($0) }
        case .choices, .paths, .texts: nil
        }
    }

    private static func integer(_ text: String, in range: ClosedRange<Int>) -> SettingValue? {
        guard let value = Int(text), range.contains(value) else { return nil }
        return .integer(value)
    }

    private static func number(_ text: String, in range: ClosedRange<Double>) -> SettingValue? {
        guard let value = Double(text), range.contains(value) else { return nil }
        return .number(value)
    }

    private static func size(_ text: String, in range: ClosedRange<Int>) -> SettingValue? {
        for (suffix, factor) in [("kB", 1e3), ("MB", 1e6), ("GB", 1e9)] where text.hasSuffix(suffix) {
            var digits = text.dropLast(suffix.count)
            while digits.last == " " { digits.removeLast() }
            guard let value = Double(String(digits)), value * factor < 1e18, let bytes = Int(exactly: (value * factor).rounded())
            else { return nil }
            return range.contains(bytes) ? .integer(bytes) : nil
        }
        return integer(text, in: range)
    }

    /// A path that the system can be asked for: not empty, no NUL.
    private static func path(_ text: String) -> String? {
        text.isEmpty || text.unicodeScalars.contains("\0") ? nil : text
    }

    private static func list(_ kind: SettingKind, _ values: [String?]) -> SettingValue? {
        let texts = values.compactMap { $0 }
        guard texts.count == values.count else { return nil }
        switch kind {
        case .choices(let words):
            guard !texts.isEmpty, Set(texts).count == texts.count, Set(texts).isSubset(of: words) else { return nil }
        case .paths:
            guard !texts.isEmpty, texts.allSatisfy({ path($0) != nil }) else { return nil }
        default:
            guard texts.allSatisfy({ !$0.isEmpty }) else { return nil }
        }
        return .texts(texts)
    }
}
