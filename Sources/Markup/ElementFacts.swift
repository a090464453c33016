/// What a start tag said that matters here.
struct ElementFacts {
    var traits: NodeTraits = []
    var columnSpan: UInt16 = 1
    var rowSpan: UInt16 = 1
    /// `name` or `property`, lower case.
    var name: [UInt8] = []
    var content: [UInt8] = []
    var field = Field.text
    var keepsBlanks = false
    var hasNoHeight = false
    /// Set higher or lower than the line; of a cell it only says where its text stands.
    var isRaised = false

    /// What a form field shows; a frame may hold a page.
    enum Field { case text, hidden, page, other }

    init() {}

    init(_ traits: NodeTraits) { self.traits = traits }

    /// Takes one attribute.
    mutating func take(_ attribute: Attribute, _ value: [UInt8]) {
        switch attribute {
        case .columnSpan: columnSpan = max(1, ElementFacts.number(value) ?? 1)
        case .rowSpan: rowSpan = ElementFacts.number(value) ?? 1
        case .hidden: traits.insert(.hidden)
        case .style:
            let meaning = StyleWords.meaning(of: value)
            if meaning.contains(.hides) { traits.insert(.hidden) }
            if meaning.contains(.strikes) { traits.insert(.struck) }
            if meaning.contains(.raises) { isRaised = true }
            if meaning.contains(.keepsBlanks) { keepsBlanks = true }
        case .words: traits.formUnion(ChromeWords.traits(of: value))
        case .name: name = value.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        case .content: content = value
        case .page:
            content = value
            field = .page
        case .type:
            let type = String(decoding: value, as: UTF8.self).lowercased()
            field = type == "hidden" ? .hidden : ["", "text", "number"].contains(type) ? .text : .other
        // Word closes its tables with a row that only sets the widths.
        case .height: if value == [0x30] { hasNoHeight = true }
        }
    }

    /// A span as browsers read it: leading digits, other text ignored.
    static func number(_ value: [UInt8]) -> UInt16? {
        var number: UInt32?
        for byte in value {
            if byte >= 0x30 && byte <= 0x39 {
                number = min((number ?? 0) * 10 + UInt32(byte - 0x30), UInt32(UInt16.max))
            } else if number != nil || byte > 0x20 {
                break
            }
        }
        return number.map { UInt16($0) }
    }
}

/// The attributes that are looked at.
enum Attribute: Sendable {
    case columnSpan, rowSpan, hidden, style, words, name, content, type, height, page

    static let named = NameTable<Attribute>([
        (PackedName("colspan"), .columnSpan), (PackedName("rowspan"), .rowSpan), (PackedName("hidden"), .hidden),
        (PackedName("style"), .style), (PackedName("class"), .words), (PackedName("id"), .words),
        (PackedName("role"), .words), (PackedName("name"), .name), (PackedName("property"), .name),
        (PackedName("content"), .content), (PackedName("value"), .content), (PackedName("type"), .type),
        (PackedName("height"), .height), (PackedName("srcdoc"), .page),
    ])
}
