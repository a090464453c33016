/// JSON that begins in some line of a text: a place in the lines, and what is read from there.
struct JSONText {
    struct Value {
        enum Content {
            case scalar([UInt32])
            case array([Value])
            case object([(name: [UInt32], value: Value)])
        }

        var content: Content
        /// Where it begins.
        var line: TextLine

        var scalar: [UInt32]? { if case .scalar(let text) = content { text } else { nil } }

        /// Whether it holds rows: an array or object of arrays or objects, none of them empty.
        var isTable: Bool {
            switch content {
            case .scalar: false
            case .array(let elements): elements.contains { $0.scalar == nil }
            case .object(let members): members.contains { $0.value.scalar == nil }
            }
        }
    }

    let lines: [TextLine]
    private(set) var line: Int
    private var at = 0

    init(_ lines: [TextLine], from line: Int) {
        self.lines = lines
        self.line = line
    }

    /// Whether nothing but a comma stands behind what was read.
    var isLineEnd: Bool { lines[line].scalars[at...].allSatisfy { CellText.isBlank($0) || $0 == 0x2C } }

    private var next: UInt32? { at < lines[line].scalars.count ? lines[line].scalars[at] : nil }

    private mutating func skip() {
        while true {
            while let value = next, CellText.isBlank(value) { at += 1 }
            guard next == nil, line + 1 < lines.count else { return }
            line += 1
            at = 0
        }
    }

    private mutating func take(_ mark: UInt32) -> Bool {
        skip()
        guard next == mark else { return false }
        at += 1
        return true
    }

    /// Values stand in each other so deep at most.
    private static let deepest = 8

    /// The value that begins here; nil where there is none.
    mutating func value(depth: Int = 0) -> Value? {
        skip()
        let start = lines[line]
        guard depth < JSONText.deepest else { return nil }
        if take(0x5B) {
            var elements: [Value] = []
            if take(0x5D) { return Value(content: .array([]), line: start) }
            repeat {
                guard let element = value(depth: depth + 1) else { return nil }
                elements.append(element)
            } while take(0x2C)
            return take(0x5D) ? Value(content: .array(elements), line: start) : nil
        }
        if take(0x7B) {
            var members: [(name: [UInt32], value: Value)] = []
            if take(0x7D) { return Value(content: .object([]), line: start) }
            repeat {
                guard let name = scalar(), take(0x3A), let member = value(depth: depth + 1) else { return nil }
                members.append((name, member))
            } while take(0x2C)
            return take(0x7D) ? Value(content: .object(members), line: start) : nil
        }
        return scalar().map { Value(content: .scalar($0), line: start) }
    }

    /// A string without its quotes, or a number; a word for nothing is empty.
    private mutating func scalar() -> [UInt32]? {
        skip()
        var value: [UInt32] = []
        if take(0x22) {
            while let found = next, found != 0x22 {
                at += 1
                guard found == 0x5C, let escaped = next else {
                    value.append(found)
                    continue
                }
                at += 1
                switch escaped {
                case 0x6E, 0x72, 0x74: value.append(0x20)
                case 0x75: return nil
                default: value.append(escaped)
                }
            }
            return take(0x22) ? value : nil
        }
        while let found = next, found > 0x20, ![0x2C, 0x5D, 0x7D, 0x5B, 0x7B, 0x27, 0x3A].contains(found) {
            value.append(found)
            at += 1
        }
        guard !value.isEmpty else { return nil }
        return CellText.isNothing(value) ? [] : CellText.isValue(value) ? value : nil
    }
}
