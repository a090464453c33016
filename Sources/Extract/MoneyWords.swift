internal import HanText
internal import ReportModel

/// Finds the money unit that a header prints: 万元, 亿元, 元.
enum MoneyWords {
    /// The first unit between two places, up to a separator or line end; nil where there is none.
    static func unit(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> PrintedMoneyUnit? {
        var index = start
        var previous: UInt32 = 0
        while index < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            index = next
            // A wrap may part 万 from 元.
            let isHalf = previous == 0x4E07 || previous == 0x842C || previous == 0x4EBF || previous == 0x5104
            if value == 0x0A || value == 0x0D, isHalf { continue }
            if value == 0x09 || value == 0x7C || value == 0x0A { return nil }
            if value == 0x5143 {
                switch previous {
                case 0x4E07, 0x842C: return .tenThousandYuan
                case 0x4EBF, 0x5104: return .hundredMillionYuan
                default: return .yuan
                }
            }
            if !ScalarClass.isBlank(value) { previous = value }
        }
        return nil
    }
}
