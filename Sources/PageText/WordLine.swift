/// Words that stand on one line, left to right.
struct WordLine: Equatable, Sendable {
    var words: [PageWord]

    var left: Double { words.reduce(.infinity) { min($0, $1.left) } }
    var right: Double { words.reduce(-.infinity) { max($0, $1.right) } }
    var top: Double { words.reduce(.infinity) { min($0, $1.top) } }
    var bottom: Double { words.reduce(-.infinity) { max($0, $1.bottom) } }
    var midY: Double { (top + bottom) / 2 }

    /// Words grouped into lines by their heights on the page, top to bottom. Text that runs downwards gives a line a column,
    /// right to left.
    static func lines(of words: [PageWord]) -> [WordLine] {
        let down = words.filter(\.isVertical)
        if down.count * 2 > words.count {
            return down.sorted { $0.left > $1.left }.map { WordLine(words: [$0]) }
                + lines(of: words.filter { !$0.isVertical })
        }
        var lines: [(midY: Double, height: Double, words: [PageWord])] = []
        for word in words.sorted(by: { ($0.midY, $0.left) < ($1.midY, $1.left) }) {
            let last = lines.count - 1
            if last >= 0, word.midY - lines[last].midY < 0.5 * min(word.height, lines[last].height) {
                lines[last].words.append(word)
                // The middle of the line is that of its tallest word; marks and digits may stand lower.
                if word.height > lines[last].height {
                    lines[last].height = word.height
                    lines[last].midY = word.midY
                }
            } else {
                lines.append((word.midY, word.height, [word]))
            }
        }
        return lines.map { WordLine(words: $0.words.sorted { $0.left < $1.left }) }
    }

    /// The words with blanks between them in proportion to the gaps; none inside running Han text.
    func text(widest: Int = .max) -> [Unicode.Scalar] {
        var text: [Unicode.Scalar] = []
        var previous: PageWord?
        for word in words {
            if let previous, let before = text.last, let behind = word.text.first {
                let em = max(4, min(previous.size, word.size))
                let gap = (word.left - previous.right) / em
                let isLatin = WordLine.isWordPart(before) && WordLine.isWordPart(behind)
                let blanks = gap < (isLatin ? 0.1 : 0.6) ? 0 : max(1, Int((gap / 0.5).rounded()))
                text += Array(repeating: " ", count: min(blanks, widest))
                text += blanks == 0 ? word.text(behind: previous) : word.text
            } else {
                text += word.text
            }
            previous = word
        }
        return text
    }

    /// Part of a Latin word or of a number, of either width: what would be another word or number without a blank.
    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        CharacterRepair.isNumber(scalar) || scalar.value < 0x2E80 && scalar.properties.isAlphabetic
    }
}
