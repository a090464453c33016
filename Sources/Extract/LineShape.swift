internal import HanText
internal import ReportModel

/// What a line is made of, found in one pass: separators, page furniture, rules.
struct LineShape {
    var start: Int
    var end: Int
    var tabs = 0
    var pipes = 0
    /// Something that is neither blank nor separator.
    var hasContent = false
    /// How many cells between pipes hold something.
    var filledCells = 0
    var hasFormFeed = false
    /// Dashes, colons, pipes and blanks only, with at least two runs of dashes or one of three: the rule under a Markdown header.
    var isRule = false
    /// A page number: `- 5 -`, `— 4 —`, `第 5 页`.
    var isFurniture = false

    init(_ text: Span<UInt8>, _ span: SourceSpan) {
        start = Int(span.start)
        end = Int(span.end)
        while start < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: start)
            if value == 0x0C { hasFormFeed = true }
            guard ScalarClass.isBlank(value), value != 0x09 else { break }
            start = next
        }
        while end > start {
            let (value, before) = UTF8Cursor.scalarBefore(in: text, end, from: start)
            if value == 0x0C { hasFormFeed = true }
            guard ScalarClass.isBlank(value), value != 0x09 else { break }
            end = before
        }
        var dashes = 0
        var dashRuns = 0
        var inDash = false
        var others = 0
        var isOpen = false
        for index in start..<end {
            let byte = text[index]
            if byte == 0x09 {
                tabs += 1
                inDash = false
            } else if byte == 0x7C {
                pipes += 1
                inDash = false
                isOpen = false
            } else if byte == 0x2D || byte == 0x3A || byte == 0x3D {
                if !inDash { dashRuns += 1 }
                inDash = true
                dashes += 1
                if !isOpen { filledCells += 1 }
                isOpen = true
            } else if byte != 0x20 {
                others += 1
                inDash = false
                if !isOpen { filledCells += 1 }
                isOpen = true
            }
        }
        hasContent = others + dashes > 0
        if others == 0 && dashes > 0 {
            isRule = pipes >= 2 ? dashRuns >= 2 || dashes >= 3 : dashes >= 3 && tabs == 0
        }
        if tabs == 0 && pipes == 0 && end - start <= 40 { isFurniture = LineShape.isPageNumber(text, start, end) }
    }

    /// Digits between marks of a page number; digits alone are not enough.
    private static func isPageNumber(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var index = start
        var digits = 0
        var figures = 0
        var leading = 0
        var trailing = 0
        var words = 0
        var previous: UInt32 = 0
        while index < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            index = next
            defer { previous = value }
            if ScalarClass.isBlank(value) { continue }
            if ScalarClass.digit(value) != nil {
                digits += 1
                if ScalarClass.digit(previous) == nil { figures += 1 }
            } else if ScalarClass.isDash(value) || value == 0xB7 || value == 0x7E || value == 0xFF5E {
                // One mark on each side, however long; dashes with blanks between are the empty cells of a row.
                if ScalarClass.isDash(previous) { continue }
                if digits == 0 { leading += 1 } else { trailing += 1 }
            } else if value == 0x7B2C || value == 0x9875 || value == 0x5171 || value == 0x2F || value == 0xFF0C || value == 0x2C {
                words += value == 0x9875 ? 1 : 0
            } else {
                return false
            }
        }
        guard digits > 0, digits <= 7 else { return false }
        return (leading == 1 && trailing == 1 && figures == 1) || words > 0
    }
}
