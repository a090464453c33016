/// Has pages drawn and reads their ruling lines, a few pages at a time: first as drawings of lines, and where these show no
/// table, as pictures.
struct PageDrawer {
    var options: PDFOptions
    /// Runs a program with the given arguments.
    var run: (_ program: String, _ arguments: [String]) -> ChildProcess.Result

    /// Pages drawn in one go: bounds the memory.
    private let batch = 6

    init(options: PDFOptions, run: @escaping (String, [String]) -> ChildProcess.Result) {
        self.options = options
        self.run = run
    }

    /// - Returns: the lines of each page; none for a page that shows no trace of a table or that could not be drawn.
    func rulings(of pages: [PageWords]) -> [PageRulings] {
        var rulings = [PageRulings](repeating: PageRulings(), count: pages.count)
        // A table may begin or end on a page with a row or two that alone do not look like one.
        let tabular = pages.map(mayHoldTable)
        let candidates = pages.indices.filter { page in
            tabular[max(0, page - 1)...min(pages.count - 1, page + 1)].contains(true)
        }
        draw(candidates, by: options.drawProgram, into: &rulings, drawings)
        let unruled = candidates.filter { LatticeBuilder().tables(of: rulings[$0], page: 0).isEmpty }
        draw(unruled, by: options.renderProgram, into: &rulings) { pictures(pages, $0) }
        return rulings
    }

    private func draw(
        _ pages: [Int], by program: String, into rulings: inout [PageRulings], _ read: (Range<Int>) -> [PageRulings]?
    ) {
        if program.isEmpty { return }
        var next = 0
        while next < pages.count {
            var end = next + 1
            while end < pages.count, pages[end] == pages[end - 1] + 1, end - next < batch { end += 1 }
            let range = pages[next]..<(pages[end - 1] + 1)
            guard let found = read(range) else { return }
            for (page, lines) in zip(range, found) { rulings[page] = lines }
            next = end
        }
    }

    /// - Returns: nil where drawing is of no use, because there is no program or no time.
    private func drawings(_ range: Range<Int>) -> [PageRulings]? {
        let result = run(
            options.drawProgram,
            [
                "-q", "-ps", "-origpagesizes", "-f", "\(range.lowerBound + 1)", "-l", "\(range.upperBound)",
                ChildProcess.inputPath, "-",
            ])
        return isUseless(result) ? nil : DrawingReader().pages(in: result.output)
    }

    private func pictures(_ pages: [PageWords], _ range: Range<Int>) -> [PageRulings]? {
        let longest = pages[range].map { max($0.width, $0.height) }.max() ?? 0
        // Pages of absurd size are drawn smaller, so that they cost no more than others.
        let resolution = longest > 1300 ? 108 * 1300 / longest : 108
        let result = run(
            options.renderProgram,
            [
                "-q", "-gray", "-cropbox", "-aa", "no", "-aaVector", "no", "-r", "\(resolution)", "-f", "\(range.lowerBound + 1)",
                "-l", "\(range.upperBound)", ChildProcess.inputPath,
            ])
        if isUseless(result) { return nil }
        let finder = RulingFinder(scale: resolution / 72)
        return zip(range, PageImage.images(in: result.output)).map { finder.rulings(in: $1, words: pages[$0].words) }
    }

    private func isUseless(_ result: ChildProcess.Result) -> Bool {
        result.ending == .notStarted || result.ending == .timedOut || result.ending == .exited(127)
    }

    /// Words of one line stand far apart.
    private func mayHoldTable(_ page: PageWords) -> Bool {
        WordLine.lines(of: page.words).contains { line in
            zip(line.words, line.words.dropFirst()).contains { $1.left - $0.right > 1.2 * min($0.height, $1.height) }
        }
    }
}
