/// Reads the straight lines that a page draws from the PostScript that `pdftocairo` makes of it: lines that are stroked, and
/// areas filled so thin that they are lines.
struct DrawingReader {
    /// The thickest line, in points.
    private let thickest = 4.5
    /// Gaps that dashes, dots and joins leave, in points.
    private let widestGap = 2.6
    private let shortest = 5.0

    /// - Returns: the lines of each page in the order of the pages.
    func pages(in bytes: [UInt8]) -> [PageRulings] {
        guard let start = DrawingReader.firstPage(bytes) else { return [] }
        var tokens = DrawingTokens(bytes, from: start)
        var pages: [PageRulings] = []
        var canvas = DrawingCanvas()
        var numbers: [Double] = []
        var depth = 0
        while let token = tokens.next() {
            switch token {
            case .comment(let line):
                if line.starts(with: "%%Page:".utf8) {
                    pages.append(PageRulings())
                    canvas = DrawingCanvas()
                } else if line.starts(with: "%%PageOrientation: Landscape".utf8) {
                    canvas.isTurned = true
                }
            case .open:
                depth += 1
            case .close:
                depth = max(0, depth - 1)
            case .number(let number):
                // What stands in brackets is the pattern of dashes, or the matrix of a picture.
                if depth == 0, numbers.count < 64 { numbers.append(number) }
            case .word(let word):
                if let shapes = canvas.apply(word, numbers), !pages.isEmpty {
                    add(shapes, of: canvas, to: &pages[pages.count - 1])
                }
                numbers.removeAll(keepingCapacity: true)
            }
        }
        return pages.map { PageRulings(level: joined($0.level), upright: joined($0.upright)) }
    }

    private static func firstPage(_ bytes: [UInt8]) -> Int? {
        let mark = Array("\n%%Page:".utf8)
        var at = 0
        while let found = bytes[at...].firstIndex(of: mark[0]) {
            if bytes[found...].starts(with: mark) { return found + 1 }
            at = found + 1
        }
        return nil
    }

    private func add(_ shapes: DrawingCanvas.Shapes, of canvas: DrawingCanvas, to page: inout PageRulings) {
        switch shapes {
        case .strokes(let lines):
            for (from, to) in lines {
                let (width, height) = (abs(to.x - from.x), abs(to.y - from.y))
                if height < 0.7 && width > 0.5 {
                    addLevel((from.y + to.y) / 2, min(from.x, to.x), max(from.x, to.x), canvas, &page)
                } else if width < 0.7 && height > 0.5 {
                    addUpright((from.x + to.x) / 2, min(from.y, to.y), max(from.y, to.y), canvas, &page)
                }
            }
        case .fills(let boxes):
            for box in boxes {
                let (width, height) = (box.right - box.left, box.bottom - box.top)
                if min(width, height) > thickest { continue }
                // A dot may be part of a line either way.
                let isDot = max(width, height) <= 3
                if width >= height || isDot { addLevel((box.top + box.bottom) / 2, box.left, box.right, canvas, &page) }
                if height > width || isDot { addUpright((box.left + box.right) / 2, box.top, box.bottom, canvas, &page) }
            }
            for (outer, inner) in rings(boxes) {
                addLevel((outer.top + inner.top) / 2, outer.left, outer.right, canvas, &page)
                addLevel((outer.bottom + inner.bottom) / 2, outer.left, outer.right, canvas, &page)
                addUpright((outer.left + inner.left) / 2, outer.top, outer.bottom, canvas, &page)
                addUpright((outer.right + inner.right) / 2, outer.top, outer.bottom, canvas, &page)
            }
        }
    }

    /// Frames drawn as the space between two boxes.
    private func rings(_ boxes: [DrawingCanvas.Box]) -> [(DrawingCanvas.Box, DrawingCanvas.Box)] {
        zip(boxes, boxes.dropFirst()).compactMap { one, two in
            let (outer, inner) = one.right - one.left > two.right - two.left ? (one, two) : (two, one)
            let margins = [
                inner.left - outer.left, outer.right - inner.right, inner.top - outer.top, outer.bottom - inner.bottom,
            ]
            let isFrame = margins.allSatisfy { $0 >= 0 && $0 <= thickest } && (margins.max() ?? 0) > 0
            return isFrame && outer.bottom - outer.top > thickest ? (outer, inner) : nil
        }
    }

    private func addLevel(
        _ at: Double, _ start: Double, _ end: Double, _ canvas: DrawingCanvas, _ page: inout PageRulings
    ) {
        guard at > canvas.clip.top - 1, at < canvas.clip.bottom + 1 else { return }
        let line = Ruling(at: at, start: max(start, canvas.clip.left), end: min(end, canvas.clip.right))
        if line.length > 0 { page.level.append(line) }
    }

    private func addUpright(
        _ at: Double, _ start: Double, _ end: Double, _ canvas: DrawingCanvas, _ page: inout PageRulings
    ) {
        guard at > canvas.clip.left - 1, at < canvas.clip.right + 1 else { return }
        let line = Ruling(at: at, start: max(start, canvas.clip.top), end: min(end, canvas.clip.bottom))
        if line.length > 0 { page.upright.append(line) }
    }

    /// Pieces of one line become one.
    private func joined(_ lines: [Ruling]) -> [Ruling] {
        var levels: [[Ruling]] = []
        for line in lines.sorted(by: { $0.at < $1.at }) {
            if let last = levels.last, line.at - last[0].at <= 0.8 {
                levels[levels.count - 1].append(line)
            } else {
                levels.append([line])
            }
        }
        return levels.flatMap { level in
            var whole: [Ruling] = []
            for piece in level.sorted(by: { $0.start < $1.start }) {
                if let last = whole.last, piece.start - last.end <= widestGap {
                    whole[whole.count - 1].end = max(last.end, piece.end)
                } else {
                    whole.append(piece)
                }
            }
            return whole.filter { $0.length >= shortest }
        }
    }
}
