internal import HanText
internal import ReportModel

/// Reads years: `2024年`, `２０２４ 年`, `二〇二四年`.
enum YearReader {
    /// The years for which such reports can exist, with room to spare.
    static let plausible = 2003...2099

    /// The first year of a title: its value, where it starts, and where the text behind it (年, 度 left out) starts.
    static func yearInTitle(_ scalars: [Unicode.Scalar]) -> (year: Int, before: Int, after: Int)? {
        var index = 0
        while index < scalars.count {
            if let (value, digitsEnd) = fourDigits(scalars, index) {
                var end = digitsEnd
                while end < scalars.count && ScalarClass.isBlank(scalars[end].value) { end += 1 }
                if end < scalars.count, scalars[end].value == 0x5E74, plausible.contains(value) {
                    end += 1
                    while end < scalars.count && ScalarClass.isBlank(scalars[end].value) { end += 1 }
                    // 年度报告 belongs to the title's words, 年度政府信息公开 to the year.
                    if end < scalars.count, scalars[end].value == 0x5EA6 { end += 1 }
                    return (value, index, end)
                }
                index = digitsEnd
            } else {
                index += 1
            }
        }
        return bareYear(scalars)
    }

    /// A year without 年: in brackets, or right before the title's words (2023政府信息公开).
    private static func bareYear(_ scalars: [Unicode.Scalar]) -> (year: Int, before: Int, after: Int)? {
        var index = 0
        while index < scalars.count {
            guard ScalarClass.digit(scalars[index].value) != nil, let (value, end) = fourDigits(scalars, index) else {
                index += 1
                continue
            }
            let before = index > 0 ? ScalarClass.folded(scalars[index - 1].value) : 0
            let next = end < scalars.count ? ScalarClass.folded(scalars[end].value) : 0
            let isWhole = ScalarClass.digit(before) == nil && ScalarClass.digit(next) == nil
            let isNamed = (before == 0x28 && next == 0x29) || next == 0x653F || next == 0x4FE1  // 政 信
            if isWhole, isNamed, plausible.contains(value) { return (value, index, end) }
            index = end
        }
        return nil
    }

    private static func fourDigits(_ scalars: [Unicode.Scalar], _ start: Int) -> (Int, Int)? {
        var value = 0
        var count = 0
        var index = start
        while index < scalars.count && count < 5 {
            let scalar = scalars[index].value
            if let digit = digit(scalar) {
                value = value * 10 + digit
                count += 1
            } else if count == 0 || !ScalarClass.isBlank(scalar) {
                break
            }
            index += 1
        }
        guard count == 4 else { return nil }
        while index > start && ScalarClass.isBlank(scalars[index - 1].value) { index -= 1 }
        return (value, index)
    }

    private static func digit(_ scalar: UInt32) -> Int? {
        if let digit = ScalarClass.digit(scalar) { return Int(digit) }
        switch scalar {
        case 0x3007, 0x96F6, 0x25CB, 0x25EF, 0x004F: return 0
        default:
            let ordinal = ScalarClass.hanOrdinal(scalar)
            return ordinal > 0 && ordinal < 10 ? ordinal : nil
        }
    }

    /// The year whose first day the text gives as the beginning of what it reports on (`2024年1月1日`); nil where there is none
    /// or where there are several.
    static func periodYear(_ document: Document, _ text: Span<UInt8>, lines: Range<Int>) -> Int? {
        var found: Int?
        for line in lines {
            let span = document.lines[line].span
            guard document.lines[line].grid < 0, span.count >= 14 else { continue }
            var index = Int(span.start)
            let end = Int(span.end)
            while index < end {
                let byte = text[index]
                guard byte == 0x32 || byte == 0x31, let number = NumberReader.read(text, from: index, to: end) else {
                    index += 1
                    continue
                }
                index = number.end
                guard number.isPlain, number.digits == 4, plausible.contains(Int(number.mantissa)),
                    startsYear(text, from: number.end, to: end)
                else { continue }
                if let found, found != Int(number.mantissa) { return nil }
                found = Int(number.mantissa)
            }
        }
        return found
    }

    /// Whether `年1月1日` follows, blanks left out.
    private static func startsYear(_ text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        let wanted: [UInt32] = [0x5E74, 0x31, 0x6708, 0x31, 0x65E5]
        var at = 0
        var index = start
        while index < end && at < wanted.count {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            index = next
            if ScalarClass.isBlank(value) { continue }
            guard ScalarClass.folded(value) == wanted[at] else { return false }
            at += 1
        }
        return at == wanted.count
    }
}
