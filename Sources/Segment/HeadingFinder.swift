internal import Codebook
internal import HanText
internal import ReportModel

/// A line that may be the heading of a section.
struct HeadingCandidate {
    var kind: SectionKind
    /// First and last line of the heading.
    var lines: ClosedRange<Int>
    /// How much speaks for it.
    var weight: Int
    /// Where the heading ends on a line that goes on with the section's text; nil where it stands alone.
    var end: Int?
}

/// Finds the headings of the six sections by what they say.
struct HeadingFinder {
    let scanner = LineScanner()
    private let anchors = AnchorFinder()
    private let trie = Lexicon.shared.headings
    /// By label: the section it heads.
    private static let kinds: [SectionKind?] = Lexicon.shared.labels.map {
        $0.table == nil ? SectionKind(rawValue: Lexicon.shared.name(of: $0.code)) : nil
    }

    /// The candidate whose heading starts at line `at`; nil where that line is none.
    ///
    /// A heading may be wrapped over up to three lines.
    func candidate(_ document: Document, _ text: Span<UInt8>, at first: Int, limit: Int) -> HeadingCandidate? {
        let line = document.lines[first]
        guard line.grid < 0 else { return nil }
        let range = scanner.trimmed(text, line.span)
        guard range.count >= 6 else { return nil }
        if range.count > HeadingFinder.longest { return runningOn(text, range, first) }
        let (enumerator, rest) = scanner.enumerator(text, range)
        let isMarked = text[Int(line.span.start)] == 0x23
        let glyphs = scanner.lexicon.glyphs
        var state = LabelTrie.root
        var current = first
        var body = rest..<range.upperBound
        var joined = 0
        while true {
            var index = body.lowerBound
            while index < body.upperBound {
                let (value, next) = UTF8Cursor.scalar(in: text, at: index)
                let symbol = value < 0x10000 ? glyphs[Int(value)] & ~Lexicon.plain : Lexicon.unknown
                if symbol != Lexicon.skipped {
                    state = trie.step(state, symbol)
                    if state == LabelTrie.dead { break }
                } else if value == 0x3002 || value == 0xFF1B {
                    state = LabelTrie.dead  // A full stop or semicolon ends a sentence, not a heading.
                    break
                }
                index = next
            }
            if state == LabelTrie.dead { break }
            if trie.isTerminal(state), let label = trie.labels(at: state).first, let kind = Self.kinds[label] {
                if let longer = continued(document, text, state, after: current, limit: limit) {
                    current = longer
                }
                return HeadingCandidate(
                    kind: kind, lines: first...current, weight: weight(enumerator, kind, isMarked, exact: true))
            }
            guard state != LabelTrie.root, joined < 2, let next = nextLine(document, text, after: current, limit: limit) else { break }
            joined += 1
            current = next
            body = scanner.trimmed(text, document.lines[next].span)
        }
        return misprinted(text, rest..<range.upperBound, first, enumerator, isMarked) ?? runningOn(text, range, first)
    }

    /// In bytes: what is longer holds more than a heading.
    private static let longest = 240

    /// 一、总体情况 2024年，…: the heading of a section of prose, in its place in the form, and its text on one line.
    private func runningOn(_ text: Span<UInt8>, _ range: Range<Int>, _ line: Int) -> HeadingCandidate? {
        let (enumerator, rest) = scanner.enumerator(text, range)
        guard case .ordinal(let number) = enumerator else { return nil }
        let glyphs = scanner.lexicon.glyphs
        var state = LabelTrie.root
        var index = rest
        while index < range.upperBound {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            if ScalarClass.isBlank(value) || ScalarClass.folded(value) == 0x3A || value == 0x3002, trie.isTerminal(state) { break }
            let symbol = value < 0x10000 ? glyphs[Int(value)] & ~Lexicon.plain : Lexicon.unknown
            if symbol != Lexicon.skipped { state = trie.step(state, symbol) }
            if state == LabelTrie.dead { return nil }
            index = next
        }
        guard range.upperBound - index >= 60, let label = trie.labels(at: state).first, let kind = Self.kinds[label],
            [.overview, .problems, .other].contains(kind), SectionKind.allCases.firstIndex(of: kind) == number - 1
        else { return nil }
        // Headings one behind the other are a list of them.
        let behind = scanner.trimmed(text, SourceSpan(index, range.upperBound))
        if case .ordinal = scanner.enumerator(text, behind).0 { return nil }
        return HeadingCandidate(
            kind: kind, lines: line...line, weight: weight(enumerator, kind, false, exact: true), end: index)
    }

    /// A heading that is complete may still go on in the next line (`…行政诉讼` / `情况`).
    private func continued(
        _ document: Document, _ text: Span<UInt8>, _ state: Int32, after line: Int, limit: Int
    ) -> Int? {
        guard !trie.isLeaf(state), let next = nextLine(document, text, after: line, limit: limit)
        else { return nil }
        let range = scanner.trimmed(text, document.lines[next].span)
        guard range.count <= 60, let symbols = scanner.symbols(text, range, limit: 20), !symbols.isEmpty else { return nil }
        var state = state
        for symbol in symbols {
            state = trie.step(state, symbol)
            if state == LabelTrie.dead { return nil }
        }
        return trie.isTerminal(state) ? next : nil
    }

    private func misprinted(
        _ text: Span<UInt8>, _ range: Range<Int>, _ line: Int, _ enumerator: Enumerator, _ isMarked: Bool
    ) -> HeadingCandidate? {
        switch enumerator {
        case .ordinal: break
        default: guard isMarked else { return nil }
        }
        // A row of a table numbers itself like a heading.
        guard !endsWithReport(text, range), anchors.table(text, range) == nil,
            let symbols = scanner.symbols(text, range, limit: 30), symbols.count >= 4,
            let nearest = NearestLabel.find(symbols[...], in: scanner.lexicon, where: { $0.table == nil }),
            let kind = Self.kinds[nearest.index]
        else { return nil }
        return HeadingCandidate(
            kind: kind, lines: line...line, weight: weight(enumerator, kind, isMarked, exact: false))
    }

    /// 报告: the title's last word.
    private func endsWithReport(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count >= 6 else { return false }
        let (last, before) = UTF8Cursor.scalarBefore(in: text, range.upperBound, from: range.lowerBound)
        let (first, _) = UTF8Cursor.scalarBefore(in: text, before, from: range.lowerBound)
        return last == 0x544A && (first == 0x62A5 || first == 0x5831)
    }

    private func nextLine(_ document: Document, _ text: Span<UInt8>, after line: Int, limit: Int) -> Int? {
        var next = line + 1
        while next < limit && next <= line + 2 {
            if document.lines[next].grid >= 0 { return nil }
            if !scanner.trimmed(text, document.lines[next].span).isEmpty { return next }
            next += 1
        }
        return nil
    }

    /// The form's own numbering speaks for a heading; the numbering of sub-sections speaks against it.
    private func weight(_ enumerator: Enumerator, _ kind: SectionKind, _ isMarked: Bool, exact: Bool) -> Int {
        let ordinal = (SectionKind.allCases.firstIndex(of: kind) ?? 0) + 1
        let base = exact ? 6 : 3
        switch enumerator {
        case .ordinal(let number): return base + (number == ordinal ? 4 : 1)
        case .bracketed, .digits: return 1
        case .none: return base - (isMarked ? 1 : 3)
        }
    }
}
