/// A number in Chinese or Arabic figures, or both: `一百零五`, `1.2万`, `3千`, `五万三千`, `12,480`.
///
/// Scalars are fed one after the other, already folded to half width; what does not belong to the number is refused and ends
/// it. Nothing is guessed: `一百二` (120 or 102), `三五` (a vague "three to five") and numbers too long to be exact have no value.
public struct ChineseNumber: Hashable, Sendable {
    /// True where a Chinese figure (not only 万 or 亿 behind Arabic ones) took part.
    public private(set) var isHan = false
    /// True where digits stood behind a decimal point.
    public private(set) var hasFraction = false
    /// True where 万, 亿, 千, 百 or 十 took part.
    public private(set) var hasMultiplier = false
    /// Scalars taken.
    public private(set) var length = 0

    /// 亿 and 万 parts already closed.
    private var total: Int64 = 0
    /// The part below 万, without ``current``.
    private var section: Int64 = 0
    /// Digits read and not yet multiplied.
    private var current: Int64 = 0
    /// Digits of ``current`` behind the point.
    private var fraction = 0
    private var digits = 0
    private var isBroken = false
    private var pointPending = false
    /// Digits behind the point that a multiplier left over: 1.23456万.
    private var leftover = 0
    private var zeroSeen = false
    /// The last multiplier; the next must be smaller within a section.
    private var lastMultiplier: Int64 = 0

    public init() {}

    /// Takes a scalar, or answers false where it is no part of a number.
    public mutating func feed(_ scalar: UInt32) -> Bool {
        if scalar >= 0x30 && scalar <= 0x39 {
            take(digit: Int64(scalar - 0x30), isHan: false)
        } else if scalar == 0x2E || scalar == 0x70B9 {
            guard digits > 0, isHan == (scalar == 0x70B9), fraction == 0, !pointPending else { return false }
            pointPending = true
        } else if let digit = ChineseNumber.digit(scalar) {
            take(digit: Int64(digit), isHan: true)
        } else if let multiplier = ChineseNumber.multiplier(scalar) {
            if pointPending { return false }
            multiply(by: multiplier)
        } else {
            return false
        }
        length += 1
        return true
    }

    /// The value as mantissa / 10^scale; nil where the figures make no exact number.
    public var value: (mantissa: Int64, scale: UInt8)? {
        guard !isBroken, length > 0, !pointPending else { return nil }
        // 一百二: no telling which place the last digit has.
        if isHan && digits > 0 && lastMultiplier > 10 && !zeroSeen && fraction == 0 { return nil }
        var (sum, overflow) = total.addingReportingOverflow(section)
        guard !overflow else { return nil }
        for _ in 0..<fraction {
            (sum, overflow) = sum.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
        }
        (sum, overflow) = sum.addingReportingOverflow(current)
        return overflow ? nil : (sum, UInt8(fraction + leftover))
    }

    /// 0 ... 9 for 〇 零 一 … 九 and 两.
    public static func digit(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x3007, 0x96F6: 0
        case 0x4E00: 1
        case 0x4E8C, 0x4E24: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        default: nil
        }
    }

    /// 10, 100, 1,000, 10,000 or 100,000,000 for 十 百 千 万 亿.
    public static func multiplier(_ scalar: UInt32) -> Int64? {
        switch scalar {
        case 0x5341: 10
        case 0x767E: 100
        case 0x5343: 1000
        case 0x4E07: 10_000
        case 0x4EBF: 100_000_000
        default: nil
        }
    }

    private mutating func take(digit: Int64, isHan han: Bool) {
        if leftover > 0 { isBroken = true }
        if han {
            isHan = true
            // Two Chinese digits in a row are a year or a vague number; 零 may stand before a digit.
            if digits > 0 && !(current == 0 && zeroSeen) && !pointPending && !hasFraction { isBroken = true }
            if digit == 0 { zeroSeen = true }
        } else if digits == 0 && hasMultiplier && isHan {
            isBroken = true
        }
        if pointPending {
            pointPending = false
            hasFraction = true
        }
        if hasFraction { fraction += 1 }
        digits += 1
        if digits > 15 { isBroken = true } else { current = current * 10 + digit }
    }

    private mutating func multiply(by multiplier: Int64) {
        if leftover > 0 { isBroken = true }
        hasMultiplier = true
        if multiplier < 10_000 {
            if digits == 0 || (isHan && current == 0) {
                // 十二; but not 百二, and not 零百.
                isHan = true
                if multiplier != 10 || (digits > 0 && !zeroSeen) { isBroken = true }
                current = 1
            }
            if lastMultiplier != 0 && lastMultiplier <= multiplier { isBroken = true }
            section = add(section, scaled(multiplier))
            lastMultiplier = multiplier
        } else {
            if digits == 0 && section == 0 && total == 0 { isBroken = true }
            let whole = add(digits > 0 && fraction == 0 ? current : 0, section)
            var part = times(whole, multiplier)
            if fraction > 0 { part = add(part, scaled(multiplier)) }
            if multiplier == 10_000 {
                total = add(total, part)
            } else {
                if total != 0 { part = add(part, times(total, multiplier)) }
                total = part
            }
            section = 0
            lastMultiplier = 10_000
        }
        current = 0
        digits = 0
        fraction = 0
        hasFraction = false
        zeroSeen = false
    }

    /// ``current`` times a power of ten. What of its fraction is left stays behind the point, and ends the number.
    private mutating func scaled(_ multiplier: Int64) -> Int64 {
        var product = times(current, multiplier)
        var left = fraction
        while left > 0 && product % 10 == 0 {
            product /= 10
            left -= 1
        }
        if left > 0 && (total != 0 || section != 0) { isBroken = true }
        leftover = left
        return product
    }

    private mutating func add(_ a: Int64, _ b: Int64) -> Int64 {
        let (sum, overflow) = a.addingReportingOverflow(b)
        if overflow { isBroken = true }
        return overflow ? 0 : sum
    }

    private mutating func times(_ a: Int64, _ b: Int64) -> Int64 {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        if overflow { isBroken = true }
        return overflow ? 0 : product
    }
}
