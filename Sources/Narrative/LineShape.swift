internal import HanText

/// What a line looks like: enough to tell whether it goes on with the line before it.
struct LineShape {
    enum Kind {
        case blank, pageNumber, tableRow, prose
    }

    var kind: Kind
    /// Begins with （一）, 1., 一、 or a Markdown heading.
    var startsWithMarker = false
    /// Its last character; 0 for none.
    var last: UInt32 = 0
    var startsWithDigit = false
    /// How many characters it has, about.
    var length = 0

    /// Ends in the middle of an enumeration.
    var isUnfinished: Bool {
        switch last {
        case 0xFF0C, 0x2C, 0x3001, 0xFF1B, 0x3B, 0xFF1A, 0x3A: true
        default: false
        }
    }

    /// Whether this line reads on from the line before.
    func continues(_ previous: LineShape) -> Bool {
        if startsWithMarker { return false }
        switch previous.last {
        case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F: return false
        default: break
        }
        if previous.isUnfinished { return true }
        // A figure cut by the end of a line: only where the line is as long as a wrapped one.
        if startsWithDigit && ScalarClass.digit(previous.last) != nil { return previous.length >= 20 }
        // A wrapped line is as long as the lines below it: a heading is not.
        return previous.length >= 14 && previous.length * 3 >= length * 2
    }

    struct Reader {
        let glyphs: GlyphTable

        /// The first characters tell what a line is; its length matters only as far as a wrapped line is long.
        func shape(_ text: Span<UInt8>, _ range: Range<Int>) -> LineShape {
            var shape = LineShape(kind: .blank)
            var isNumber = true
            var separators = 0
            var seen = 0
            var start: (UInt32, UInt32, UInt32) = (0, 0, 0)
            var isHeading = false
            var index = range.lowerBound
            while index < range.upperBound && (seen < 3 || (seen < 12 && (isNumber || separators > 0))) {
                let (value, next) = UTF8Cursor.scalar(in: text, at: index)
                index = next
                if value == 0x23 && seen == 0 { isHeading = true }
                if (value == 0x09 && seen > 0) || value == 0x7C { separators += 1 }
                if isSkipped(value) { continue }
                seen += 1
                switch seen {
                case 1: start.0 = ScalarClass.folded(value)
                case 2: start.1 = ScalarClass.folded(value)
                case 3: start.2 = ScalarClass.folded(value)
                default: break
                }
                if isNumber { isNumber = ScalarClass.digit(value) != nil || LineShape.isPageMark(value) }
            }
            if seen == 0 { return shape }
            if isNumber && seen < 12 {
                shape.kind = .pageNumber
                return shape
            }
            shape.kind = separators >= 2 ? .tableRow : .prose
            shape.startsWithDigit = start.0 >= 0x30 && start.0 <= 0x39
            shape.startsWithMarker = isHeading || LineShape.isMarker(start.0, start.1, start.2)
            shape.length = seen + (range.upperBound - index) / 3
            shape.last = lastScalar(text, range)
            return shape
        }

        private func isSkipped(_ value: UInt32) -> Bool {
            guard value < 0x10000 else { return false }
            let symbol = glyphs.symbol(value)
            return symbol & GlyphTable.skipped != 0 && symbol != GlyphTable.sentenceEnd
        }

        private func lastScalar(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
            var index = range.upperBound
            while index > range.lowerBound {
                let (value, start) = UTF8Cursor.scalarBefore(in: text, index, from: range.lowerBound)
                if !isSkipped(value) { return value }
                index = start
            }
            return 0
        }
    }

    /// - 5 -, 第5页, 共 8 页.
    private static func isPageMark(_ value: UInt32) -> Bool {
        ScalarClass.isDash(value) || value == 0x7B2C || value == 0x9875 || value == 0x5171 || value == 0x2F
            || value == 0xB7
    }

    private static func isMarker(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> Bool {
        func isFigure(_ value: UInt32) -> Bool { (value >= 0x30 && value <= 0x39) || ScalarClass.hanOrdinal(value) > 0 }
        if first == 0x28 && isFigure(second) { return true }
        if first >= 0x2460 && first <= 0x2473 { return true }
        guard isFigure(first) else { return false }
        func isStop(_ value: UInt32) -> Bool {
            value == 0x3001 || value == 0x2E || value == 0x29 || value == 0xFF61 || value == 0x662F
        }
        return isStop(second) || (isFigure(second) && isStop(third))
    }
}
