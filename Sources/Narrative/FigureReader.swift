internal import HanText
internal import ReportModel

/// Reads a figure with its measure word, and tells a count from what is none.
struct FigureReader {
    let lexicon: FactLexicon

    /// - Returns: the number, and the codes it takes, measure word included.
    func read(_ codes: Span<Glyph>, at index: Int, startsParagraph: Bool) -> (NumberToken, start: Int, end: Int) {
        var number = NumberToken(role: .bare, value: DecimalValue(0))
        var start = index
        if FigureReader.isPercentPrefix(codes, index) {
            number.role = .rate
            start = index + 3
        }
        var (figure, end) = figures(codes, from: start, isPercentage: start > index)
        if !startsParagraph, number.role == .bare, let spaced = spaced(codes, start, end) { (figure, end) = spaced }
        // `1.3件`: the list number 1., then three.
        if startsParagraph, figure.hasFraction, let point = FigureReader.point(codes, index, end), point + 1 < end {
            let (second, secondEnd) = figures(codes, from: point + 1, isPercentage: false)
            if unit(codes, at: secondEnd).map({ !isFractional($0) }) ?? false {
                start = point + 1
                (figure, end) = (second, secondEnd)
            }
        }
        number.isHan = figure.isHan
        number.isYear = FigureReader.looksLikeYear(codes, start, end)
        let before = index > 0 ? codes[code: index - 1] : 0
        if FigureReader.isTrap(before: before, index > 1 ? codes[code: index - 2] : 0) { number.role = .trap }

        // 余, 多, 来 stand before or within the multiplier: 1200余条, 10余万条.
        if end < codes.count, codes[code: end] == 0x4F59 || codes[code: end] == 0x591A || codes[code: end] == 0x6765 {
            let next = end + 1
            var more = figure
            var after = next
            while after < codes.count, ChineseNumber.multiplier(UInt32(codes[code: after])) ?? 0 >= 10_000,
                more.feed(UInt32(codes[code: after]))
            { after += 1 }
            if after > next {
                (figure, end) = (more, after)
                number.isApproximate = true
            } else if unit(codes, at: next) != nil {
                end = next
                number.isApproximate = true
            }
        } else if end < codes.count, codes[code: end] == 0x51E0 {
            number.role = .trap  // 十几
        }

        let value: (mantissa: Int64, scale: UInt8)? =
            if let exact = figure.value {
                exact
            } else if number.isApproximate {
                FigureReader.round(codes, start)
            } else if FigureReader.isNear(before), end == start + 1, unit(codes, at: end) != nil,
                let multiplier = ChineseNumber.multiplier(UInt32(codes[code: start]))
            {
                (multiplier, 0)  // 近千条
            } else if start > index && end == start + 1 && codes[code: start] == 0x767E {
                (100, 0)  // 百分之百
            } else {
                nil
            }
        guard let value else { return (trap(number), index, end) }
        number.value = DecimalValue(mantissa: value.mantissa, scale: value.scale)
        if number.role == .rate { return (number, index, end) }
        return finish(number, codes, start: start, index: index, end: end, hasFraction: value.scale > 0)
    }

