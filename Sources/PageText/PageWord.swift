/// One word of a page with its box, in points from the top left corner of the page.
struct PageWord: Equatable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
    var text: [Unicode.Scalar]

    var width: Double { right - left }
    var height: Double { bottom - top }
    var midX: Double { (left + right) / 2 }
    var midY: Double { (top + bottom) / 2 }

    /// The text's width in ems: Han and full-width marks count one, all else a half.
    var ems: Double { text.reduce(0) { $0 + PageWord.ems(of: $1) } }

    /// The size of the type, as far as the box tells.
    var size: Double { isVertical ? width : min(height, width / max(ems, 0.5)) }

    /// Characters stand one below the other.
    var isVertical: Bool { ems >= 2 && height > 1.6 * width }

    /// The same word in a box as tall as its characters: many fonts claim far more room than they use.
    var fitted: PageWord {
        if isVertical { return self }
        let half = min(height, max(5, 1.25 * width / max(ems, 0.5))) / 2
        var word = self
        word.top = midY - half
        word.bottom = midY + half
        return word
    }

    static func ems(of scalar: Unicode.Scalar) -> Double { scalar.value < 0x2E80 ? 0.5 : 1 }
}

/// The words of one page.
struct PageWords: Sendable {
    /// From 1.
    var number: Int
    var width: Double
    var height: Double
    var words: [PageWord]
}
