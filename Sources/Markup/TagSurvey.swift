/// Looks over markup before it is parsed: libxml2 compares each attribute of an element with all before it.
enum TagSurvey {
    /// True where a tag may have more attributes than `limit`.
    static func exceeds(attributes limit: Int, in markup: [UInt8]) -> Bool {
        var place = 0
        let end = markup.count
        while place + 1 < end {
            guard markup[place] == 0x3C, isLetter(markup[place + 1]) else {
                place &+= 1
                continue
            }
            let name = place + 1
            guard let close = tagEnd(markup, from: name, limit) else { return true }
            place = close
            // Scripts hold `<` too, and many words.
            if isRaw(markup, name) {
                while place + 1 < end && !(markup[place] == 0x3C && markup[place + 1] == 0x2F) { place &+= 1 }
            }
        }
        return false
    }

    /// The place of the `>`; nil beyond `limit` attributes.
    private static func tagEnd(_ markup: [UInt8], from start: Int, _ limit: Int) -> Int? {
        var place = start
        var attributes = 0
        var previous: UInt8 = 0
        while place < markup.count {
            let byte = markup[place]
            if byte == 0x3E { return place }
            if (byte == 0x22 || byte == 0x27) && previous == 0x3D {
                place &+= 1
                while place < markup.count && markup[place] != byte { place &+= 1 }
            } else if byte > 0x20 && byte != 0x3D && (previous <= 0x20 || previous == 0x22 || previous == 0x27) {
                attributes &+= 1
                if attributes > limit { return nil }
            }
            if byte > 0x20 || previous != 0x3D { previous = byte }
            place &+= 1
        }
        return place
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    private static func isRaw(_ markup: [UInt8], _ name: Int) -> Bool {
        guard markup[name] | 0x20 == 0x73, name + 6 <= markup.count else { return false }
        return matches(script, markup, name) || matches(style, markup, name)
    }

    private static func matches(_ word: [UInt8], _ markup: [UInt8], _ place: Int) -> Bool {
        for index in word.indices where markup[place + index] | 0x20 != word[index] { return false }
        return true
    }

    private static let script = Array("script".utf8)
    private static let style = Array("style".utf8)
}
