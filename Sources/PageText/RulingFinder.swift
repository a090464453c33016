/// Finds ruling lines in the drawing of a page.
///
/// A ruling is a thin run of pixels darker than what lies on both sides of it, however it was made: stroked, filled, dotted,
/// or part of a picture. Strokes of glyphs are told by the boxes of the words.
struct RulingFinder {
    /// Pixels for a point.
    var scale: Double

    /// The thickest line, in pixels.
    private let reach = 5
    /// How much darker than its surroundings a line is; the lightest table borders in use differ by some thirty.
    private let contrast = 20

    func rulings(in image: PageImage, words: [PageWord]) -> PageRulings {
        var level = runs(in: image, upright: false, atLeast: 11 * scale)
        var upright = runs(in: image, upright: true, atLeast: 8 * scale)
        level = joined(level).filter { !isGlyphStroke($0, upright: false, words) }
        upright = joined(upright).filter { !isGlyphStroke($0, upright: true, words) }
        return PageRulings(level: level, upright: upright)
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
            var start = -1
            var end = -1
            var light = 0
            var crossing = 0
            func close() {
                if start >= 0, Double(end - start + 1) >= shortest {
                    found.append(
                        Ruling(
                            at: (Double(across) + 0.5) / scale, start: Double(start) / scale,
                            end: Double(end + 1) / scale))
                }
                start = -1
                light = 0
                crossing = 0
            }
            for along in 0..<alongCount {
                let index = base + across * acrossStep + along * alongStep
                let value = Int(pixels[index])
                if value > 245 {
                    // A dotted line has gaps of a dot's width.
                    if start >= 0 {
                        light += 1
                        if light > 2 { close() }
                    }
                    continue
                }
                if standsOut(value, index: index, across: across, of: acrossCount, step: acrossStep, pixels) {
                    if start < 0 { start = along }
                    end = along
                    light = 0
                    crossing = 0
                } else if start >= 0 {
                    // Where two lines cross, neither stands out against the other.
                    crossing += 1
                    if crossing > reach + 1 { close() }
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

    /// Runs that lie side by side become one line; double lines stay two.
    private func joined(_ runs: [Ruling]) -> [Ruling] {
        var lines: [(sum: Double, count: Double, last: Double, start: Double, end: Double)] = []
        var open: [Int] = []
        for run in runs {
            open.removeAll { run.at - lines[$0].last > 1.6 / scale }
            if let index = open.first(where: { lines[$0].start <= run.end && run.start <= lines[$0].end }) {
                lines[index].sum += run.at
                lines[index].count += 1
                lines[index].last = run.at
                lines[index].start = min(lines[index].start, run.start)
                lines[index].end = max(lines[index].end, run.end)
            } else {
                open.append(lines.count)
                lines.append((run.at, 1, run.at, run.start, run.end))
            }
        }
        return lines.map { Ruling(at: $0.sum / $0.count, start: $0.start, end: $0.end) }
    }

    /// A stroke of a glyph runs through the middle of a word and does not leave it.
    private func isGlyphStroke(_ ruling: Ruling, upright: Bool, _ words: [PageWord]) -> Bool {
        words.contains { word in
            if upright {
                return word.left + 0.8 < ruling.at && ruling.at < word.right - 0.8 && word.top - 1 <= ruling.start
                    && ruling.end <= word.bottom + 1
            }
            let edge = word.height * 0.2
            return word.top + edge < ruling.at && ruling.at < word.bottom - edge && word.left - 1 <= ruling.start
                && ruling.end <= word.right + 1
        }
    }
}
