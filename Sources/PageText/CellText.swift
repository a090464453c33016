/// The text of a cell from the lines that stand in it.
struct CellText {
    /// The blank that a table leaves at the sides of its fullest lines, in points.
    var padding: Double
    var numbers = NumberLines([])

    /// What word processors leave at each side of a cell unless told otherwise, in points.
    private static let usualPadding = 5.4

    /// - Parameters:
    ///   - width: of the cell, in points.
    ///   - edges: of the table's columns.
    /// - Returns: the text, and whether its last line has no room for one more character.
    func join(_ lines: [WordLine], width: Double, edges: [Double] = []) -> (text: [Unicode.Scalar], isFull: Bool) {
        var text: [Unicode.Scalar] = []
        for (index, line) in lines.enumerated() {
            var next = spread(line, edges) ?? line.text(widest: 1)
            if index > 0, line.words.count == 1, let last = lines[index - 1].words.last { next = line.words[0].text(behind: last) }
            if let before = text.last, let behind = next.first, index > 0 {
                let isWrapped = isFull(lines[index - 1], width: width) || isWrapped(lines, at: index, width: width)
                text += link(before, behind, isWrapped: isWrapped)
            }
            text += next
        }
        return (text, lines.last.map { isFull($0, width: width) } ?? false)
    }

    /// What stands between two lines of one cell. Digits are one number only where the first line had no room for them.
    private func link(_ before: Unicode.Scalar, _ behind: Unicode.Scalar, isWrapped: Bool) -> [Unicode.Scalar] {
        let digits = CellText.isDigit(before) && CellText.isDigit(behind)
        if digits { return isWrapped ? [] : ["\n"] }
        let letters = before.isASCII && behind.isASCII && before.properties.isAlphabetic && behind.properties.isAlphabetic
        return letters ? [" "] : []
    }

    private func isFull(_ line: WordLine, width: Double) -> Bool {
        guard let last = line.words.last, !last.isVertical else { return false }
        let character = last.width / max(0.5, last.ems) * (last.text.last.map(PageWord.ems) ?? 1)
        return width - (line.right - line.left) < 2 * padding + 1.15 * character
    }

    /// Whether the number of the line before goes on in this one: all lines but the last have as many digits, no cell as narrow has
    /// more on one line, and the usual blank at the sides leaves no room for another.
    private func isWrapped(_ lines: [WordLine], at index: Int, width: Double) -> Bool {
        let counts = lines.map { $0.words.reduce(0) { $0 + $1.text.count } }
        guard lines.allSatisfy({ $0.words.count == 1 && $0.words[0].text.allSatisfy(CharacterRepair.isNumber) }),
            counts.dropLast().allSatisfy({ $0 == counts[0] }), counts[counts.count - 1] <= counts[0]
        else { return false }
        let number = lines[index - 1].right - lines[index - 1].left
        let digit = number / Double(counts[0])
        return numbers.isWidest(number, in: width) && width - number < 2 * CellText.usualPadding + 1.15 * digit
    }

    /// The digits of a number that is spread over its cell; nil for all other lines.
    private func spread(_ line: WordLine, _ edges: [Double]) -> [Unicode.Scalar]? {
        let words = line.words
        guard numbers.areSpread, words.count > 1, !edges.contains(where: { line.left < $0 && $0 < line.right }), words.allSatisfy({ $0.text.count == 1 && CellText.isDigit($0.text[0]) }),
            words[0].text != ["0"] || words[1].text == ["."],
            words.allSatisfy({ $0.fontHeight > 0.95 * words[0].fontHeight && $0.fontHeight * 0.95 < words[0].fontHeight })
        else { return nil }
        let digit = words.map(\.width).max() ?? 0
        let steps = zip(words, words.dropFirst()).map { $1.midX - $0.midX }
        guard let least = steps.min(), let most = steps.max(), most - least < 0.4 * digit, most < 2.3 * digit else { return nil }
        return words.flatMap(\.text)
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "０"..."９", ".", ",", "．", "，", "-", "+": true
        default: false
        }
    }
}
