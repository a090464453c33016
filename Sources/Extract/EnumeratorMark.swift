internal import HanText

/// The number in front of a row's label: `三、`, `（三）`, `3.`
struct EnumeratorMark {
    var kind: Piece.EnumeratorKind
    var number: UInt8
    var end: Int

    static func read(
        _ text: Span<UInt8>, _ start: Int, _ end: Int, _ value: UInt32, afterBlank: Bool, previous: UInt32
    ) -> EnumeratorMark? {
        if ScalarClass.folded(value) == 0x28 {
            guard previous != 0x7B2C else { return nil }  // 第二十条第（一）项
            return bracketed(text, UTF8Cursor.scalar(in: text, at: start).next, end)
        }
        guard afterBlank || previous == 0x29 || previous == 0xFF09 else { return nil }
        if ScalarClass.hanOrdinal(value) > 0 { return ordinal(text, start, end) }
        if ScalarClass.digit(value) != nil { return digits(text, start, end) }
        return nil
    }

    private static func bracketed(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> EnumeratorMark? {
        var index = start
        var number = 0
        while index < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            index = next
            let han = ScalarClass.hanOrdinal(value)
            if han > 0 {
                number = number * 10 + han
            } else if let digit = ScalarClass.digit(value) {
                number = number * 10 + Int(digit)
            } else if ScalarClass.folded(value) == 0x29 {
                return number > 0 && number < 100 ? EnumeratorMark(kind: .bracketed, number: UInt8(number), end: index) : nil
            } else if !ScalarClass.isBlank(value) {
                return nil
            }
            if number > 99 { return nil }
        }
        return nil
    }

    private static func ordinal(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> EnumeratorMark? {
        var index = start
        var number = 0
        while index < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            index = next
            let han = ScalarClass.hanOrdinal(value)
            if han > 0 {
                number = number * 10 + han
                if number > 99 { return nil }
            } else if value == 0x3001 || ScalarClass.folded(value) == 0x2E {
                return EnumeratorMark(kind: .ordinal, number: UInt8(number), end: index)
            } else if !ScalarClass.isBlank(value) {
                return nil
            }
        }
        return nil
    }

    private static func digits(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> EnumeratorMark? {
        var index = start
        var number = 0
        while index < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            if let digit = ScalarClass.digit(value) {
                number = number * 10 + Int(digit)
                if number > 30 { return nil }
                index = next
            } else if isPoint(value) {
                // 1.5 is a figure; 1. and a word behind it is a row's number.
                var behind = next
                while behind < end {
                    let (value, next) = UTF8Cursor.scalar(in: text, at: behind)
                    guard ScalarClass.isBlank(value) else {
                        return ScalarClass.digit(value) == nil && number > 0
                            ? EnumeratorMark(kind: .digits, number: UInt8(number), end: behind) : nil
                    }
                    behind = next
                }
                return number > 0 ? EnumeratorMark(kind: .digits, number: UInt8(number), end: behind) : nil
            } else {
                return number > 0 && ScalarClass.isBlank(value) ? apart(text, next, end, UInt8(number)) : nil
            }
        }
        return nil
    }

    private static func isPoint(_ value: UInt32) -> Bool {
        value == 0x3001 || ScalarClass.folded(value) == 0x2E || ScalarClass.folded(value) == 0x29
    }

    /// `1 .属于国家秘密`: a blank in front of the point, and a word behind it.
    private static func apart(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ number: UInt8) -> EnumeratorMark? {
        guard start < end else { return nil }
        let (value, next) = UTF8Cursor.scalar(in: text, at: start)
        guard value == 0x3001 || ScalarClass.folded(value) == 0x2E else { return nil }
        var index = next
        while index < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            guard ScalarClass.isBlank(value) else {
                return value >= 0x4E00 && value <= 0x9FFF ? EnumeratorMark(kind: .digits, number: number, end: index) : nil
            }
            index = next
        }
        return nil
    }
}
