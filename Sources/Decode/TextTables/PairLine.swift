/// A line read as a label and pairs of a name and a value.
struct PairLine {
    struct Pair {
        var key: [UInt32]
        var value: [UInt32]
        /// A mark of its own parts the name from the value.
        var isLinked = true
    }

    var label: [UInt32] = []
    var pairs: [Pair] = []
    /// Whether nothing but marks stands between the pairs and behind them.
    private(set) var isPure = true

    var isEmpty: Bool { label.isEmpty && pairs.isEmpty }

    /// - Parameter known: names that may stand without a value.
    init(_ line: [UInt32], known: Set<[UInt32]> = []) {
        var start = 0
        var at = 0
        while at < line.count {
            guard let end = value(line, at) else {
                at += 1
                continue
            }
            take(line[start..<at], value: line[at..<end.figure], known)
            start = end.whole
            at = end.whole
        }
        takeRest(line[start...], known)
    }

    // MARK: - Values

    /// The ends of a value that begins here, without and with its unit; nil where there is none, or where text goes on behind it.
    private func value(_ line: [UInt32], _ start: Int) -> (figure: Int, whole: Int)? {
        guard start > 0, CellText.isDigit(line[start]) || isDash(line[start]) else { return nil }
        let before = line[start - 1]
        guard !CellText.isDigit(before), before != 0x2E, before != 0x2D || isDash(line[start]), !isLetter(before) else { return nil }
        var end = start
        if isDash(line[end]) {
            // A dash is a value behind a colon only; a sign stands right in front of its figure.
            let isSign = end + 1 < line.count && CellText.isDigit(line[end + 1])
            let mark = line[..<start].last { !CellText.isBlank($0) } ?? 0
            guard isSign || isColon(mark) else { return nil }
            end += 1
        }
        while end < line.count, CellText.isDigit(line[end]) || isPoint(line, end) { end += 1 }
        var whole = end
        while whole < line.count, CellText.isBlank(line[whole]) { whole += 1 }
        let unit = PairLine.units.first { line[whole...].starts(with: $0) }
        let figure = remark(line, unit == nil ? end : whole + (unit?.count ?? 0))
        whole = figure
        guard whole == line.count || isBoundary(line[whole]) else { return nil }
        return (figure, whole)
    }

    static let units = ["万元", "件", "个", "条", "项", "次", "元", "份", "宗", "起"].map { $0.unicodeScalars.map(\.value) }

    /// Behind a footnote's mark or a remark in brackets: `22（其中修订 6 件）`, `22①`, `22[1]`.
    private func remark(_ line: [UInt32], _ start: Int) -> Int {
        guard start < line.count else { return start }
        switch line[start] {
        case 0x203B, 0x2460...0x2473: return start + 1
        case 0x28, 0xFF08, 0x5B:
            let close = line[start...].prefix(16).firstIndex { $0 == 0x29 || $0 == 0xFF09 || $0 == 0x5D }
            return close.map { $0 + 1 } ?? start
        default: return start
        }
    }

    /// A point between digits, or a comma in front of three of them.
    private func isPoint(_ line: [UInt32], _ at: Int) -> Bool {
        guard at > 0, CellText.isDigit(line[at - 1]), at + 1 < line.count, CellText.isDigit(line[at + 1]) else { return false }
        if line[at] == 0x2E { return true }
        guard line[at] == 0x2C, at + 3 < line.count, line[(at + 1)...(at + 3)].allSatisfy(CellText.isDigit) else { return false }
        return at + 4 >= line.count || !CellText.isDigit(line[at + 4])
    }

