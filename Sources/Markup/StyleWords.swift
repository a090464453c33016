/// The few declarations of a `style` attribute that change what a reader sees.
enum StyleWords {
    static func hides(_ style: [UInt8]) -> Bool { hiding.contains { declares($0, in: style) } }

    /// Whether it says how a thing is displayed, and not that it is hidden.
    static func shows(_ style: [UInt8]) -> Bool { !hides(style) && declares((Array("display".utf8), []), in: style) }

    static func keepsBlanks(_ style: [UInt8]) -> Bool { declares(blanksAsWritten, in: style) }

    /// A property and what its value starts with, in lower case.
    private typealias Declaration = (property: [UInt8], value: [UInt8])

    private static let hiding: [Declaration] = [
        (Array("display".utf8), Array("none".utf8)), (Array("visibility".utf8), Array("hidden".utf8)),
        (Array("mso-hide".utf8), Array("all".utf8)),
    ]
    private static let blanksAsWritten: Declaration = (Array("white-space".utf8), Array("pre".utf8))

    private static func declares(_ wanted: Declaration, in style: [UInt8]) -> Bool {
        var place = 0
        let first = wanted.property[0]
        while place + wanted.property.count < style.count {
            guard style[place] | 0x20 == first, matches(wanted.property, in: style, at: place) else {
                place += 1
                continue
            }
            place = inked(style, from: place + wanted.property.count)
            guard place < style.count, style[place] == 0x3A else { continue }
            if matches(wanted.value, in: style, at: inked(style, from: place + 1)) { return true }
        }
        return false
    }

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
