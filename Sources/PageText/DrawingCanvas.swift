/// Where a page's drawing stands: the matrix, the clip, the colour and the path, as far as lines need them.
struct DrawingCanvas {
    struct Point {
        var x: Double
        var y: Double
    }

    /// A rectangle in points from the top left corner of the page.
    struct Box {
        var left: Double
        var top: Double
        var right: Double
        var bottom: Double
    }

    /// What an operator painted.
    enum Shapes {
        case strokes([(Point, Point)])
        /// The boxes of areas without curves.
        case fills([Box])
    }

    private struct Subpath {
        var points: [Point]
        var isClosed = false
        var isCurved = false
    }

    private struct State {
        /// a b c d e f of the matrix.
        var matrix = [1.0, 0, 0, 1, 0, 0]
        var clip = Box(left: -1e6, top: -1e6, right: 1e6, bottom: 1e6)
        var isVisible = true
    }

    /// A page wider than tall lies on its side in the PostScript.
    var isTurned = false
    var clip: Box { state.clip }

    private var pageHeight = 842.0
    private var state = State()
    private var saved: [State] = []
    private var path: [Subpath] = []
    private var clips = false

    /// - Returns: what was painted, if the operator paints.
    mutating func apply(_ word: ArraySlice<UInt8>, _ numbers: [Double]) -> Shapes? {
        switch String(decoding: word, as: UTF8.self) {
        case "cairo_set_page_size" where numbers.count >= 2:
            pageHeight = numbers[1]
        case "q":
            if saved.count < 256 { saved.append(state) }
        case "Q":
            if let last = saved.popLast() { state = last }
        case "cm" where numbers.count == 6:
            state.matrix = multiplied(numbers, state.matrix)
        case "g" where numbers.count == 1:
            state.isVisible = numbers[0] < 0.96
        case "rg" where numbers.count == 3:
            state.isVisible = 0.3 * numbers[0] + 0.59 * numbers[1] + 0.11 * numbers[2] < 0.96
        case "k" where numbers.count == 4:
            state.isVisible = numbers.contains { $0 > 0.04 }
        case "m" where numbers.count == 2:
            path.append(Subpath(points: [point(numbers[0], numbers[1])]))
        case "l" where numbers.count == 2 && !path.isEmpty:
            path[path.count - 1].points.append(point(numbers[0], numbers[1]))
        case "c" where numbers.count == 6 && !path.isEmpty:
            path[path.count - 1].isCurved = true
            path.append(Subpath(points: [point(numbers[4], numbers[5])], isCurved: true))
        case "h":
            if !path.isEmpty { path[path.count - 1].isClosed = true }
        case "re" where numbers.count == 4:
            let (x, y, width, height) = (numbers[0], numbers[1], numbers[2], numbers[3])
            let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
            path.append(Subpath(points: corners.map { point($0.0, $0.1) }, isClosed: true))
        case "rectclip" where numbers.count == 4:
            let (x, y, width, height) = (numbers[0], numbers[1], numbers[2], numbers[3])
            narrowClip(to: box(of: [point(x, y), point(x + width, y + height)]))
        case "W", "W*":
            clips = true
        case "S", "s":
            defer { endPath() }
            let least = leastLength
            let lines = path.flatMap(segments).filter { abs($0.0.x - $0.1.x) + abs($0.0.y - $0.1.y) >= least }
            return state.isVisible ? .strokes(lines) : nil
        case "f", "f*", "F", "B", "B*", "b", "b*":
            defer { endPath() }
            let least = leastLength
            let boxes = path.filter { !$0.isCurved && $0.points.count > 2 }.map { box(of: $0.points) }.filter {
                $0.right - $0.left + $0.bottom - $0.top >= least
            }
            return state.isVisible ? .fills(boxes) : nil
        case "n":
            endPath()
        default:
            break
        }
        return nil
    }

    /// What is drawn with curves may be the outlines of letters, whose strokes are no lines.
    private var leastLength: Double { path.contains(where: \.isCurved) ? 18 : 0 }

    private mutating func endPath() {
        if clips, !path.isEmpty { narrowClip(to: box(of: path.flatMap(\.points))) }
        clips = false
        path.removeAll(keepingCapacity: true)
    }

    private mutating func narrowClip(to box: Box) {
        state.clip = Box(
            left: max(clip.left, box.left), top: max(clip.top, box.top), right: min(clip.right, box.right),
            bottom: min(clip.bottom, box.bottom))
    }

    private func segments(_ subpath: Subpath) -> [(Point, Point)] {
        let points = subpath.points
        guard let first = points.first, let last = points.last else { return [] }
        return Array(zip(points, points.dropFirst())) + (subpath.isClosed && points.count > 2 ? [(last, first)] : [])
    }

    private func point(_ x: Double, _ y: Double) -> Point {
        let m = state.matrix
        let (across, up) = (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])
        return isTurned ? Point(x: up, y: across) : Point(x: across, y: pageHeight - up)
    }

    private func box(of points: [Point]) -> Box {
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        return Box(left: xs.min() ?? 0, top: ys.min() ?? 0, right: xs.max() ?? 0, bottom: ys.max() ?? 0)
    }

    private func multiplied(_ m: [Double], _ n: [Double]) -> [Double] {
        [
            m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3], m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
            m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
        ]
    }
}
