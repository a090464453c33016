internal import HanText
internal import ReportModel

/// A report's title, and what it says.
struct Title {
    /// First and last line.
    var lines: ClosedRange<Int>
    var text: String
    var issuer: String?
    var year: Int?
    /// Whether it speaks of 公开: a title that does not is taken only where there is no better one.
    var namesDisclosure: Bool
}

/// Finds and reads titles: `某县某镇2024年政府信息公开工作年度报告` and its variants, wrapped or not.
struct TitleReader {
    let scanner = LineScanner()

    private static let disclosure = Array("信息公开".unicodeScalars)
    private static let openness = Array("政务公开".unicodeScalars)
    private static let governmentDisclosure = Array("政府信息公开".unicodeScalars)
    /// What a title is about; whether it is the government's, whose word is part of the subject.
    private static let subjects =
        [(governmentDisclosure, true), (Array("政府信息公開".unicodeScalars), true), (disclosure, false)]
        + ["信息公開", "資訊公開", "政務公開"].map { (Array($0.unicodeScalars), false) } + [(openness, false)]
    private static let people = Array("人民".unicodeScalars)
    private static let about = Array("关于".unicodeScalars)

    /// The title that ends on line `last`; nil where that line ends none. Looks back over at most two wrapped lines.
    func title(_ document: Document, _ text: Span<UInt8>, endingAt last: Int, from lower: Int) -> Title? {
        guard document.lines[last].grid < 0, document.lines[last].span.count <= 3000 else { return nil }
        var range = withoutControls(text, withoutSite(text, scanner.trimmed(text, document.lines[last].span)))
        if range.count > 200, endsLikeTitle(text, range) { range = behindPath(text, range) }
        guard range.count >= 3, range.count <= 200 else { return nil }
        // A wrap may have cut the last word: …年度报 / 告.
        let isTail =
            range.count == 3 && endsTitleWord(document, text, last, range, from: lower)
            || range.count <= 24 && closesNote(document, text, last, range, from: lower)
        guard isTail || range.count >= 6 && endsLikeTitle(text, range) else { return nil }
        guard let own = TitlePrefix.cut([Unicode.Scalar](text, range)), isPlain(own) else { return nil }
        var joined = own
        var first = last
        for step in 0..<3 {
            let title = read(joined, lines: first...last)
            if title.namesDisclosure, title.year != nil, title.issuer != nil { return title }
            guard step < 2, let before = previousLine(document, text, first, from: lower) else {
                return title.namesDisclosure || (title.year != nil && joined.count >= 8) ? title : nil
            }
            let range = scanner.trimmed(text, document.lines[before].span)
            let part = range.count <= 150 ? [Unicode.Scalar](text, range) : []
            // Only what reads on is joined: an issuer's own line, or the beginning of a wrapped title.
            guard !part.isEmpty, isPlain(part),
                title.year == nil || !title.namesDisclosure || TitleReader.endsLikeIssuer(part[...]),
                !(title.namesDisclosure && isSubjectAlone(part))
            else {
                return title.namesDisclosure || title.year != nil ? title : nil
            }
            joined = part + joined
            first = before
        }
        return nil
    }

    /// 政府信息公开, 信息公开年报: a page's menu above a title that names its subject itself.
    private func isSubjectAlone(_ line: [Unicode.Scalar]) -> Bool {
        let title = read(line, lines: 0...0)
        return title.namesDisclosure && title.year == nil && title.issuer == nil
    }

    /// What stands behind the last `>` of a long line: a page's menus and the way to it may stand in front of its title.
    private func behindPath(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var start = range.upperBound
        while start > range.lowerBound && text[start - 1] != 0x3E { start -= 1 }
        return start..<range.upperBound
    }

