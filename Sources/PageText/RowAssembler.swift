/// Puts the rows of a table without ruling lines together: where a label runs over several lines and its numbers stand beside
/// the middle of them, the label comes first and its numbers after it.
///
/// Rows are told by their numbers, labels by the marks of their items (`一、`, `（二）`, `3.`). Where numbers and labels do not
/// go together one to one, the lines stay as they are.
struct RowAssembler {
    /// A piece of a label that stands on one line: words without a wide gap.
    private struct Segment {
        var words: [PageWord]
        var line: WordLine { WordLine(words: words) }
    }

    /// The lines of one label.
    private struct Label {
        var segments: [Segment]
        var left: Double { segments.map(\.line.left).min() ?? 0 }
        var right: Double { segments.map(\.line.right).max() ?? 0 }
        var top: Double { segments.map(\.line.top).min() ?? 0 }
        var bottom: Double { segments.map(\.line.bottom).max() ?? 0 }
        var opens: Bool { segments.first.map { RowAssembler.opens($0) } ?? false }
        /// One word in the place of the first line.
        var word: PageWord? {
            guard var word = segments.first?.words.first else { return nil }
            word.text = CellText(padding: 0).join(segments.map(\.line), width: .infinity).text
            word.right = segments[0].line.right
            return word
        }
    }

    /// Sets the rows on all pages right. A table that goes on over a page keeps the place where its numbers begin.
    func assemble(_ pages: inout [PageContent]) {
        var edge: Double?
        for index in pages.indices {
            let lines = pages[index].lines
            let found = edges(lines).map { ($0, 3) } + (edge.map { [($0, 1)] } ?? [])
            edge = nil
            for (candidate, labels) in found {
                guard let assembled = assemble(lines, edge: candidate, labels: labels) else { continue }
                pages[index].lines = assembled
                edge = candidate
                break
            }
        }
    }

    /// Where the numbers of a table may begin: at the left end of rows with several numbers.
    private func edges(_ lines: [WordLine]) -> [Double] {
        let lefts = lines.compactMap { line -> Double? in
            let numbers = line.words.reversed().prefix(while: \.isNumber)
            return numbers.count > 3 ? numbers.last?.left : nil
        }.sorted()
        return lefts.reduce(into: []) { edges, left in
            if left - (edges.last ?? -100) > 3 { edges.append(left) }
        }
    }

    /// - Parameter labels: how many marked labels there must be.
    /// - Returns: nil where no part of the page is a table whose numbers begin at the edge.
    private func assemble(_ lines: [WordLine], edge: Double, labels: Int) -> [WordLine]? {
        var assembled: [WordLine] = []
        var found = false
        var next = 0
        while next < lines.count {
            // Lines that fit on both sides of the edge; a heading or a line of prose runs over it.
            var end = next
            while end < lines.count, fits(lines[end], edge: edge) { end += 1 }
            if let rows = table(Array(lines[next..<end]), edge: edge, labels: labels) {
                assembled += rows
                found = true
            } else {
                assembled += lines[next..<end]
            }
            if end < lines.count { assembled.append(lines[end]) }
            next = end + 1
        }
        return found ? assembled : nil
    }

    private func fits(_ line: WordLine, edge: Double) -> Bool {
        line.words.allSatisfy { isValue($0, edge: edge) ? $0.isNumber : $0.right < edge + 2 }
    }

    private func table(_ lines: [WordLine], edge: Double, labels: Int) -> [WordLine]? {
        let places = lines.indices.filter { isRow(lines[$0], edge: edge) }
        guard let first = places.first, let last = places.last else { return nil }
        // Labels begin above their numbers and end below them.
        let start = reach(from: first, by: -1, lines, edge: edge)
        let end = reach(from: last, by: 1, lines, edge: edge)
        guard let rows = rows(Array(lines[start...end]), edge: edge, labels: labels) else { return nil }
        return Array(lines[..<start]) + rows + Array(lines[(end + 1)...])
    }

    /// Numbers may be so wide that they begin left of those of other rows.
    private func isValue(_ word: PageWord, edge: Double) -> Bool {
        word.left > edge - 1 || word.isNumber && word.right > edge + 1
    }

    /// Holds numbers right of the edge, and nothing else there.
    private func isRow(_ line: WordLine, edge: Double) -> Bool {
        let values = line.words.filter { isValue($0, edge: edge) }
        return !values.isEmpty && values.allSatisfy(\.isNumber)
    }

    /// The furthest line of the label that goes on from a row: words left of the edge only, at the distance of lines.
    private func reach(from index: Int, by step: Int, _ lines: [WordLine], edge: Double) -> Int {
        var index = index
        while lines.indices.contains(index + step) {
            let (line, next) = (lines[index], lines[index + step])
            let gap = step > 0 ? next.top - line.bottom : line.top - next.bottom
            guard gap < 0.9 * next.words[0].height, next.right < edge + 1, !isRow(next, edge: edge) else { break }
            let opens = pieces(next.words, []).contains(where: RowAssembler.opens)
            // Below the last row, the next mark begins something else; above the first, it is where its label begins.
            if opens && step > 0 { break }
            index += step
            if opens { break }
        }
        return index
    }

    private func rows(_ lines: [WordLine], edge: Double, labels least: Int) -> [WordLine]? {
        let starts = columnStarts(lines)
        var segments: [Segment] = []
        var numbers: [WordLine] = []
        for line in lines {
            let values = line.words.filter { isValue($0, edge: edge) }
            if !values.isEmpty {
                guard values.allSatisfy(\.isNumber) else { return nil }
                numbers.append(WordLine(words: values))
            }
            let rest = line.words.filter { !isValue($0, edge: edge) }
            // A number left of the edge is a value of a wider column: this is not where the numbers begin.
            if rest.contains(where: { $0.right > edge + 2 || $0.isNumber }) { return nil }
            segments += pieces(rest, starts)
        }
        let labels = labels(of: segments)
        // A heading, or running text between rows, is no label.
        guard labels.count(where: \.opens) >= least, let rows = matched(numbers, labels) else { return nil }
        return written(rows, labels)
    }

