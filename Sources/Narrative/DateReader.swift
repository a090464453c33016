internal import HanText

/// Reads dates: `2024年1月20日`, `二〇二四年一月二十日`, `2024-01-20`, `2024.1.20`, full-width or with blanks between.
struct DateReader {
    struct Day: Equatable {
        var year: Int
        var month: Int
        var day: Int

        /// ISO 8601.
        var text: String {
            func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
            return "\(year)-\(padded(month))-\(padded(day))"
        }

        /// A day of the calendar.
        var isPlausible: Bool {
            guard (1990..<2100).contains(year) else { return false }
            switch month {
            case 2: return (1...(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28)).contains(day)
            case 4, 6, 9, 11: return (1...30).contains(day)
            case 1...12: return (1...31).contains(day)
            default: return false
            }
        }
    }

    /// The scalars of a line, folded to half width, without blanks but for one between two digits.
    static func scalars(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt32] {
        var found: [UInt32] = []
        var wasBlank = false
        found.reserveCapacity(range.count / 2)
        var index = range.lowerBound
        while index < range.upperBound {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            index = next
            // Most are Han characters, which are neither.
            if value &- 0x4E00 < 0x5200 {
                wasBlank = false
                found.append(value)
                continue
            }
            if ScalarClass.isBlank(value) {
                wasBlank = true
                continue
            }
            if value == 0x2A || value == 0x23 { continue }
            let folded = ScalarClass.folded(value)
            if wasBlank, isDigit(folded), let last = found.last, isDigit(last) { found.append(0x20) }
            wasBlank = false
            found.append(folded)
        }
        return found
    }

    /// The date that starts at `start`; without a year of its own where `year` is given.
    static func day(_ text: [UInt32], at start: Int, year given: Int? = nil) -> (day: Day, end: Int)? {
        var index = start
        var year = given
        // 年 月 日, or one mark for both.
        var mark: UInt32 = 0
        if let own = figure(text, &index, digits: 4) {
            guard index < text.count else { return nil }
            if [0x2D, 0x2F, 0x2E].contains(text[index]) {
                mark = text[index]
            } else if text[index] != 0x5E74 {
                return nil
            }
            index += 1
            year = own
        }
        guard let year, let month = figure(text, &index, digits: 2), index < text.count,
            text[index] == (mark == 0 ? 0x6708 : mark)
        else { return nil }
        index += 1
        guard let date = figure(text, &index, digits: 2) else { return nil }
        if mark == 0 {
            guard index < text.count, text[index] == 0x65E5 else { return nil }
            index += 1
        }
        let day = Day(year: year, month: month, day: date)
        return day.isPlausible ? (day, index) : nil
    }

    /// The year of `2024年1月至12月` at `start`.
    static func monthsOfYear(_ text: [UInt32], at start: Int) -> Int? {
        var index = start
        guard let year = figure(text, &index, digits: 4), index < text.count, text[index] == 0x5E74 else { return nil }
        index += 1
        guard figure(text, &index, digits: 2) == 1, index + 1 < text.count else { return nil }
        if text[index] == 0x6708 { index += 1 }
        guard index < text.count, [0x81F3, 0x5230, 0x2D, 0x7E].contains(text[index]) else { return nil }
        index += 1
        guard figure(text, &index, digits: 2) == 12, index < text.count, text[index] == 0x6708 else { return nil }
        return year
    }

    private static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

    /// A figure of exactly four digits of either kind, or of one or two; 元 is the first month.
    private static func figure(_ text: [UInt32], _ index: inout Int, digits: Int) -> Int? {
        var at = index
        var value = 0
        var count = 0
        if digits == 4 {
            while at < text.count, count < 4 {
                // A blank between the digits of a year parts nothing.
                if text[at] == 0x20 && count > 0 { at += 1 }
                guard at < text.count,
                    let digit = ScalarClass.digit(text[at]).map(Int.init)
                        ?? ChineseNumber.digit(text[at] == 0x25CB ? 0x3007 : text[at]).map(Int.init)
                else { break }
                value = value * 10 + digit
                count += 1
                at += 1
            }
            guard count == 4, at >= text.count || ScalarClass.digit(text[at]) == nil else { return nil }
        } else if at < text.count, text[at] == 0x5143 {
            (value, at) = (1, at + 1)
        } else if let first = digit(text, at) {
            (value, at) = (first, at + 1)
            // 1 2月: one figure where the unit follows, else a date and a time.
            let isBlank = at < text.count && text[at] == 0x20
            let next = isBlank ? at + 1 : at
            if let second = digit(text, next), !isBlank || digit(text, next + 1) == nil && isUnit(text, next + 1) {
                (value, at) = (value * 10 + second, next + 1)
            }
            guard digit(text, at) == nil else { return nil }
        } else {
            var number = ChineseNumber()
            while at < text.count, number.feed(text[at]) { at += 1 }
            guard let read = number.value, read.scale == 0, read.mantissa > 0, read.mantissa < 32 else { return nil }
            value = Int(read.mantissa)
        }
        index = at
        return value
    }

    private static func digit(_ text: [UInt32], _ index: Int) -> Int? {
        index < text.count ? ScalarClass.digit(text[index]).map(Int.init) : nil
    }

    /// 月 or 日
    private static func isUnit(_ text: [UInt32], _ index: Int) -> Bool {
        index < text.count && (text[index] == 0x6708 || text[index] == 0x65E5)
    }
}