    /// Reads issuer and year out of a title.
    func read(_ title: [Unicode.Scalar], lines: ClosedRange<Int>) -> Title {
        let scalars = title.filter { $0.value != 0x2A && $0.value != 0x23 && $0.value != 0xFEFF }
        let names = TitleReader.subjects.dropFirst(2).contains { scalars.firstIndex(of: $0.0, ignoringBlanks: true) != nil }
        var found = Title(
            lines: lines, text: String(scalars: scalars[...].trimmedBlanks), issuer: nil, year: nil, namesDisclosure: names)
        guard let (year, before, after) = YearReader.yearInTitle(scalars) else {
            found.issuer = issuer(scalars)
            return found
        }
        found.year = year
        let head = scalars[..<before].trimmedBlanks
        // The year may stand behind: …年度报告（2022年度）.
        found.issuer = issuer(Array(head)) ?? cleaned(head) ?? issuer(Array(scalars[after...].trimmedBlanks))
        return found
    }

    /// The issuer of a title whose year stands in front, or that has none.
    private func issuer(_ rest: [Unicode.Scalar]) -> String? {
        for (words, isGovernment) in TitleReader.subjects {
            guard let at = rest.firstIndex(of: words, ignoringBlanks: true) else { continue }
            let head = rest[..<at].trimmedBlanks
            if isGovernment && head.hasSuffix(TitleReader.people) {
                return cleaned(head + TitleReader.governmentDisclosure.prefix(2))
            }
            return cleaned(head)
        }
        return nil
    }

    /// Blanks and marks that may stand round an issuer's name.
    private static func isEdge(_ value: UInt32) -> Bool {
        switch value {
        case 0x300A, 0x300B, 0x3010, 0x3011, 0x2014, 0x2D, 0x3A, 0xFF1A, 0x7C, 0x201C, 0x201D, 0x3001: true
        default: ScalarClass.isBlank(value)
        }
    }

    private func cleaned(_ head: ArraySlice<Unicode.Scalar>) -> String? {
        var scalars = head
        // 【年度报告】某局, 标题：某局
        if let mark = scalars.lastIndex(where: { $0.value == 0x3011 || ScalarClass.folded($0.value) == 0x3A }),
            scalars.endIndex - mark > 2
        {
            scalars = scalars[(mark + 1)...]
        }
        scalars = scalars.trimmed(TitleReader.isEdge)
        if scalars.hasPrefix(TitleReader.about) { scalars = scalars.dropFirst(2) }
        if scalars.hasSuffix(TitleReader.about) { scalars = scalars.dropLast(2) }
        scalars = scalars.trimmedBlanks
        return (2...40).contains(scalars.count) ? String(scalars: scalars) : nil
    }

    private func endsLikeTitle(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var index = range.upperBound
        // A note in brackets may stand behind: （全文）, （公示）.
        let (final, beforeFinal) = UTF8Cursor.scalarBefore(in: text, index, from: range.lowerBound)
        if final == 0x300B {
            index = beforeFinal
        } else if ScalarClass.folded(final) == 0x29 {
            var at = beforeFinal
            var steps = 0
            while at > range.lowerBound && steps < 8 {
                let (value, before) = UTF8Cursor.scalarBefore(in: text, at, from: range.lowerBound)
                at = before
                steps += 1
                if ScalarClass.folded(value) == 0x28 { break }
            }
            if steps < 8 && at > range.lowerBound { index = at }
        }
        var last: UInt32 = 0
        var previous: UInt32 = 0
        (last, index) = UTF8Cursor.scalarBefore(in: text, index, from: range.lowerBound)
        while index > range.lowerBound {
            (previous, index) = UTF8Cursor.scalarBefore(in: text, index, from: range.lowerBound)
            if !ScalarClass.isBlank(previous) { break }
        }
        // 报告, 報告, 报吿, 年报, 年報
        if last == 0x544A || last == 0x543F { return previous == 0x62A5 || previous == 0x5831 }
        return (last == 0x62A5 || last == 0x5831) && previous == 0x5E74
    }

    /// A page's title in a line of text may end in the site's name: …年度报告_某县人民政府网.
    private func withoutSite(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        guard range.count > 24 else { return range }
        switch UTF8Cursor.scalarBefore(in: text, range.upperBound, from: range.lowerBound).value {
        case 0x7F51, 0x7AD9, 0x6237, 0x53F0: break  // 网 站 户 台
        default: return range
        }
        guard let mark = range.first(where: { text[$0] == 0x5F || text[$0] == 0x7C || text[$0] == 0x2D }),
            mark > range.lowerBound
        else { return range }
        return scanner.trimmed(text, SourceSpan(range.lowerBound, mark))
    }