    private func isLetter(_ value: UInt32) -> Bool { (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }

    private func isDash(_ value: UInt32) -> Bool { value == 0x2D || value == 0x2014 || value == 0x2F || value == 0xFF0D || value == CellText.nothing }

    // MARK: - Names

    /// What stands in front of a value: marks, perhaps the line's label, and the value's name.
    private mutating func take(_ text: ArraySlice<UInt32>, value: ArraySlice<UInt32>, _ known: Set<[UInt32]>) {
        var end = text.endIndex
        while end > text.startIndex, isLink(text[end - 1]) { end -= 1 }
        let body = text[..<end]
        var start = end
        var depth = 0
        while start > text.startIndex {
            let mark = body[start - 1]
            if mark == 0x29 || mark == 0xFF09 { depth += 1 } else if mark == 0x28 || mark == 0xFF08 { depth -= 1 }
            if depth <= 0, isBoundary(mark) || isColon(mark) { break }
            start -= 1
        }
        takeRest(body[..<start], known)
        let isLinked = text[end...].contains { isColon($0) || $0 == 0x3D || $0 == 0x4E3A }
        pairs.append(Pair(key: bare(body[start...]), value: CellText.trimmed(value), isLinked: isLinked))
    }

    /// Text in front of a pair's name, or behind the last pair: the label where it is the first, else names without values.
    private mutating func takeRest(_ text: ArraySlice<UInt32>, _ known: Set<[UInt32]>) {
        if pairs.isEmpty {
            // The last word in front of a pair may be a name whose value cannot be read.
            var start = text.endIndex
            while !known.isEmpty, start > text.startIndex {
                start -= 1
                guard start == text.startIndex || isBoundary(text[start - 1]) || isColon(text[start - 1]) else { continue }
                if let pair = lastPair(text[start...], known) {
                    label = bare(text[..<start])
                    pairs.append(pair)
                    return
                }
            }
            let whole = bare(text)
            if known.contains(whole), text.contains(where: isColon) {
                pairs.append(Pair(key: whole, value: []))
            } else {
                label = whole
            }
            return
        }
        // Words that go on behind a value: then it was no pair.
        var rest = text
        while let mark = rest.first {
            if isMark(mark) {
                rest.removeFirst()
            } else if let pair = unreadable(&rest, known) {
                pairs.append(pair)
            } else {
                isPure = false
                return
            }
        }
    }

    private func lastPair(_ text: ArraySlice<UInt32>, _ known: Set<[UInt32]>) -> Pair? {
        var text = text
        guard let pair = unreadable(&text, known), !pair.value.isEmpty, text.allSatisfy(isMark) else { return nil }
        return pair
    }

    /// A known name at the beginning of a text, with nothing behind it or something that is no value; takes it away.
    private func unreadable(_ text: inout ArraySlice<UInt32>, _ known: Set<[UInt32]>) -> Pair? {
        guard let name = known.filter({ text.starts(with: $0) }).max(by: { $0.count < $1.count }) else { return nil }
        let behind = text.dropFirst(name.count)
        let body = behind.drop(while: isLink)
        let end = body.firstIndex { isBoundary($0) } ?? body.endIndex
        let value = body[..<end]
        guard value.count <= 4, value.isEmpty || body.startIndex > behind.startIndex, !known.contains(where: { body.starts(with: $0) })
        else {
            guard behind.isEmpty || behind.first.map({ isColon($0) || isBoundary($0) }) ?? true else { return nil }
            text = body
            return Pair(key: name, value: [])
        }
        text = body[end...]
        return Pair(key: name, value: Array(value))
    }

    /// Text without the marks and blanks at its ends.
    private func bare(_ text: ArraySlice<UInt32>) -> [UInt32] {
        var text = text
        while let mark = text.first, isMark(mark) { text.removeFirst() }
        while let mark = text.last, isMark(mark) { text.removeLast() }
        return text.filter { $0 != 0x2A && $0 != 0x22 && $0 != 0x09 }
    }

    /// What may stand between a name and its value.
    private func isLink(_ value: UInt32) -> Bool {
        isColon(value) || CellText.isBlank(value) || value == 0x3D || value == 0x22 || value == 0x27 || value == 0x2A
            || value == 0x4E3A || value == 0x6709 || value == 0x5171 || value == 0x201C
    }

    private func isColon(_ value: UInt32) -> Bool { value == 0x3A || value == 0xFF1A }

    private func isMark(_ value: UInt32) -> Bool {
        isColon(value) || isBoundary(value) || value == 0x2A || value == 0x3E || value == 0x2D || value == 0x2022 || value == 0xB7
    }

    private func isBoundary(_ value: UInt32) -> Bool {
        switch value {
        case 0xFF0C, 0xFF1B, 0x3B, 0x2C, 0x3001, 0x3002, 0x7C, 0x09, 0x7B, 0x7D, 0x5B, 0x5D, 0x22, 0x27, 0x2A: true
        default: CellText.isBlank(value)
        }
    }
}
