/// Reads one JSON text strictly (RFC 8259): no comments, no trailing commas, no duplicate keys, at most 64 levels deep.
///
/// A configuration is small and read once, so this reads for exact places in messages, not for speed.
public struct JSONReader {
    private let scalars: [Unicode.Scalar]
    private var at = 0
    private var line = 1
    private var column = 1
    private var depth = 0

    private init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// - Throws: ``JSONProblem`` at the first thing that is not JSON.
    public static func read(_ bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
        guard var text = String(validating: bytes, as: UTF8.self) else {
            throw JSONProblem(line: 1, column: 1, message: "the file is not UTF-8")
        }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        var reader = JSONReader(text)
        reader.skipBlanks()
        let value = try reader.value()
        reader.skipBlanks()
        if reader.at < reader.scalars.count { throw reader.problem("something stands behind the end of the value") }
        return value
    }

    private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

    private func problem(_ message: String) -> JSONProblem {
        JSONProblem(line: line, column: column, message: message)
    }

    private mutating func advance() {
        if scalars[at] == "\n" {
            line += 1
            column = 1
        } else {
            column += 1
        }
        at += 1
    }

    private mutating func skipBlanks() {
        while let scalar = next, scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" { advance() }
    }

    private mutating func expect(_ scalar: Unicode.Scalar, _ what: String) throws(JSONProblem) {
        guard next == scalar else { throw problem(next == nil ? "the text ends where \(what) belongs" : "\(what) expected") }
        advance()
    }

    private mutating func value() throws(JSONProblem) -> JSONValue {
        let (line, column) = (line, column)
        guard let first = next else { throw problem("the text ends where a value belongs") }
        let content: JSONContent
        switch first {
        case "{": content = try nested { reader throws(JSONProblem) in try reader.object() }
        case "[": content = try nested { reader throws(JSONProblem) in try reader.array() }
        case "\"": content = .string(try string())
        case "t": content = try word("true", .bool(true))
        case "f": content = try word("false", .bool(false))
        case "n": content = try word("null", .null)
        case "-", "0"..."9": content = .number(try number())
        default: throw problem("a value expected")
        }
        return JSONValue(content, line: line, column: column)
    }

    private mutating func nested(
        _ body: (inout JSONReader) throws(JSONProblem) -> JSONContent
    ) throws(JSONProblem) -> JSONContent {
        depth += 1
        defer { depth -= 1 }
        if depth > 64 { throw problem("more than 64 levels of nesting") }
        advance()
        skipBlanks()
        return try body(&self)
    }

    private mutating func object() throws(JSONProblem) -> JSONContent {
        var members: [JSONMember] = []
        if next == "}" {
            advance()
            return .object(members)
        }
        while true {
            let (keyLine, keyColumn) = (line, column)
            if next != "\"" { throw problem("a key in quotation marks expected") }
            let key = try string()
            if members.contains(where: { $0.key == key }) {
                throw JSONProblem(line: keyLine, column: keyColumn, message: "the key \"\(key)\" stands here twice")
            }
            skipBlanks()
            try expect(":", "a colon")
            skipBlanks()
            members.append(JSONMember(key: key, line: keyLine, column: keyColumn, value: try value()))
            skipBlanks()
            if next == "}" {
                advance()
                return .object(members)
            }
            try expect(",", "a comma or }")
            skipBlanks()
        }
    }

    private mutating func array() throws(JSONProblem) -> JSONContent {
        var values: [JSONValue] = []
        if next == "]" {
            advance()
            return .array(values)
        }
        while true {
            values.append(try value())
            skipBlanks()
            if next == "]" {
                advance()
                return .array(values)
            }
            try expect(",", "a comma or ]")
            skipBlanks()
        }
    }

    private mutating func word(_ word: String, _ content: JSONContent) throws(JSONProblem) -> JSONContent {
        let start = problem("a value expected")
        for scalar in word.unicodeScalars {
            guard next == scalar else { throw start }
            advance()
        }
        return content
    }

    private mutating func number() throws(JSONProblem) -> String {
        var text = ""
        if next == "-" { take(&text) }
        if next == "0" {
            take(&text)
        } else {
            try digits(&text)
        }
        if next == "." {
            take(&text)
            try digits(&text)
        }
        if next == "e" || next == "E" {
            take(&text)
            if next == "+" || next == "-" { take(&text) }
            try digits(&text)
        }
        return text
    }

    private mutating func digits(_ text: inout String) throws(JSONProblem) {
        guard let first = next, ("0"..."9").contains(first) else { throw problem("a digit expected") }
        while let digit = next, ("0"..."9").contains(digit) { take(&text) }
    }

    private mutating func take(_ text: inout String) {
        text.unicodeScalars.append(scalars[at])
        advance()
    }

    private mutating func string() throws(JSONProblem) -> String {
        let opening = problem("the string that begins here does not end")
        advance()
        var text = ""
        while let scalar = next {
            if scalar == "\"" {
                advance()
                return text
            }
            if scalar.value < 0x20 { throw problem("a control character inside a string") }
            if scalar == "\\" {
                advance()
                text.unicodeScalars.append(try escaped())
            } else {
                take(&text)
            }
        }
        throw opening
    }

    private mutating func escaped() throws(JSONProblem) -> Unicode.Scalar {
        guard let scalar = next else { throw problem("the text ends inside a string") }
        if scalar == "u" {
            advance()
            let high = try hexadecimal()
            if (0xD800..<0xDC00).contains(high), next == "\\" {
                advance()
                try expect("u", "the second half of a surrogate pair")
                let low = try hexadecimal()
                guard (0xDC00..<0xE000).contains(low) else { throw problem("half a surrogate pair") }
                return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
            }
            guard let scalar = Unicode.Scalar(high) else { throw problem("half a surrogate pair") }
            return scalar
        }
        let plain: Unicode.Scalar
        switch scalar {
        case "\"", "\\", "/": plain = scalar
        case "b": plain = "\u{8}"
        case "f": plain = "\u{C}"
        case "n": plain = "\n"
        case "r": plain = "\r"
        case "t": plain = "\t"
        default: throw problem("no such escape in JSON")
        }
        advance()
        return plain
    }

    private mutating func hexadecimal() throws(JSONProblem) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let scalar = next, scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
                throw problem("four hexadecimal digits expected")
            }
            value = value * 16 + UInt32(digit)
            advance()
        }
        return value
    }
}
