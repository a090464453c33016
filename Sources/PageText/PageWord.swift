/// One word of a page with its box, in points from the top left corner of the page.
struct PageWord: Equatable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
    var text: [Unicode.Scalar]
    /// How tall the font says its characters are; 0 where nothing is known of it.
    var fontHeight = 0.0

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
        var word = self
        word.fontHeight = height
        if isVertical { return word }
        let half = min(height, max(5, 1.25 * width / max(ems, 0.5))) / 2
        word.top = midY - half
        word.bottom = midY + half
        return word
    }

    /// The text as it is written right behind another word: smaller digits behind a number are the mark of a note where they are raised,
    /// and digits of the number in another type where they are hardly smaller and stand on its line. Where neither is sure they stay
    /// apart, and the number is not read.
    func text(behind word: PageWord) -> [Unicode.Scalar] {
        // A sign is narrower than a digit.
        let widths = word.text.allSatisfy(CharacterRepair.isNumber) ? width / ems / (word.width / word.ems) : 0
        let share = max(fontHeight / max(word.fontHeight, 1), widths)
        guard share < 0.95, text.allSatisfy({ $0 >= "0" && $0 <= "9" }), let last = word.text.last, CharacterRepair.isNumber(last)
        else { return text }
        let raise = (word.bottom - bottom) / word.height
        if share < 0.88 && raise > 0.12 { return text.map { PageWord.raised[Int($0.value - 0x30)] } }
        return share >= 0.72 && abs(raise) <= 0.09 ? text : ["\n"] + text
    }

    private static let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)

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
