/// Takes away what stands on the pages for the pages' sake: their numbers, and headers and footers that come again.
struct PageFurniture {
    /// The share of a page's height, at the top and at the bottom, in which page numbers stand.
    private let numberZone = 0.13
    /// The same for headers and footers.
    private let repeatZone = 0.1

    func remove(from pages: inout [PageContent]) {
        // A header may have several lines: take away the outermost until nothing more goes.
        for _ in 0..<3 {
            let outer = pages.map(outermost)
            var seen: [String: Int] = [:]
            for candidate in outer.joined() { seen[candidate.key, default: 0] += 1 }
            var removed = false
            for index in pages.indices {
                let page = pages[index]
                let doomed = outer[index].filter { candidate in
                    isPageNumber(page.lines[candidate.line], on: page, of: pages.count)
                        || (seen[candidate.key] ?? 0) > 1 && candidate.isFarOut && (seen[candidate.key] ?? 0) * 3 > pages.count
                }
                for candidate in doomed.sorted(by: { $0.line > $1.line }) {
                    pages[index].lines.remove(at: candidate.line)
                    removed = true
                }
            }
            if !removed { return }
        }
    }

    private struct Candidate {
        var line: Int
        /// The text without its digits, and its height on the page.
        var key: String
        var isFarOut: Bool
    }

    /// The first and the last line of a page, where no table stands further out.
    private func outermost(_ page: PageContent) -> [Candidate] {
        var candidates: [Candidate] = []
        func add(_ index: Int, next: Double, isTop: Bool) {
            let line = page.lines[index]
            let text = line.text().map { CharacterRepair.isNumber($0) ? "#" : $0 }
            // What holds numbers may be a row of a table.
            let isWordsOnly = !text.contains("#") && text.count > 2
            let hasWords = text.contains { $0.properties.isAlphabetic }
            let distance = isTop ? line.midY : page.height - line.midY
            let gap = isTop ? next - line.bottom : line.top - next
            let key = "\(isTop) \(Int((distance / 3).rounded())) " + String(String.UnicodeScalarView(text))
            candidates.append(
                Candidate(
                    line: index, key: key,
                    isFarOut: hasWords && distance < page.height * repeatZone
                        && (gap > 9 || distance < page.height * 0.055 || isWordsOnly)))
        }
        guard let first = page.lines.first, let last = page.lines.last else { return [] }
        let tableTop = page.tables.first?.top ?? .infinity
        let tableBottom = page.tables.last?.bottom ?? -.infinity
        if first.midY < tableTop {
            add(0, next: min(tableTop, page.lines.count > 1 ? page.lines[1].top : .infinity), isTop: true)
        }
        if last.midY > tableBottom, page.lines.count > 1 || first.midY >= tableTop || first.midY > page.height / 2 {
            let index = page.lines.count - 1
            add(index, next: max(tableBottom, index > 0 ? page.lines[index - 1].bottom : 0), isTop: false)
        }
        return candidates
    }

    /// `5`, `- 5 -`, `— 4 —`, `第5页 共8页`, `5/8` at the edge of the page.
    private func isPageNumber(_ line: WordLine, on page: PageContent, of count: Int) -> Bool {
        let distance = min(line.midY, page.height - line.midY)
        guard distance < page.height * numberZone, line.words.count <= 8 else { return false }
        let text = line.text().filter { $0 != " " }
        guard text.count <= 16 else { return false }
        var numbers: [Int] = []
        var isDecorated = false
        var current: Int?
        for scalar in text {
            if let digit = scalar.properties.numericValue, CharacterRepair.isNumber(scalar) {
                current = min(99_999, (current ?? 0) * 10 + Int(digit))
                continue
            }
            if let number = current { numbers.append(number) }
            current = nil
            switch scalar {
            case "-", "—", "–", "－", "─", "―", "−", "~", "·", "•", "/", "|", "第", "页", "共", "P", "p", "a", "g", "e", ".", "_", "，", ",":
                isDecorated = true
            default: return false
            }
        }
        if let number = current { numbers.append(number) }
        guard let first = numbers.first, numbers.count <= 2 else { return false }
        // A bare number is a page number only where it counts the pages.
        return isDecorated && first < 2000 || abs(first - page.number) <= 2 && first <= count + 2
    }
}