    /// Leaves out what sets the size of a page's letters: 字号：[大 中 小].
    private func withoutControls(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        guard range.count > 24 else { return range }
        switch UTF8Cursor.scalarBefore(in: text, range.upperBound, from: range.lowerBound).value {
        case 0x5D, 0x3011, 0xFF3D: break
        default: return range
        }
        // 字 with 号 or 体 behind it.
        let controls = range.first { index in
            index + 6 <= range.upperBound && text[index] == 0xE5 && text[index + 1] == 0xAD && text[index + 2] == 0x97
                && ((text[index + 3] == 0xE5 && text[index + 4] == 0x8F && text[index + 5] == 0xB7)
                    || (text[index + 3] == 0xE4 && text[index + 4] == 0xBD && text[index + 5] == 0x93))
        }
        guard var end = controls, end > range.lowerBound + 24 else { return range }
        let (opening, start) = UTF8Cursor.scalarBefore(in: text, end, from: range.lowerBound)
        if opening == 0x5B || opening == 0x3010 || opening == 0xFF3B { end = start }
        return scanner.trimmed(text, SourceSpan(range.lowerBound, end))
    }

    private func endsTitleWord(
        _ document: Document, _ text: Span<UInt8>, _ line: Int, _ range: Range<Int>, from lower: Int
    ) -> Bool {
        let (last, _) = UTF8Cursor.scalar(in: text, at: range.lowerBound)
        guard last == 0x544A || last == 0x543F || last == 0x62A5 || last == 0x5831,
            let before = previousLine(document, text, line, from: lower)
        else { return false }
        let above = scanner.trimmed(text, document.lines[before].span)
        let (previous, _) = UTF8Cursor.scalarBefore(in: text, above.upperBound, from: above.lowerBound)
        return last == 0x544A || last == 0x543F ? previous == 0x62A5 || previous == 0x5831 : previous == 0x5E74
    }

    /// Whether a line is the end of a note in brackets that begins behind a title on the line above: …年度报告（20 / 19年度）.
    private func closesNote(
        _ document: Document, _ text: Span<UInt8>, _ line: Int, _ range: Range<Int>, from lower: Int
    ) -> Bool {
        guard ScalarClass.folded(UTF8Cursor.scalarBefore(in: text, range.upperBound, from: range.lowerBound).value) == 0x29,
            let before = previousLine(document, text, line, from: lower)
        else { return false }
        let above = scanner.trimmed(text, document.lines[before].span)
        guard above.count <= 200 else { return false }
        let joined = [Unicode.Scalar](text, above) + [Unicode.Scalar](text, range)
        guard let open = joined.lastIndex(where: { ScalarClass.folded($0.value) == 0x28 }), open >= 2, joined.count - open <= 12 else {
            return false
        }
        let end = (joined[open - 2].value, joined[open - 1].value)
        return end == (0x62A5, 0x544A) || end == (0x5831, 0x544A) || end == (0x5E74, 0x62A5) || end == (0x5E74, 0x5831)
    }

    /// Whether no mark of a sentence or of a path stands in a text.
    private func isPlain(_ text: [Unicode.Scalar]) -> Bool {
        !text.contains {
            switch $0.value {
            case 0x3002, 0xFF1B, 0xFF0C, 0x3E, 0x2C: true
            default: false
            }
        }
    }

    private static let issuerEnds = Array("镇乡县市区州盟旗省府局委厅会处院所办站队校心社部署司鎮鄉縣區廳會處場场公室道".unicodeScalars)

    /// Whether a short text ends in a word such as 局, 镇, 办公室.
    static func endsLikeIssuer(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard text.count <= 25, let last = text.trimmedBlanks.last else { return false }
        return issuerEnds.contains(last)
    }

    private func previousLine(_ document: Document, _ text: Span<UInt8>, _ line: Int, from lower: Int) -> Int? {
        var before = line - 1
        while before >= lower && before >= line - 3 {
            if document.lines[before].grid >= 0 { return nil }
            if !scanner.trimmed(text, document.lines[before].span).isEmpty { return before }
            before -= 1
        }
        return nil
    }
}