    private func finish(
        _ number: NumberToken, _ codes: Span<Glyph>, start: Int, index: Int, end: Int, hasFraction: Bool
    ) -> (NumberToken, start: Int, end: Int) {
        var number = number
        var end = end
        if end < codes.count {
            let next = codes[code: end]
            let afterNext = end + 1 < codes.count ? codes[code: end + 1] : 0
            if next == 0x25 || next == 0x2030 {
                if number.role != .trap { number.role = .rate }
                let end = remark(codes, end + 1, &number)
                return (number, index, end)
            }
            if FigureReader.isTrap(after: next, afterNext) { return (trap(number), index, end) }
        }
        var unitStart = end
        // 12（件）
        if end + 2 < codes.count, codes[code: end] == 0x28,
            let (_, after) = lexicon.units.longest(in: codes, at: end + 1),
            after < codes.count, codes[code: after] == 0x29
        {
            unitStart = end + 1
        }
        if unitStart < codes.count, let (entry, after) = lexicon.units.longest(in: codes, at: unitStart) {
            let classes = lexicon.unitClasses[entry]
            end = unitStart > end ? after + 1 : after
            number.unit = Int32(entry)
            if classes.contains(lexicon.unitBits.none) { return (trap(number), index, end) }
            if number.role != .trap {
                if classes.contains(lexicon.unitBits.percent) || classes.contains(lexicon.unitBits.times) {
                    number.role = .rate
                } else if hasFraction && !isFractional(classes) {
                    number.role = .trap
                } else {
                    number.role = .counted
                }
            }
            end = remark(codes, end, &number)
        } else if number.role == .bare && (hasFraction || (number.isHan && number.value.mantissa != 0)) {
            number.role = .trap
        }
        return (number, index, end)
    }

    /// 左右 and 以上 behind a measure word make the number approximate, 以内 makes it a limit.
    private func remark(_ codes: Span<Glyph>, _ index: Int, _ number: inout NumberToken) -> Int {
        guard index < codes.count, let (entry, end) = lexicon.afters.longest(in: codes, at: index) else { return index }
        if lexicon.afterEntries[entry].contains(lexicon.bits.limit) { number.isLimit = true }
        guard lexicon.afterEntries[entry].contains(lexicon.bits.approximate) else { return index }
        number.isApproximate = true
        return end
    }

    private func isFractional(_ classes: UnitClasses) -> Bool {
        classes.contains(lexicon.unitBits.money) || classes.contains(lexicon.unitBits.percent)
            || classes.contains(lexicon.unitBits.times) || classes.contains(lexicon.unitBits.fractional)
    }

    private func unit(_ codes: Span<Glyph>, at index: Int) -> UnitClasses? {
        guard index < codes.count, let (entry, _) = lexicon.units.longest(in: codes, at: index) else { return nil }
        let classes = lexicon.unitClasses[entry]
        return classes.contains(lexicon.unitBits.none) ? nil : classes
    }

    private func trap(_ number: NumberToken) -> NumberToken {
        var number = number
        number.role = .trap
        return number
    }

    private func figures(_ codes: Span<Glyph>, from start: Int, isPercentage: Bool) -> (ChineseNumber, end: Int) {
        var figure = ChineseNumber()
        var index = start
        while index < codes.count {
            let code = codes[code: index]
            if code == 0x2C, FigureReader.isThousands(codes, index, from: start) {
                index += 1
                continue
            }
            if code == 0x2E, index + 1 >= codes.count || !FigureReader.isDigit(codes[code: index + 1]) { break }
            // 九点五 is a number in 百分之九点五; else 点 is the hour.
            if code == 0x70B9 {
                guard isPercentage, index + 1 < codes.count, ChineseNumber.digit(UInt32(codes[code: index + 1])) != nil
                else { break }
            }
            guard figure.feed(UInt32(code)) else { break }
            index += 1
        }
        return (figure, index)
    }

    /// A figure whose groups of three blanks part, with a measure word behind it: `12 845条`; nil where it is none.
    private func spaced(_ codes: Span<Glyph>, _ start: Int, _ first: Int) -> (ChineseNumber, end: Int)? {
        guard (1...3).contains(first - start), FigureReader.isDigit(codes[code: first - 1]), codes[code: start] != 0x30 else { return nil }
        var before = start - 1
        while before >= 0, codes[code: before] == 0x20 { before -= 1 }
        // Behind 表, 图, digits and letters a figure may be a number of its own.
        guard before >= 0, codes[code: before] >= 0x4E00, codes[code: before] != 0x8868, codes[code: before] != 0x56FE else { return nil }
        var end = first
        while end + 3 < codes.count, codes[code: end] == 0x20, (1...3).allSatisfy({ FigureReader.isDigit(codes[code: end + $0]) }) { end += 4 }
        guard end > first else { return nil }
        let unitStart = end < codes.count && codes[code: end] == 0x20 ? end + 1 : end
        guard unit(codes, at: unitStart) != nil else { return nil }
        var figure = ChineseNumber()
        for index in start..<end where codes[code: index] != 0x20 {
            guard figure.feed(UInt32(codes[code: index])) else { return nil }
        }
        return (figure, end)
    }

