internal import Codebook
internal import HanText
internal import ReportModel

/// Reads the number of a cell, and turns money into yuan.
struct ValueReader {
    /// The value of a printed cell; nil where what stands there is no number, or is too large to be exact.
    ///
    /// The unit in the cell wins over the unit in the header, which wins over the form's own.
    static func value(
        _ text: Span<UInt8>, _ span: SourceSpan, unit: PrintedUnit, header: PrintedMoneyUnit?
    ) -> DecimalValue? {
        guard let number = NumberReader.read(text, from: Int(span.start), to: Int(span.end)), number.signs <= 1 else { return nil }
        let printed = DecimalValue(mantissa: number.mantissa, scale: number.scale)
        // `3.00` is 3, as spreadsheets print it; three places or more may be thousands.
        guard unit != .count else { return number.scale < 3 && !isJoined(text, span, number) ? printed : nil }
        switch cellUnit(text, number.end, Int(span.end)) ?? header ?? (unit == .tenThousandYuan ? .tenThousandYuan : .yuan) {
        case .yuan: return printed
        case .tenThousandYuan: return scaled(printed, 4)
        case .hundredMillionYuan: return scaled(printed, 8)
        }
    }

    /// The value of a print that is a few ASCII digits, as nearly every count is; nil for anything else.
    static func plainCount(_ text: Span<UInt8>, _ span: SourceSpan) -> Int64? {
        guard span.start < span.end, span.end - span.start <= 9, span.end - span.start < 3 || text[Int(span.start)] != 0x30 else {
            return nil
        }
        var value: Int64 = 0
        for index in Int(span.start)..<Int(span.end) {
            let digit = text[index] &- 0x30
            guard digit <= 9 else { return nil }
            value = value &* 10 &+ Int64(digit)
        }
        return value
    }

    /// Whether a figure is several that nothing parts: it begins with a zero, or has more digits than any count.
    private static func isJoined(_ text: Span<UInt8>, _ span: SourceSpan, _ number: PrintedNumber) -> Bool {
        let whole = number.digits - Int(number.scale)
        guard whole >= 3, number.signs == 0 else { return false }
        return whole > 10 || ScalarClass.digit(UTF8Cursor.scalar(in: text, at: Int(span.start)).value) == 0
    }

    private static func scaled(_ value: DecimalValue, _ powers: Int) -> DecimalValue? {
        var mantissa = value.mantissa
        var scale = Int(value.scale)
        for _ in 0..<powers {
            if scale > 0 {
                scale -= 1
            } else {
                let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
                if overflow { return nil }
                mantissa = product
            }
        }
        return DecimalValue(mantissa: mantissa, scale: UInt8(scale))
    }

    private static func cellUnit(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> PrintedMoneyUnit? {
        var index = start
        // （万元） behind the figure.
        while index < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            guard ScalarClass.isBlank(value) || ScalarClass.folded(value) == 0x28 else { break }
            index = next
        }
        var previous: UInt32 = 0
        while index < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            index = next
            if ScalarClass.isBlank(value) { continue }
            switch value {
            case 0x5143:  // 元
                switch previous {
                case 0x4E07, 0x842C: return .tenThousandYuan
                case 0x4EBF, 0x5104: return .hundredMillionYuan
                default: return .yuan
                }
            case 0x4E07, 0x842C, 0x4EBF, 0x5104: previous = value
            default: return previous == 0x4E07 || previous == 0x842C ? .tenThousandYuan : nil
            }
        }
        switch previous {
        case 0x4E07, 0x842C: return .tenThousandYuan
        case 0x4EBF, 0x5104: return .hundredMillionYuan
        default: return nil
        }
    }
}
