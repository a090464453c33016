internal import HanText
internal import ReportModel

/// What a line is made of: separators, page furniture, rules.
struct LineShape {
    /// The line without blanks at its ends; tabs stay.
    var start: Int
    var end: Int
    var hasTabs = false
    var hasPipes = false
    /// Something that is neither blank nor separator.
    var hasContent = false
    /// How many cells between pipes hold something.
    var filledCells: Int32 = 0
    var hasFormFeed = false
    /// Dashes, colons, pipes and blanks only, with at least two runs of dashes or one of three: the rule under a Markdown header.
    var isRule = false
    /// A page number: `- 5 -`, `— 4 —`, `第 5 页`.
    var isFurniture = false

    init(_ text: Span<UInt8>, _ span: SourceSpan) {
        start = Int(span.start)
        end = Int(span.end)
        trim(text)
        let (rest, pipes) = readMarks(text)
        if rest < end { readContent(text, from: rest) } else if hasContent { isRule = isRule(pipes) }
        if !hasTabs && !hasPipes && end - start <= 40 { isFurniture = LineShape.isPageNumber(text, start, end) }
    }

    private mutating func trim(_ text: Span<UInt8>) {
        while start < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: start)
            if value == 0x0C { hasFormFeed = true }
            guard ScalarClass.isBlank(value), value != 0x09 else { break }
            start = next
        }
        while end > start {
            let last = text[end - 1]
            if last > 0x20 && last < 0x7F { break }
            let (value, before) = UTF8Cursor.scalarBefore(in: text, end, from: start)
            if value == 0x0C { hasFormFeed = true }
            guard ScalarClass.isBlank(value), value != 0x09 else { break }
            end = before
        }
    }

    private var dashes = 0
    private var dashRuns = 0

    /// Reads separators, dashes and blanks up to the first byte that is none; the line may be a rule as far as that.
    private mutating func readMarks(_ text: Span<UInt8>) -> (rest: Int, pipes: Int) {
        var inDash = false
        var isOpen = false
        var pipes = 0
        var index = start
        while index < end {
            let byte = text[index]
            switch byte {
            case 0x09:
                hasTabs = true
                inDash = false
            case 0x7C:
                pipes += 1
                inDash = false
                isOpen = false
            case 0x2D, 0x3A, 0x3D:
                if !inDash { dashRuns += 1 }
                inDash = true
                dashes += 1
                if !isOpen { filledCells += 1 }
                isOpen = true
            case 0x20: break
            default:
                hasPipes = pipes > 0
                hasContent = true
                if !isOpen { filledCells += 1 }
                return (index, pipes)
            }
            index += 1
        }
        hasPipes = pipes > 0
        hasContent = dashes > 0
        return (end, pipes)
    }

    private func isRule(_ pipes: Int) -> Bool {
        pipes >= 2 ? dashRuns >= 2 || dashes >= 3 : dashes >= 3 && !hasTabs
    }

    /// The rest of a line that is no rule: separators, and cells between pipes.
    private mutating func readContent(_ text: Span<UInt8>, from start: Int) {
        var index = start
        var isOpen = true
        while index < end {
            let byte = text[index]
            if byte >= 0xE0 {
                // Three bytes are one character, or the first three of four.
                index += 3
            } else {
                index += 1
                if byte == 0x20 { continue }
                if byte == 0x09 {
                    hasTabs = true
                    continue
                }
                if byte == 0x7C {
                    hasPipes = true
                    isOpen = false
                    continue
                }
            }
            if !isOpen {
                filledCells += 1
                isOpen = true
            }
        }
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
                if digits > 7 { return false }
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
        guard digits > 0 else { return false }
        return (leading == 1 && trailing == 1 && figures == 1) || words > 0
    }
}
