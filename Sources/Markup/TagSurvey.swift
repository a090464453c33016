import Bytes

/// Looks over markup before it is parsed, for what libxml2 takes badly.
struct TagSurvey {
    /// True where a tag may have more attributes than the limit: libxml2 compares each with all before it.
    private(set) var hasTooManyAttributes = false
    /// Marks like `<![if x]>`, which browsers take for comments and libxml2 for text.
    private(set) var conditions: [Range<Int>] = []
    private var endTags = 0
    /// What is known of the page's end.
    private(set) var end = PageEnd()
    /// End tags that end nothing; kept only where asked for.
    private var strays: StrayEndTags?

    /// End tags up to which a page is left as it is. libxml2 compares an end tag with all elements that are open.
    private static let manyEndTags = 20_000

    init(_ markup: [UInt8], attributes limit: Int) {
        survey(markup, limit)
        if endTags > TagSurvey.manyEndTags && !hasTooManyAttributes {
            self = TagSurvey(strays: StrayEndTags())
            survey(markup, limit)
        }
    }

    private init(strays: StrayEndTags) { self.strays = strays }

    private mutating func survey(_ markup: [UInt8], _ limit: Int) {
        var place = 0
        let end = markup.count
        while place + 1 < end {
            guard markup[place] == 0x3C else {
                place = ByteSearch.first(0x3C, in: markup.span, from: place)
                continue
            }
            if markup[place + 1] == 0x21 {
                place = passDeclaration(markup, place)
                continue
            }
            if markup[place + 1] == 0x2F, place + 2 < end, TagSurvey.isLetter(markup[place + 2]) {
                endTags &+= 1
                let close = ByteSearch.first(0x3E, in: markup.span, from: place)
                self.end.takeEnd(markup, place, close)
                strays?.takeEnd(markup, place, close)
                place = close
                continue
            }
            guard TagSurvey.isLetter(markup[place + 1]) else {
                place &+= 1
                continue
            }
            let name = place + 1
            guard let close = TagSurvey.tagEnd(markup, from: name, limit) else {
                hasTooManyAttributes = true
                return
            }
            self.end.takeStart(markup, place, close)
            strays?.takeStart(markup, place)
            place = close
            // Scripts hold `<` too, and many words.
            if let word = TagSurvey.rawWord(markup, name) {
                while place < end && !TagSurvey.isEnd(of: word, markup, place) {
                    place = ByteSearch.first(0x3C, in: markup.span, from: place + 1)
                }
            }
        }
    }

    /// End tags that are left to the parser.
    var keptEndTags: Int { endTags - (strays?.count ?? 0) }

    /// The markup with those marks made comments, without stray end tags, and without the cell that a cut has torn.
    func mended(_ markup: [UInt8]) -> [UInt8] {
        let torn = end.tornCell(markup)
        guard !conditions.isEmpty || strays?.isEmpty == false || !torn.isEmpty else { return markup }
        var markup = markup
        for range in conditions {
            for place in range.lowerBound + 4..<range.upperBound - 3 where markup[place] != 0x0A {
                markup[place] = 0x78
            }
            for place in [range.lowerBound + 2, range.lowerBound + 3, range.upperBound - 3, range.upperBound - 2] {
                markup[place] = 0x2D
            }
        }
        markup.removeSubrange(torn)
        strays?.remove(from: &markup)
        return markup
    }

    /// Behind the comment or other declaration at `start`.
    private mutating func passDeclaration(_ markup: [UInt8], _ start: Int) -> Int {
        let isComment = start + 3 < markup.count && markup[start + 2] == 0x2D && markup[start + 3] == 0x2D
        var place = start + 2
        while place < markup.count {
            if markup[place] == 0x3E {
                if !isComment { break }
                if place >= start + 6 && markup[place - 1] == 0x2D && markup[place - 2] == 0x2D { break }
            }
            place &+= 1
        }
        if !isComment && place < markup.count && markup[start + 2] == 0x5B && place - start >= 7 {
            conditions.append(start..<place + 1)
        }
        return place
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
                if place &+ 1 < markup.count { place = ByteSearch.first(byte, in: markup.span, from: place &+ 1) }
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

    /// The name of an element that holds no markup.
    private static func rawWord(_ markup: [UInt8], _ name: Int) -> [UInt8]? {
        guard markup[name] | 0x20 == 0x73, name + 6 <= markup.count else { return nil }
        return matches(script, markup, name) ? script : matches(style, markup, name) ? style : nil
    }

    private static func isEnd(of word: [UInt8], _ markup: [UInt8], _ place: Int) -> Bool {
        place + 2 + word.count <= markup.count && markup[place] == 0x3C && markup[place + 1] == 0x2F && matches(word, markup, place + 2)
    }

    private static func matches(_ word: [UInt8], _ markup: [UInt8], _ place: Int) -> Bool {
        for index in word.indices where markup[place + index] | 0x20 != word[index] { return false }
        return true
    }

    private static let script = Array("script".utf8)
    private static let style = Array("style".utf8)
}
