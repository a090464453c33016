/// How a word processor document counts its paragraphs, and how far it has counted.
struct WordNumbering {
    /// One level of a list: `（%1）` in Chinese numerals from 1, say.
    struct Level: Hashable {
        var format = "decimal"
        var text = ""
        var start = 1
    }

    /// Levels by abstract list, then by number of the level.
    var levels: [String: [Int: Level]] = [:]
    /// The abstract list of each list.
    var lists: [String: String] = [:]
    /// The list that a paragraph style brings along.
    var styles: [String: (list: String, level: Int)] = [:]

    private var counters: [String: [Int: Int]] = [:]

    /// Counts one paragraph; nil where it is not counted or nothing is printed for it.
    mutating func next(list: String?, level: Int?, style: String?) -> String? {
        let styled = style.flatMap { styles[$0] }
        guard let list = list ?? styled?.list, list != "0", let abstract = lists[list], let known = levels[abstract]
        else {
            return nil
        }
        let level = level ?? styled?.level ?? 0
        guard (0...8).contains(level), let form = known[level] else { return nil }
        var counts = counters[abstract] ?? [:]
        counts[level] = (counts[level] ?? form.start - 1) + 1
        for deeper in level + 1..<10 { counts[deeper] = nil }
        counters[abstract] = counts
        guard form.format != "bullet", form.format != "none", !form.text.isEmpty else { return nil }
        var label = ""
        var isPlace = false
        for character in form.text.unicodeScalars {
            if isPlace, let digit = Int(String(character)), digit >= 1, digit <= 9 {
                let shown = known[digit - 1] ?? Level()
                label += ListNumeral.text(counts[digit - 1] ?? shown.start, format: shown.format)
                isPlace = false
            } else if character == "%" {
                isPlace = true
            } else {
                label.unicodeScalars.append(character)
            }
        }
        return label
    }
}
