/// What a character is to a reader, as far as it is not simply itself.
enum Glyph {
    case visible
    case nothing
    case space, tab, lineEnd
    /// A no-break, full-width or otherwise fixed blank.
    case wideSpace
    /// A reference that browsers take for another character than the one it names.
    case instead(Unicode.Scalar)

    /// Bytes at which a character that is not simply itself may start.
    static let isSpecial: [Bool] = (0..<256).map { byte in
        byte <= 0x20 || byte == 0x26 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF
    }

    /// True for the lead byte of a character that is as wide as high: U+2E80 and above, but for private use.
    static func isWide(_ lead: UInt8) -> Bool { lead >= 0xE3 && lead != 0xEE }

    /// How long the character at `place` is, in bytes, and what it is.
    static func judge(_ source: [UInt8], _ place: Int, _ end: Int) -> (Int, Glyph) {
        let lead = source[place]
        switch lead {
        case 0x20: return (1, .space)
        case 0x09: return (1, .tab)
        case 0x0A...0x0D: return (1, lead == 0x0D && place + 1 < end && source[place + 1] == 0x0A ? .nothing : .lineEnd)
        case 0x00..<0x20, 0x7F: return (1, .nothing)
        case 0x26: return reference(source, place, end)
        case 0xC2: return place + 1 < end ? latin(source[place + 1]) : (1, .visible)
        default:
            guard place + 2 < end else { return (1, .visible) }
            return (3, threeBytes(lead, source[place + 1], source[place + 2]))
        }
    }

    private static func threeBytes(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Glyph {
        switch (lead, second, third) {
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xE3, 0x85, 0xA4):
            .wideSpace
        case (0xE2, 0x80, 0xA8...0xA9): .lineEnd
        // Joiners, direction marks and the byte order mark.
        case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xA4), (0xEF, 0xBB, 0xBF):
            .nothing
        default: .visible
        }
    }

    /// U+0080 ... U+00BF. Pages that name a control there mean the character of code page 1252.
    private static func latin(_ second: UInt8) -> (Int, Glyph) {
        switch second {
        case 0xA0: (2, .wideSpace)
        case 0xAD: (2, .nothing)
        case 0x85: (2, .instead("\u{2026}"))
        case 0x91: (2, .instead("\u{2018}"))
        case 0x92: (2, .instead("\u{2019}"))
        case 0x93: (2, .instead("\u{201C}"))
        case 0x94: (2, .instead("\u{201D}"))
        case 0x95: (2, .instead("\u{2022}"))
        case 0x96: (2, .instead("\u{2013}"))
        case 0x97: (2, .instead("\u{2014}"))
        default: (2, .visible)
        }
    }

    /// `&nbsp;` that was left standing: without its semicolon, or escaped twice.
    private static func reference(_ source: [UInt8], _ place: Int, _ end: Int) -> (Int, Glyph) {
        guard place + 5 <= end, source[place + 1] == 0x6E, source[place + 2] == 0x62, source[place + 3] == 0x73,
            source[place + 4] == 0x70
        else { return (1, .visible) }
        return (place + 5 < end && source[place + 5] == 0x3B ? 6 : 5, .wideSpace)
    }
}
