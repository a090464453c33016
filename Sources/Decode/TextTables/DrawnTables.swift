/// Tables with drawn frames: `+----+` and `|` as converters write them, or box characters. A cell may take several lines.
enum DrawnTables {
    /// True where a table was found.
    static func unfold(_ lines: inout [TextLine]) -> Bool {
        var result: [TextLine] = []
        var isChanged = false
        var index = 0
        while index < lines.count {
            guard isFrame(lines[index]) else {
                result.append(lines[index])
                index += 1
                continue
            }
            var end = index
            var frames = 0
            while end < lines.count, isFrame(lines[end]) || hasBars(lines[end]) {
                if isFrame(lines[end]) { frames += 1 }
                end += 1
            }
            if frames >= 2, end - index > frames {
                result += rows(Array(lines[index..<end]))
                isChanged = true
            } else {
                result += lines[index..<end]
            }
            index = end
        }
        if isChanged { lines = result }
        return isChanged
    }

    /// A stretch of a line between two bars or corners.
    private struct Segment {
        /// Column of the bar on its left.
        var column: Int
        var text: [UInt32]
        /// Part of a frame, not of a cell.
        var isRule: Bool
    }

    private static func isBar(_ value: UInt32) -> Bool {
        value == 0x7C || value == 0x2502 || value == 0x2503 || value == 0x2551 || value == 0xFF5C
    }

    private static func isCorner(_ value: UInt32) -> Bool {
        value == 0x2B || value >= 0x250C && value <= 0x254B || value >= 0x2552 && value <= 0x256C
    }

    private static func isStroke(_ value: UInt32) -> Bool {
        value == 0x2D || value == 0x3D || value == 0x2500 || value == 0x2501 || value == 0x2550 || value == 0x3A
    }

    /// A line of strokes between corners, from end to end.
    private static func isFrame(_ line: TextLine) -> Bool {
        var corners = 0
        var strokes = 0
        for value in line.scalars where !CellText.isBlank(value) {
            if isCorner(value) || isBar(value) && strokes > 0 {
                corners += 1
            } else if isStroke(value) {
                strokes += 1
            } else if !isBar(value) {
                return false
            }
        }
        let first = line.scalars.first { !CellText.isBlank($0) } ?? 0
        return corners >= 2 && strokes >= 2 && (isCorner(first) || line.scalars.contains(where: isCorner))
    }

    private static func hasBars(_ line: TextLine) -> Bool {
        guard let first = line.scalars.first(where: { !CellText.isBlank($0) }) else { return false }
        return isBar(first) || isCorner(first)
    }

    private static func segments(_ line: TextLine) -> [Segment] {
        var found: [Segment] = []
        var column = 0
        var left: Int?
        var text: [UInt32] = []
        func close() {
            guard let left else { return }
            let trimmed = CellText.trimmed(text[...])
            let isRule = trimmed.count >= 2 && trimmed.allSatisfy(isStroke)
            found.append(Segment(column: left, text: isRule ? [] : trimmed, isRule: isRule))
        }
        for value in line.scalars {
            // A plus sign or a corner parts cells only where it touches a frame.
            if isBar(value) || isCorner(value) && (value != 0x2B || text.last.map(isStroke) ?? true) {
                close()
                left = column
                text = []
            } else {
                text.append(value)
            }
            column += CellText.width(value)
        }
        return found
    }

    /// A row of wrapped cells takes so many lines at most.
    private static let mostWrapped = 4

    private static func rows(_ lines: [TextLine]) -> [TextLine] {
        var result: [TextLine] = []
        var band: [(line: TextLine, segments: [Segment])] = []
        func flush() {
            defer { band = [] }
            guard !band.isEmpty else { return }
            // Without frames between the rows, every line is one.
            let values = band.map { $0.segments.count { CellText.isValue($0.text) } }.filter { $0 >= 3 }
            // A few lines with fewer values than the first may be one row whose figures go on below.
            if values.count >= 2, band.count > mostWrapped || Set(values).count == 1 {
                for (line, segments) in band { result.append(TextLine(cells: segments.map(\.text), like: line)) }
                return
            }
            var cells: [Int: [UInt32]] = [:]
            for (_, segments) in band {
                for segment in segments where !segment.isRule {
                    // A figure that the edge of its cell may have cut cannot be read.
                    if let last = cells[segment.column]?.last, let first = segment.text.first, CellText.isDigit(last),
                        CellText.isDigit(first)
                    {
                        cells[segment.column]?.append(CellText.lineEnd)
                    }
                    cells[segment.column, default: []] += segment.text
                }
            }
            result.append(TextLine(cells: cells.sorted { $0.key < $1.key }.map(\.value), like: band[0].line))
        }
        for line in lines {
            if isFrame(line) {
                flush()
                continue
            }
            let segments = segments(line)
            if segments.contains(where: \.isRule) { flush() }
            band.append((line, segments))
        }
        flush()
        return result
    }
}
