/// A date as pages print it: `2024-01-31`, `2024年1月31日`, `2024/1/31 08:00`, `20240131`.
enum PrintedDate {
    /// ISO 8601; nil where no date of the Gregorian calendar stands at or near the start.
    static func iso(_ text: String) -> String? {
        var numbers: [Int] = []
        var digits = 0
        var value = 0
        for scalar in text.unicodeScalars {
            var digit = Int(scalar.value) - 0x30
            if scalar.value >= 0xFF10 && scalar.value <= 0xFF19 { digit = Int(scalar.value) - 0xFF10 }
            if digit >= 0 && digit <= 9 && digits < 8 {
                value = value * 10 + digit
                digits += 1
                continue
            }
            close(&numbers, &digits, &value)
            if numbers.count >= 3 { break }
            if !numbers.isEmpty && !"年月-/. ．－—".unicodeScalars.contains(scalar) { numbers.removeAll() }
        }
        close(&numbers, &digits, &value)
        guard numbers.count >= 3 else { return nil }
        let (year, month, day) = (numbers[0], numbers[1], numbers[2])
        guard (1949...2100).contains(year), (1...12).contains(month), (1...days(month, year)).contains(day) else {
            return nil
        }
        return "\(year)-\(padded(month))-\(padded(day))"
    }

    /// Takes the number just read. A date starts with a year of four digits, or is one number of eight.
    private static func close(_ numbers: inout [Int], _ digits: inout Int, _ value: inout Int) {
        defer {
            digits = 0
            value = 0
        }
        switch digits {
        case 0: return
        case 8 where numbers.isEmpty: numbers = [value / 10_000, value / 100 % 100, value % 100]
        case 4: numbers = [value]
        case 1...2 where !numbers.isEmpty: numbers.append(value)
        default: numbers.removeAll()
        }
    }

    private static func days(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
