/// Sets the words of a table's line apart by as many blanks as their places on the page ask for, so that a column keeps its
/// place from line to line. A Han character is two places wide.
struct LinePlaces {
    /// Points for a place: half the smallest type, so that no word takes more room than it has on the page.
    private let unit: Double
    private let origin: Double

    /// Learned from all pages, so that a column keeps its place from page to page too.
    init(_ pages: [PageContent]) {
        var unit = 8.0
        var origin = Double.infinity
        for line in pages.flatMap(\.lines) {
            origin = min(origin, line.left)
            guard line.isTabular else { continue }
            for word in line.words where word.ems >= 1 { unit = min(unit, word.size / 2) }
        }
        self.unit = max(2.5, unit)
        self.origin = origin.isFinite ? origin : 0
    }

    func text(of line: WordLine) -> [Unicode.Scalar] {
        guard line.isTabular || line.words.count == 1 && line.words[0].isNumber else { return line.text() }
        var text: [Unicode.Scalar] = []
        var width = 0
        var previous: PageWord?
        for word in line.words {
            let place = Int(((word.left - origin) / unit).rounded())
            let least = previous.map { blanks($0, word) } ?? 0
            let count = max(least, previous != nil && least == 0 ? 0 : place - width)
            text += Array(repeating: " ", count: min(400, max(0, count)))
            text += count == 0 ? previous.map { word.text(behind: $0) } ?? word.text : word.text
            width += count + word.text.reduce(0) { $0 + (PageWord.ems(of: $1) == 1 ? 2 : 1) }
            previous = word
        }
        return text
    }

    /// The fewest blanks between two words: none where they are parts of one text.
    private func blanks(_ one: PageWord, _ other: PageWord) -> Int {
        let gap = (other.left - one.right) / max(4, min(one.size, other.size))
        return gap < (one.isNumber || other.isNumber ? 0.1 : 0.6) ? 0 : 1
    }
}

extension WordLine {
    /// Some of its words stand far apart.
    var isTabular: Bool {
        zip(words, words.dropFirst()).contains { $1.left - $0.right > 1.2 * max(5, min($0.size, $1.size)) }
    }
}

extension PageWord {
    /// A number, or a dash in the place of one; no mark of an item.
    var isNumber: Bool {
        guard let last = text.last, last != ".", last != "．" else { return false }
        let hasDigit = text.contains(where: CharacterRepair.isNumber)
        return hasDigit ? text.allSatisfy { CellText.isDigit($0) || $0 == "%" || $0 == "－" } : text.allSatisfy(PageWord.isDash)
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "—", "–", "－", "─", "/", "／": true
        default: false
        }
    }
}
