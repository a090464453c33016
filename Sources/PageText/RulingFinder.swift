/// Finds ruling lines in the picture of a page: where a table's lines are no drawing of lines in the PDF, but a picture.
///
/// A ruling is a thin run of pixels darker than what lies on both sides of it, however it was made: stroked, filled, dotted,
/// or part of a picture. Strokes of glyphs are told by the boxes of the words.
struct RulingFinder {
    /// Pixels for a point.
    var scale: Double

    /// The thickest line, in pixels.
    private let reach = PixelRun.thickest
    /// How much darker than its surroundings a line is; the lightest table borders in use differ by some thirty.
    private let contrast = 20

    func rulings(in image: PageImage, words: [PageWord]) -> PageRulings {
        let level = joined(runs(in: image, upright: false, atLeast: 11 * scale))
        let upright = joined(runs(in: image, upright: true, atLeast: 8 * scale))
        return PageRulings(
            level: level.filter { !isGlyphStroke($0, upright: false, words) },
            upright: upright.filter { !isGlyphStroke($0, upright: true, words) })
    }

    /// Runs of line pixels along one direction, in points, one for each row (or column) of pixels.
    private func runs(in image: PageImage, upright: Bool, atLeast shortest: Double) -> [Ruling] {
        let pixels = image.pixels
        let base = pixels.startIndex
        // `along` counts on the line, `across` from line to line.
        let (alongCount, acrossCount) = upright ? (image.height, image.width) : (image.width, image.height)
        let (alongStep, acrossStep) = upright ? (image.width, 1) : (1, image.width)
        var found: [Ruling] = []
        for across in 0..<acrossCount {
            var run = PixelRun()
            func close() {
                if run.length >= shortest {
                    found.append(
                        Ruling(
                            at: (Double(across) + 0.5) / scale, start: Double(run.start) / scale,
                            end: Double(run.end + 1) / scale))
                }
                run = PixelRun()
            }
            for along in 0..<alongCount {
                let index = base + across * acrossStep + along * alongStep
                let value = Int(pixels[index])
                if value > 245 {
                    if run.isOpen && !run.passesGap() { close() }
                } else if standsOut(value, index: index, across: across, of: acrossCount, step: acrossStep, pixels) {
                    if !run.takes(along) {
                        close()
                        _ = run.takes(along)
                    }
                } else if run.isOpen && !run.passesCrossing() {
                    close()
                }
            }
            close()
        }
        return found
    }

    private func standsOut(
        _ value: Int, index: Int, across: Int, of count: Int, step: Int, _ pixels: ArraySlice<UInt8>
    ) -> Bool {
        var before = 0
        var behind = 0
        for distance in 1...reach {
            before = max(before, across >= distance ? Int(pixels[index - distance * step]) : 255)
            behind = max(behind, across + distance < count ? Int(pixels[index + distance * step]) : 255)
        }
        return before - value >= contrast && behind - value >= contrast
    }

    /// Runs that lie side by side become one line; double lines stay two. Shorter runs beside a line are strokes that touch it
    /// and do not say where it is.
    private func joined(_ runs: [Ruling]) -> [Ruling] {
        var groups: [(last: Double, start: Double, end: Double, runs: [Ruling])] = []
        var open: [Int] = []
        for run in runs {
            open.removeAll { run.at - groups[$0].last > 1.6 / scale }
            if let index = open.first(where: { groups[$0].start <= run.end && run.start <= groups[$0].end }) {
                groups[index].last = run.at
                groups[index].start = min(groups[index].start, run.start)
                groups[index].end = max(groups[index].end, run.end)
                groups[index].runs.append(run)
            } else {
                open.append(groups.count)
                groups.append((run.at, run.start, run.end, [run]))
            }
        }
        return groups.map { group in
            let longest = group.runs.map(\.length).max() ?? 0
            let main = group.runs.filter { $0.length > 0.7 * longest }
            return Ruling(
                at: main.map(\.at).reduce(0, +) / Double(main.count), start: group.start, end: group.end)
        }
    }

    /// Strokes of glyphs run through words; those of one line of text and the next may seem one line.
    private func isGlyphStroke(_ ruling: Ruling, upright: Bool, _ words: [PageWord]) -> Bool {
        var inside = 0.0
        for word in words {
            // A line that is longer than any stroke may touch the words of a cell without blank sides.
            let edge = !upright ? word.height * 0.2 : ruling.length > 1.5 * word.height ? 0.9 : 0.3
            let (near, far) = upright ? (word.left, word.right) : (word.top, word.bottom)
            guard near + edge < ruling.at, ruling.at < far - edge else { continue }
            let (start, end) = upright ? (word.top, word.bottom) : (word.left, word.right)
            inside += max(0, min(end, ruling.end) - max(start, ruling.start))
        }
        return inside > 0.5 * ruling.length
    }
}
