internal import HanText

/// A value in print: a figure with its unit and remark, or a dash that stands for an empty cell.
struct ValueToken {
    var kind: Piece.Kind
    /// Behind the figure.
    var end: Int
    /// Behind unit and remark.
    var rawEnd: Int
    var integer: Int64?

    init(kind: Piece.Kind, end: Int, rawEnd: Int, integer: Int64?) {
        self.kind = kind
        self.end = end
        self.rawEnd = rawEnd
        self.integer = integer
    }

    /// A figure of ASCII digits, without unit and remark.
    init(_ value: Int64, end: Int) { self.init(kind: .number, end: end, rawEnd: end, integer: value) }

    /// Reads the value that starts at `index`; nil where what stands there is part of a text.
    ///
    /// - Parameter glued: whether it follows text without a blank between.
    static func read(
        _ text: Span<UInt8>, _ index: Int, _ end: Int, _ value: UInt32, glued: Bool, previous: UInt32
    ) -> ValueToken? {
        let folded = ScalarClass.folded(value)
        let isDigit = folded >= 0x30 && folded <= 0x39
        let isSign = folded == 0x2B || folded == 0x2D
        guard isDigit || isSign || folded == 0x2F || folded == 0x5C || ScalarClass.isDash(value) else { return nil }
        if glued {
            // 第20条, A4, 〔2019〕60号: a figure inside a word. Behind a word of Han characters it may be a cell of its own.
            guard isDigit, previous >= 0x4E00, previous <= 0x9FFF, previous != 0x7B2C else { return nil }
        }
        if isDigit || isSign, let number = NumberReader.read(text, from: index, to: end) {
            guard let rawEnd = behind(text, number.end, end) else { return nil }
            return ValueToken(
                kind: number.signs > 1 ? .junk : .number, end: number.end, rawEnd: rawEnd,
                integer: number.scale == 0 ? number.mantissa : integral(number))
        }
        return glued ? nil : dash(text, index, end)
    }

    /// `3.00` is an integer too.
    private static func integral(_ number: PrintedNumber) -> Int64? {
        var divisor: Int64 = 1
        for _ in 0..<number.scale { divisor *= 10 }
        return number.mantissa % divisor == 0 ? number.mantissa / divisor : nil
    }

    /// A word of dashes or strokes only.
    private static func dash(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> ValueToken? {
        var index = start
        while index < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            if ScalarClass.isBlank(value) { break }
            guard ScalarClass.isDash(value) || value == 0x2F || value == 0xFF0F || value == 0x5C else { return nil }
            index = next
        }
        return ValueToken(kind: .dash, end: index, rawEnd: index, integer: nil)
    }

    /// The end of unit and remark behind a figure; nil where text goes on, so that the figure is part of a sentence.
    private static func behind(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
        let start = noteMark(text, start, end)
        var index = start
        var blanks = 0
        (index, blanks) = skipBlanks(text, index, end)
        if index == end { return start }
        var (value, next) = UTF8Cursor.scalar(in: text, at: index)
        if let unitEnd = unit(text, index, end) {
            let unitEnd = noteMark(text, unitEnd, end)
            let (after, gap) = skipBlanks(text, unitEnd, end)
            if after == end { return unitEnd }
            (value, next) = UTF8Cursor.scalar(in: text, at: after)
            if ScalarClass.folded(value) == 0x28 { return remark(text, after, end).map { noteMark(text, $0, end) } ?? end }
            return gap > 0 ? unitEnd : nil
        }
        let folded = ScalarClass.folded(value)
        if folded == 0x28 || value == 0x3010 || value == 0x3014 {
            // （四） behind a figure is the next row's number, not a remark.
            if EnumeratorMark.read(text, index, end, value, afterBlank: true, previous: 0) != nil { return start }
            return remark(text, index, end).map { noteMark(text, $0, end) } ?? end
        }
        guard blanks > 0 else { return nil }
        _ = next
        // 2024 年, 5 月, 12 %: parts of a sentence.
        switch value {
        case 0x5E74, 0x6708, 0x65E5, 0x53F7, 0x25, 0xFF05, 0x65F6, 0x6279, 0x5C81: return nil
        default: return start
        }
    }

    /// The end of what may stand right behind a figure without being part of it: Markdown's emphasis, or a footnote's mark (`*`, `※`,
    /// `①`, `[1]`); `start` where there is neither.
    private static func noteMark(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var start = start
        while start < end, text[start] == 0x2A || text[start] == 0x5F { start += 1 }
        guard start < end else { return start }
        let (value, next) = UTF8Cursor.scalar(in: text, at: start)
        switch ScalarClass.folded(value) {
        case 0x203B, 0x2460...0x2473, 0xB9, 0xB2, 0xB3, 0x2070...0x2079: return next
        case 0x5B:
            var index = next
            var digits = 0
            while index < end {
                let (value, next) = UTF8Cursor.scalar(in: text, at: index)
                if ScalarClass.folded(value) == 0x5D { return digits == 1 || digits == 2 ? next : start }
                guard ScalarClass.digit(value) != nil else { return start }
                digits += 1
                index = next
            }
            return start
        default: return start
        }
    }

    private static func remark(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
        var index = start
        while index < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            index = next
            if ScalarClass.folded(value) == 0x29 || value == 0x3011 || value == 0x3015 { return index }
        }
        return nil
    }

    private static func skipBlanks(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> (Int, Int) {
        var index = start
        var count = 0
        while index < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            guard ScalarClass.isBlank(value) else { break }
            count += 1
            index = next
        }
        return (index, count)
    }

    /// 件, 个, 项, 条, 次, 宗, 份, 起, 人, 户, 家, 部, 元, 万元, 亿元 and the like.
    private static func unit(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
        var (value, next) = UTF8Cursor.scalar(in: text, at: start)
        if value == 0x4E07 || value == 0x842C || value == 0x4EBF || value == 0x5104 {  // 万 亿
            guard next < end else { return next }
            let (second, behind) = UTF8Cursor.scalar(in: text, at: next)
            if second == 0x5143 { return behind }
            (value, next) = (second, next)
            return ScalarClass.isBlank(second) ? next : nil
        }
        switch value {
        case 0x4EF6, 0x4E2A, 0x500B, 0x9879, 0x6761, 0x6B21, 0x5B97, 0x4EFD, 0x8D77, 0x4EBA, 0x6237, 0x5BB6, 0x90E8, 0x5143:
            return next
        default: return nil
        }
    }
}
