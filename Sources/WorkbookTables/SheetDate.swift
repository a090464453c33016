/// Days as a sheet counts them.
enum SheetDate {
    /// The number of `2024-01-31`; nil for what is no such day or lies before March 1900, where sheets count a day too many.
    static func number(_ text: Span<UInt8>) -> Double? {
        guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D else { return nil }
        var parts = (0, 0, 0)
        for index in 0..<10 where index != 4 && index != 7 {
            guard text[index] >= 0x30, text[index] <= 0x39 else { return nil }
            let digit = Int(text[index] - 0x30)
            switch index {
            case ..<4: parts.0 = parts.0 * 10 + digit
            case ..<7: parts.1 = parts.1 * 10 + digit
            default: parts.2 = parts.2 * 10 + digit
            }
        }
        let (year, month, day) = parts
        guard year >= 1900, month >= 1, month <= 12 else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day >= 1, day <= lengths[month - 1] else { return nil }
        // Years from March on, so that the odd day is the last.
        let shifted = month > 2 ? year : year - 1
        let days = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        // 1899-12-30 by the same count.
        let number = days - 693_899
        return number >= 61 ? Double(number) : nil
    }
}
