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

        var isPlausible: Bool { (1..<13).contains(month) && (1..<32).contains(day) && (1990..<2100).contains(year) }
    }

    /// The scalars of a line, folded to half width, blanks left out.
    static func scalars(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt32] {
        var found: [UInt32] = []
        found.reserveCapacity(range.count / 2)
        var index = range.lowerBound
        while index < range.upperBound {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            index = next
            if !ScalarClass.isBlank(value) && value != 0x2A && value != 0x23 { found.append(ScalarClass.folded(value)) }
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

    /// A figure of exactly four digits, or of one or two.
    private static func figure(_ text: [UInt32], _ index: inout Int, digits: Int) -> Int? {
        var at = index
        var value = 0
        var count = 0
        while at < text.count, let digit = ScalarClass.digit(text[at]) {
            value = value * 10 + Int(digit)
            count += 1
            at += 1
            if count > 4 { return nil }
        }
        if count > 0 {
            guard digits == 4 ? count == 4 : count <= 2 else { return nil }
            index = at
            return value
        }
        if digits == 4 {
            while at < text.count, count < 4, let digit = ChineseNumber.digit(text[at] == 0x25CB ? 0x3007 : text[at]) {
                value = value * 10 + Int(digit)
                count += 1
                at += 1
            }
            guard count == 4 else { return nil }
        } else {
            var number = ChineseNumber()
            while at < text.count, number.feed(text[at]) { at += 1 }
            guard let read = number.value, read.scale == 0, read.mantissa > 0, read.mantissa < 32 else { return nil }
            value = Int(read.mantissa)
        }
        index = at
        return value
    }
}
