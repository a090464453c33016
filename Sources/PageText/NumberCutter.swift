/// Cuts digits that run through several cells where the lines between the cells stand: numbers of cells without blank sides are
/// one word to poppler.
struct NumberCutter {
    /// The width of a digit in the table, in points; 0 where no number of it stands in one cell.
    private let digit: Double
    /// How much wider a gap between two numbers of one word is at most, and how far a digit may reach over a line, in digits.
    private let slack = 0.25

    init(words: [PageWord], table: PageTable) {
        var widths: [Double] = []
        for word in words where word.text.allSatisfy(NumberCutter.isPlainDigit) && !word.isVertical {
            guard word.midY > table.top, word.midY < table.bottom, word.left > table.left, word.right < table.right else { continue }
            if table.columnEdges.contains(where: { word.left + 1 < $0 && $0 < word.right - 1 }) { continue }
            widths.append(word.width / Double(word.text.count))
        }
        widths.sort()
        digit = widths.isEmpty ? 0 : widths[widths.count / 2]
    }

    /// - Parameter cells: left and right end of each cell in which digits of the word must stand, left to right.
    /// - Returns: the digits of each cell; nil where the lines do not say where to cut.
    func cut(_ word: PageWord, at cells: [(left: Double, right: Double)]) -> [PageWord]? {
        guard digit > 0, word.text.allSatisfy(NumberCutter.isPlainDigit), word.text.count >= cells.count else { return nil }
        var ways: [[Int]] = []
        extend([], start: word.left...word.left, word, cells, &ways)
        guard ways.count == 1 else { return nil }
        var next = 0
        return zip(ways[0], cells).map { count, cell in
            var part = word
            part.text = Array(word.text[next..<(next + count)])
            part.left = max(next == 0 ? word.left : cell.left, word.left)
            part.right = min(part.left + Double(count) * digit, cell.right)
            next += count
            return part
        }
    }

    /// Adds each way to share the rest of the digits among the rest of the cells, in which every digit stands in its cell.
    private func extend(
        _ counts: [Int], start: ClosedRange<Double>, _ word: PageWord, _ cells: [(left: Double, right: Double)], _ ways: inout [[Int]]
    ) {
        guard ways.count < 2 else { return }
        let cell = cells[counts.count]
        let rest = word.text.count - counts.reduce(0, +)
        let isLast = counts.count + 1 == cells.count
        guard rest >= cells.count - counts.count, start.upperBound > cell.left - slack * digit else { return }
        let from = max(start.lowerBound, cell.left - slack * digit)
        for count in (isLast ? rest : 1)...(isLast ? rest : rest - (cells.count - counts.count - 1)) {
            let width = Double(count) * digit
            if from + width > cell.right + slack * digit { break }
            if isLast {
                let reach = (from + width - slack * digit)...(start.upperBound + width + slack * digit)
                if reach.contains(word.right) { ways.append(counts + [count]) }
            } else {
                extend(counts + [count], start: (from + width)...(start.upperBound + width + slack * digit), word, cells, &ways)
            }
        }
    }

    private static func isPlainDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }
}
