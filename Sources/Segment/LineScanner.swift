internal import Codebook
internal import HanText
internal import ReportModel

/// How a line numbers itself.
enum Enumerator: Equatable {
    case none
    /// `三、`
    case ordinal(Int)
    /// `（三）`
    case bracketed(Int)
    /// `3.`
    case digits
}

/// Looks at one line at a time: its marks, its enumerator, its symbols.
struct LineScanner {
    let lexicon = Lexicon.shared

    /// The line's text without Markdown marks, quotes and blanks at its ends.
    func trimmed(_ text: Span<UInt8>, _ span: SourceSpan) -> Range<Int> {
        var start = Int(span.start)
        var end = Int(span.end)
        while start < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: start)
            guard ScalarClass.isBlank(value) || isMark(value) else { break }
            start = next
        }
        while end > start {
            // No blank or mark is a digit.
            let last = text[end - 1]
            if last >= 0x30 && last <= 0x39 { break }
            let (value, before) = UTF8Cursor.scalarBefore(in: text, end, from: start)
            guard ScalarClass.isBlank(value) || isMark(value) || value == 0x7C else { break }
            end = before
        }
        return start..<end
    }

    private func isMark(_ value: UInt32) -> Bool { value == 0x23 || value == 0x2A || value == 0x3E || value == 0x5C }

    /// Reads the enumerator at the start of a trimmed line; returns it and where the rest begins.
    func enumerator(_ text: Span<UInt8>, _ range: Range<Int>) -> (Enumerator, Int) {
        var index = range.lowerBound
        guard index < range.upperBound else { return (.none, index) }
        var (value, next) = UTF8Cursor.scalar(in: text, at: index)
        // Most lines begin with a word.
        if value >= 0x4E00 && value <= 0x9FFF && value != 0x7B2C && ScalarClass.hanOrdinal(value) == 0 { return (.none, index) }
        var bracketed = false
        if ScalarClass.folded(value) == 0x28 {
            bracketed = true
            index = next
            guard index < range.upperBound else { return (.none, range.lowerBound) }
            (value, next) = UTF8Cursor.scalar(in: text, at: index)
        }
        var ordinal = 0
        var isDigits = false
        if value == 0x7B2C {  // 第一部分、
            return part(text, next, range)
        }
        while index < range.upperBound {
            (value, next) = UTF8Cursor.scalar(in: text, at: index)
            let han = ScalarClass.hanOrdinal(value)
            if han > 0 {
                ordinal = han == 10 ? max(ordinal, 1) * 10 : ordinal + han
            } else if let digit = ScalarClass.digit(value) {
                ordinal = ordinal * 10 + Int(digit)
                isDigits = true
                if ordinal > 99 { return (.none, range.lowerBound) }
            } else if !ScalarClass.isBlank(value) {
                break
            }
            index = next
        }
        guard ordinal > 0, index < range.upperBound else { return (.none, range.lowerBound) }
        switch ScalarClass.folded(value) {
        case 0x29 where bracketed: return (.bracketed(ordinal), next)
        case 0x3001, 0x2E, 0x3A, 0x2C, 0x662F, 0x29:  // 、 . : , 是 )
            return bracketed ? (.none, range.lowerBound) : (isDigits ? .digits : .ordinal(ordinal), next)
        default: return (.none, range.lowerBound)
        }
    }

    private func part(_ text: Span<UInt8>, _ start: Int, _ range: Range<Int>) -> (Enumerator, Int) {
        guard start < range.upperBound else { return (.none, range.lowerBound) }
        let (value, next) = UTF8Cursor.scalar(in: text, at: start)
        let ordinal = ScalarClass.hanOrdinal(value)
        guard ordinal > 0, next + 6 <= range.upperBound else { return (.none, range.lowerBound) }
        let (first, second) = UTF8Cursor.scalar(in: text, at: next)
        let (last, end) = UTF8Cursor.scalar(in: text, at: second)
        guard first == 0x90E8, last == 0x5206 else { return (.none, range.lowerBound) }  // 部分
        return (.ordinal(ordinal), end)
    }

    /// The symbols of a stretch, at most `limit` of them; nil where there are more.
    func symbols(_ text: Span<UInt8>, _ range: Range<Int>, limit: Int) -> [UInt16]? {
        var found: [UInt16] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            let symbol = lexicon.symbol(value)
            if symbol != Lexicon.skipped {
                if found.count == limit { return nil }
                found.append(symbol)
            }
            index = next
        }
        return found
    }
}