    /// 百余, 千多, 万余 without a figure in front.
    private static func round(_ codes: Span<Glyph>, _ start: Int) -> (mantissa: Int64, scale: UInt8)? {
        guard let multiplier = ChineseNumber.multiplier(UInt32(codes[code: start])), start + 1 < codes.count,
            codes[code: start + 1] == 0x4F59 || codes[code: start + 1] == 0x591A
        else { return nil }
        return (multiplier, 0)
    }

    /// 近 逾 超: in front of 百, 千 or 万 alone they make it a number.
    private static func isNear(_ code: UInt16) -> Bool { code == 0x8FD1 || code == 0x903E || code == 0x8D85 }

    static func isDigit(_ code: UInt16) -> Bool { code >= 0x30 && code <= 0x39 }

    private static func isLatin(_ code: UInt16) -> Bool { (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7A }

    /// A comma counts as a separator only between one to three digits and groups of exactly three.
    private static func isThousands(_ codes: Span<Glyph>, _ comma: Int, from start: Int) -> Bool {
        var before = comma - 1
        while before >= start && isDigit(codes[code: before]) { before -= 1 }
        let group = comma - 1 - before
        let isFirst = before < start
        guard isFirst ? (1...3).contains(group) : (group == 3 && codes[code: before] == 0x2C) else { return false }
        if isFirst && codes[code: comma - group] == 0x30 { return false }
        var after = comma + 1
        while after < codes.count && isDigit(codes[code: after]) { after += 1 }
        return after - comma - 1 == 3
    }

    private static func point(_ codes: Span<Glyph>, _ start: Int, _ end: Int) -> Int? {
        var index = start
        while index < end {
            if codes[code: index] == 0x2E { return index }
            index += 1
        }
        return nil
    }

    private static func isPercentPrefix(_ codes: Span<Glyph>, _ index: Int) -> Bool {
        index + 3 < codes.count && codes[code: index + 1] == 0x5206 && codes[code: index + 2] == 0x4E4B
            && (codes[code: index] == 0x767E || codes[code: index] == 0x5343)
    }

    private static func looksLikeYear(_ codes: Span<Glyph>, _ start: Int, _ end: Int) -> Bool {
        guard end - start == 4 else { return false }
        var value = 0
        for index in start..<end {
            guard isDigit(codes[code: index]) else { return false }
            value = value * 10 + Int(codes[code: index] - 0x30)
        }
        return value >= 1949 && value <= 2100
    }

    /// What stands before a figure that is no count: 第, 前, Latin letters, and the joints of dates, numbers and addresses.
    private static func isTrap(before: UInt16, _ beforeThat: UInt16) -> Bool {
        switch before {
        case 0x7B2C, 0x524D: true  // 第 前
        case 0x20: isDigit(beforeThat)
        case 0x2D, 0x2F, 0x3A, 0x2E, 0x5F, 0x3D, 0x2B, 0x7E, 0x40, 0x26, 0xB7, 0xD7, 0x58, 0x81F3, 0x5230:
            isDigit(beforeThat) || isLatin(beforeThat)
        default: isLatin(before)
        }
    }

    private static func isTrap(after next: UInt16, _ afterNext: UInt16) -> Bool {
        switch next {
        case 0x2D, 0x2F, 0x3A, 0x7E, 0x5F, 0x2B, 0xD7, 0xB7, 0x81F3, 0x5230, 0x2E:
            isDigit(afterNext) || isLatin(afterNext)
        case 0x40, 0x3D, 0x26: true
        case 0x20: isDigit(afterNext)
        default: isLatin(next)
        }
    }
}
