/// Has pages drawn and reads their ruling lines, a few pages at a time.
struct PageDrawer {
    var program: String
    /// Pages drawn in one go: bounds the memory.
    private let batch = 6

    /// - Parameter run: runs the program with the given arguments.
    /// - Returns: the lines of each page; none for a page that shows no trace of a table or that could not be drawn.
    func images(of pages: [PageWords], run: ([String]) -> ChildProcess.Result) -> [PageRulings] {
        var rulings = [PageRulings](repeating: PageRulings(), count: pages.count)
        if program.isEmpty { return rulings }
        var next = 0
        while next < pages.count {
            guard mayHoldTable(pages[next]) else {
                next += 1
                continue
            }
            var end = next + 1
            while end < pages.count, end - next < batch, mayHoldTable(pages[end]) { end += 1 }
            let longest = pages[next..<end].map { max($0.width, $0.height) }.max() ?? 0
            // Pages of absurd size are drawn smaller, so that they cost no more than others.
            let resolution = longest > 1300 ? 108 * 1300 / longest : 108
            let arguments = [
                "-q", "-gray", "-aa", "no", "-aaVector", "no", "-r", "\(resolution)", "-f", "\(next + 1)", "-l", "\(end)",
                ChildProcess.inputPath,
            ]
            let result = run(arguments)
            if result.ending == .notStarted || result.ending == .timedOut || result.ending == .exited(127) { return rulings }
            let finder = RulingFinder(scale: resolution / 72)
            for (index, image) in PageImage.images(in: result.output).enumerated() where next + index < end {
                rulings[next + index] = finder.rulings(in: image, words: pages[next + index].words)
            }
            next = end
        }
        return rulings
    }

    /// Words of one line stand far apart.
    private func mayHoldTable(_ page: PageWords) -> Bool {
        WordLine.lines(of: page.words).contains { line in
            zip(line.words, line.words.dropFirst()).contains { $1.left - $0.right > 1.2 * min($0.height, $1.height) }
        }
    }
}
