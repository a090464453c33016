/// The few declarations of a `style` attribute that change what a reader sees.
enum StyleWords {
    /// What a style says.
    struct Meaning: OptionSet {
        let rawValue: UInt8
        static let hides = Meaning(rawValue: 1)
        /// Says how a thing is displayed, and not that it is hidden.
        static let shows = Meaning(rawValue: 2)
        static let keepsBlanks = Meaning(rawValue: 4)
        static let strikes = Meaning(rawValue: 8)
        static let raises = Meaning(rawValue: 16)
    }

    static func hides(_ style: [UInt8]) -> Bool { meaning(of: style).contains(.hides) }
    static func shows(_ style: [UInt8]) -> Bool { meaning(of: style).isDisjoint(with: .hides) && meaning(of: style).contains(.shows) }

    /// All that is said, in one pass.
    static func meaning(of style: [UInt8]) -> Meaning {
        var meaning: Meaning = []
        var place = 0
        while place < style.count {
            let first = style[place] | 0x20
            if isFirst[Int(first)], place == 0 || !isNameByte(style[place - 1]) {
                for declaration in declarations where declaration.property[0] == first {
                    guard matches(declaration.property, in: style, at: place) else { continue }
                    let colon = inked(style, from: place + declaration.property.count)
                    guard colon < style.count, style[colon] == 0x3A else { continue }
                    if matches(declaration.value, in: style, at: inked(style, from: colon + 1)) { meaning.formUnion(declaration.meaning) }
                }
            }
            place += 1
        }
        return meaning
    }

    /// A property and what its value starts with, in lower case.
    private typealias Declaration = (property: [UInt8], value: [UInt8], meaning: Meaning)

    private static let declarations: [Declaration] = [
        (Array("display".utf8), Array("none".utf8), .hides), (Array("visibility".utf8), Array("hidden".utf8), .hides),
        (Array("mso-hide".utf8), Array("all".utf8), .hides), (Array("display".utf8), [], .shows),
        (Array("white-space".utf8), Array("pre".utf8), .keepsBlanks),
        (Array("text-decoration".utf8), Array("line-through".utf8), .strikes),
        (Array("text-decoration-line".utf8), Array("line-through".utf8), .strikes),
        (Array("vertical-align".utf8), Array("super".utf8), .raises), (Array("vertical-align".utf8), Array("sub".utf8), .raises),
    ]

    private static let isFirst: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for declaration in declarations { table[Int(declaration.property[0])] = true }
        return table
    }()

    /// Part of a property's name: what follows is no property of its own.
    private static func isNameByte(_ byte: UInt8) -> Bool { byte == 0x2D || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

    private static func inked(_ style: [UInt8], from start: Int) -> Int {
        var place = start
        while place < style.count && style[place] <= 0x20 { place += 1 }
        return place
    }

    private static func matches(_ word: [UInt8], in style: [UInt8], at place: Int) -> Bool {
        guard place + word.count <= style.count else { return false }
        for index in word.indices where style[place + index] | 0x20 != word[index] | 0x20 { return false }
        return true
    }
}
