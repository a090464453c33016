/// The text of a cell from the lines that stand in it.
struct CellText {
    /// The blank that a table leaves at the sides of its fullest lines, in points.
    var padding: Double

    /// - Parameter width: of the cell, in points.
    /// - Returns: the text, and whether its last line has no room for one more character.
    func join(_ lines: [WordLine], width: Double) -> (text: [Unicode.Scalar], isFull: Bool) {
        var text: [Unicode.Scalar] = []
        for (index, line) in lines.enumerated() {
            let next = line.text(widest: 1)
            if let before = text.last, let behind = next.first, index > 0 {
                text += link(before, behind, isWrapped: isFull(lines[index - 1], width: width))
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

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "０"..."９", ".", ",", "．", "，", "-", "+": true
        default: false
        }
    }
}
