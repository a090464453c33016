/// A JSON value whose members keep their order, so that equal runs write equal bytes.
indirect enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int64)
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])
    /// JSON text of another maker, taken over as it is.
    case raw(String)

    struct Member: Sendable, Hashable {
        var name: String
        var value: JSONValue

        init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { Member($0.key, $0.value) })
    }

    /// Indented by two spaces, without a line end behind it.
    var text: String {
        var text = ""
        write(to: &text, depth: 0)
        return text
    }

    private func write(to text: inout String, depth: Int) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .double(let value): text += value.isFinite ? "\(value)" : "null"
        case .string(let value): JSONValue.quote(value, to: &text)
        case .raw(let value):
            // Indented as deep as it stands.
            for (index, line) in value.split(separator: "\n").enumerated() {
                if index > 0 { text += "\n" + String(repeating: "  ", count: depth) }
                text += line
            }
        case .array(let values) where values.allSatisfy(\.isScalar):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += ", " }
                value.write(to: &text, depth: depth)
            }
            text += "]"
        case .array(let values):
            JSONValue.block("[", "]", values, to: &text, depth: depth) { value, text in
                value.write(to: &text, depth: depth + 1)
            }
        case .object(let members) where members.isEmpty: text += "{}"
        case .object(let members):
            JSONValue.block("{", "}", members, to: &text, depth: depth) { member, text in
                JSONValue.quote(member.name, to: &text)
                text += ": "
                member.value.write(to: &text, depth: depth + 1)
            }
        }
    }

    private var isScalar: Bool {
        switch self {
        case .array, .object, .raw: false
        default: true
        }
    }

    private static func block<Item>(
        _ open: String, _ close: String, _ items: [Item], to text: inout String, depth: Int,
        _ write: (Item, inout String) -> Void
    ) {
        let indent = String(repeating: "  ", count: depth + 1)
        text += open
        for (index, item) in items.enumerated() {
            text += index == 0 ? "\n" : ",\n"
            text += indent
            write(item, &text)
        }
        text += "\n" + String(repeating: "  ", count: depth) + close
    }

    private static func quote(_ value: String, to text: inout String) {
        text += "\""
        if !value.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
            // Nearly all texts stand as they are.
            text += value
            text += "\""
            return
        }
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
