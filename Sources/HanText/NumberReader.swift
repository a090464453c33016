/// A printed figure as it stands at one place of a text.
public struct PrintedNumber: Equatable, Sendable {
    /// Digits without point and separators, with the sign.
    public var mantissa: Int64
    /// How many of the digits stood behind the point.
    public var scale: UInt8
    /// Where the figure ends, unit and remark left out.
    public var end: Int
    /// True for `3`, `12`; false where a sign, a separator or a point stood.
    public var isPlain: Bool
    /// How many signs stood in front.
    public var signs: Int
    public var digits: Int
}

/// Reads figures: full-width digits, thousands separators, signs, decimals.
public enum NumberReader {
    /// Reads the figure that starts at `start`; nil where none starts there, or where it is too long to be exact.
    ///
    /// Thousands separators count only in groups of three. A point must have digits on both sides.
    public static func read(_ text: Span<UInt8>, from start: Int, to end: Int) -> PrintedNumber? {
        var index = start
        var signs = 0
        var isNegative = false
        while index < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            let folded = ScalarClass.folded(value)
            guard folded == 0x2B || folded == 0x2D else { break }
            signs += 1
            if folded == 0x2D { isNegative = true }
            index = next
            if signs > 4 { return nil }
        }
        var mantissa: Int64 = 0
        var digits = 0
        var groupDigits = 0
        var grouped = false
        var last = index
        while index < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            if let digit = ScalarClass.digit(value) {
                digits += 1
                groupDigits += 1
                if digits > 15 { return nil }
                mantissa = mantissa * 10 + Int64(digit)
                index = next
                last = next
                continue
            }
            // A separator must part one to three digits from exactly three.
            let folded = ScalarClass.folded(value)
            guard folded == 0x2C || value == 0x2019, digits > 0, grouped ? groupDigits == 3 : digits <= 3,
                digitCount(text, from: next, to: end) == 3
            else { break }
            grouped = true
            groupDigits = 0
            index = next
        }
        guard digits > 0 else { return nil }
        var scale = 0
        if last < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: last)
            if ScalarClass.folded(value) == 0x2E {
                let count = digitCount(text, from: next, to: end)
                if count > 0 {
                    guard digits + count <= 17 else { return nil }
                    index = next
                    for _ in 0..<count {
                        let (value, next) = UTF8Cursor.scalar(in: text, at: index)
                        mantissa = mantissa * 10 + Int64(ScalarClass.digit(value) ?? 0)
                        index = next
                    }
                    scale = count
                    last = index
                }
            }
        }
        return PrintedNumber(
            mantissa: isNegative ? -mantissa : mantissa, scale: UInt8(scale), end: last,
            isPlain: signs == 0 && scale == 0 && !grouped, signs: signs, digits: digits + scale)
    }

    private static func digitCount(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        var count = 0
        while index < end && count < 13 {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            guard ScalarClass.digit(value) != nil else { break }
            count += 1
            index = next
        }
        return count
    }
}