    /// The left edges at which several labels begin: columns of labels set to the left.
    private func columnStarts(_ lines: [WordLine]) -> [Double] {
        let lefts = lines.flatMap(\.words).filter { ItemMark.opens($0.text) }.map(\.left)
        return lefts.filter { left in lefts.count { abs($0 - left) < 1 } > 2 }
    }

    private func pieces(_ words: [PageWord], _ starts: [Double]) -> [Segment] {
        var pieces: [Segment] = []
        for word in words {
            let begins = starts.contains { abs($0 - word.left) < 1.2 } || ItemMark.opens(word.text)
            if let last = pieces.last?.words.last, !begins,
                word.left - last.right < widestGap(last, word) * max(5, min(word.size, last.size))
            {
                pieces[pieces.count - 1].words.append(word)
            } else {
                pieces.append(Segment(words: [word]))
            }
        }
        return pieces
    }

    /// In ems. Letters of a line that is spread over the width of its cell stand further apart than words, and so may a mark.
    private func widestGap(_ one: PageWord, _ other: PageWord) -> Double {
        if ItemMark.opens(one.text), one.text.count < 4 { return 2 }
        let longest = max(one.text.count, other.text.count)
        return longest == 1 ? 1.8 : longest == 2 ? 1.2 : 0.7
    }

    private static func opens(_ segment: Segment) -> Bool {
        let text = segment.line.text(widest: 0)
        // In a narrow cell even the mark runs over two lines: `（三`, `）不`, `予公`, `开`; or `三`, `、本`, `年`, `度`.
        let isHalfMark = text.count == 2 && (text[0] == "（" || text[0] == "(") && ItemMark.opens(text + ["）"])
            || text.count == 1 && text[0].value >= 0x2E80 && ItemMark.opens(text + ["、"])
        return isHalfMark || ItemMark.opens(text)
    }

    private func labels(of segments: [Segment]) -> [Label] {
        var labels: [Label] = []
        for segment in segments.sorted(by: { ($0.line.midY, $0.line.left) < ($1.line.midY, $1.line.left) }) {
            let line = segment.line
            var home: Int?
            if !RowAssembler.opens(segment) {
                home = labels.indices.filter { index in
                    guard let last = labels[index].segments.last?.line else { return false }
                    let shared = min(labels[index].right, line.right) - max(labels[index].left, line.left)
                    return line.top - last.bottom < 0.9 * line.words[0].height && line.midY > last.midY + 2
                        && shared > 0.5 * min(last.right - last.left, line.right - line.left)
                }.max { labels[$0].bottom < labels[$1].bottom }
            }
            if let home { labels[home].segments.append(segment) } else { labels.append(Label(segments: [segment])) }
        }
        return labels
    }

    /// The lines of numbers beside each label; nil where too many do not go one to one.
    private func matched(_ numbers: [WordLine], _ labels: [Label]) -> [Int: [WordLine]]? {
        var rows: [Int: [WordLine]] = [:]
        for line in numbers {
            let beside = labels.indices.filter { labels[$0].top - 2 < line.midY && line.midY < labels[$0].bottom + 2 }
            // -1 for numbers without a label, such as those whose label ends on the page before.
            rows[beside.max { labels[$0].left < labels[$1].left } ?? -1, default: []].append(line)
        }
        let single = rows.count { $0.key >= 0 && $0.value.count == 1 }
        return single * 10 >= rows.count * 7 ? rows : nil
    }

    /// Labels in the order of their beginnings, group labels before the first row of their group, each row's numbers last.
    private func written(_ rows: [Int: [WordLine]], _ labels: [Label]) -> [WordLine] {
        var entries: [(at: Double, level: Int, lines: [WordLine])] = []
        for line in rows[-1] ?? [] { entries.append((line.top, 1, [line])) }
        let leaves = rows.keys.filter { $0 >= 0 }.map { labels[$0] }
        for (index, label) in labels.enumerated() {
            guard let word = label.word else { continue }
            let values = rows[index] ?? []
            if values.count > 1 {
                // A number that runs over two lines, or two rows that cannot be told apart: the lines stay as they are.
                let lines = (label.segments.map(\.line) + values).sorted { $0.midY < $1.midY }
                entries.append((label.top, 1, lines))
            } else if let value = values.first {
                let isWide = label.segments.count > 1
                let lines = isWide ? [WordLine(words: [word]), value] : [WordLine(words: label.segments[0].words + value.words)]
                entries.append((label.top, 1, lines))
            } else {
                entries.append((groupTop(label, leaves) ?? label.top, 0, [WordLine(words: [word])]))
            }
        }
        return entries.sorted { ($0.at, $0.level) < ($1.at, $1.level) }.flatMap(\.lines)
    }

    /// The top of the first row of the group that a label stands beside: its rows are numbered from one.
    private func groupTop(_ label: Label, _ leaves: [Label]) -> Double? {
        let middle = (label.top + label.bottom) / 2
        let members = leaves.filter { $0.left > label.right - 2 }
        guard members.contains(where: { $0.bottom > label.top }) else { return nil }
        let firsts = members.filter { leaf in
            let text = leaf.word?.text.drop { $0 == "（" || $0 == "(" } ?? []
            return leaf.opens && (text.first == "1" || text.first == "１" || text.first == "一")
        }
        return firsts.map(\.top).filter { $0 <= middle }.max()
    }
}
