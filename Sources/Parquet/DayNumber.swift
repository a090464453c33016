/// Days of the calendar as numbers.
enum DayNumber {
    /// Days from 1970-01-01 to a date written `2024-01-31`; nil where that is no date of the Gregorian calendar.
    static func days(_ text: Span<UInt8>) -> Int? {
        guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D, let year = number(text, 0..<4),
            let month = number(text, 5..<7), let day = number(text, 8..<10), month >= 1, month <= 12, day >= 1,
            day <= length(month, year)
        else { return nil }
        // Years that begin in March, so that the odd day comes last.
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let ofEra = shifted - era * 400
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    private static func length(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func number(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var number = 0
        for index in range {
            guard text[index] >= 0x30, text[index] <= 0x39 else { return nil }
            number = number * 10 + Int(text[index] - 0x30)
        }
        return number
    }
}
