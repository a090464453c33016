internal import HanText
internal import ReportModel

/// Goes through the lines of a section, joins wrapped ones, and hands over the sentences in which a figure or a "none" may
/// stand. Most sentences hold neither; one look at each character tells.
struct ParagraphReader {
    /// Longer sentences are cut: nobody writes them, and the work for one grows faster than its length.
    static let longestSentence = 1200

    let lexicon: FactLexicon
    let document: Document
    var context: NarrativeContext
    var facts: [Fact] = []

    private var sentence = Sentence()
    private var found: [FoundFact] = []
    /// Where the sentence began: line and byte.
    private var startLine = 0
    private var startByte = 0
    private var isOpen = false
    private var mayHoldFact = false
    private var startsParagraph = true
    private var startsWithMarker = false
    private var length = 0

    init(_ lexicon: FactLexicon, _ document: Document, _ context: NarrativeContext) {
        self.lexicon = lexicon
        self.document = document
        self.context = context
    }

    mutating func read(_ lines: Range<Int>) {
        let document = self.document
        let text = document.text.span
        let shapes = LineShape.Reader(lexicon: lexicon)
        var previous: LineShape?
        for line in lines.clamped(to: document.lines.indices) {
            if document.lines[line].grid >= 0 {
                endParagraph(text, line, keepsContext: false)
                previous = nil
                continue
            }
            let range = document.lines[line].span.range
            let shape = shapes.shape(text, range)
            switch shape.kind {
            case .blank, .pageNumber: continue
            case .tableRow:
                endParagraph(text, line, keepsContext: false)
                previous = nil
                continue
            case .prose: break
            }
            if let previous, !shape.continues(previous) {
                endParagraph(text, line, keepsContext: previous.isUnfinished)
            }
            scan(text, range, line, shape)
            previous = shape
        }
        endParagraph(text, lines.upperBound, keepsContext: false)
    }

    private mutating func scan(_ text: Span<UInt8>, _ range: Range<Int>, _ line: Int, _ shape: LineShape) {
        var index = range.lowerBound
        if !isOpen { open(line, index, marker: shape.startsWithMarker) }
        while index < range.upperBound {
            let first = text[index]
            let code: Int
            if first < 0x80 {
                code = Int(first)
                index += 1
            } else if first >= 0xE0 && first < 0xF0 && index + 2 < range.upperBound {
                code = Int(first & 0x0F) << 12 | Int(text[index + 1] & 0x3F) << 6 | Int(text[index + 2] & 0x3F)
                index += 3
            } else {
                index = min(UTF8Cursor.scalar(in: text, at: index).next, range.upperBound)
                continue
            }
            let kind = lexicon.classes[code]
            length += 1
            if kind.isEmpty { continue }
            if kind.contains(.digit) || kind.contains(.negation) {
                mayHoldFact = true
            } else if kind.contains(.hanFigure) {
                if !mayHoldFact { mayHoldFact = followsFigure(text, index, range.upperBound) }
            } else if kind.contains(.sentenceEnd) {
                endSentence(text, line, index)
                open(line, index, marker: false)
            }
            if length > ParagraphReader.longestSentence {
                endSentence(text, line, index)
                open(line, index, marker: false)
            }
        }
    }

    /// Whether what stands behind a Chinese figure goes on with the number or measures it.
    private func followsFigure(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            guard value < 0x10000 else { return false }
            let kind = lexicon.classes[Int(value)]
            if kind.contains(.skipped) {
                index = next
                continue
            }
            return !kind.isDisjoint(with: [.followsFigure, .hanFigure, .digit])
        }
        return true  // the line may wrap here
    }

    private mutating func open(_ line: Int, _ byte: Int, marker: Bool) {
        isOpen = true
        startLine = line
        startByte = byte
        mayHoldFact = false
        startsWithMarker = marker && startsParagraph
        length = 0
    }

    private mutating func endParagraph(_ text: Span<UInt8>, _ line: Int, keepsContext: Bool) {
        if isOpen && line > startLine {
            endSentence(text, line - 1, document.lines[line - 1].span.range.upperBound)
        }
        isOpen = false
        startsParagraph = true
        if !keepsContext && !(startedWithTopic) { context.startParagraph() }
        startedWithTopic = false
    }

    /// True where the paragraph was nothing but a heading: what it names is the topic of the next.
    private var startedWithTopic = false

    private mutating func endSentence(_ text: Span<UInt8>, _ line: Int, _ byte: Int) {
        defer { startsParagraph = false }
        if !mayHoldFact && !startsWithMarker {
            if length > 2 { context.previousObjects = [] }
            return
        }
        collect(text, line, byte)
        if sentence.codes.isEmpty { return }
        sentence.startsParagraph = startsParagraph
        SentenceTokenizer(lexicon: lexicon).tokenize(&sentence)
        if startsWithMarker { readTopic() }
        guard mayHoldFact else { return }
        found.removeAll(keepingCapacity: true)
        var judge = FactJudge(lexicon)
        judge.judge(sentence, &context, &found)
        for fact in found { facts.append(finished(fact)) }
    }

    /// What a heading such as （二）依申请公开 names holds for its paragraph.
    private mutating func readTopic() {
        var topic: Features = []
        var end = sentence.codes.count
        for token in sentence.tokens {
            if token.kind == .clauseEnd {
                end = Int(token.start)
                break
            }
            if token.kind == .word { topic.formUnion(lexicon.wordEntries[Int(token.entry)].features) }
        }
        guard end <= 24 else { return }
        context.startParagraph()
        context.topic = topic.intersection(lexicon.bits.objects).subtracting(lexicon.bits.matter)
        startedWithTopic = end == sentence.codes.count
    }

    /// Writes the sentence's characters out: blanks dropped, width and traditional characters folded.
    private mutating func collect(_ text: Span<UInt8>, _ lastLine: Int, _ lastByte: Int) {
        sentence.clear()
        let shapes = LineShape.Reader(lexicon: lexicon)
        for line in startLine...max(startLine, lastLine) where document.lines[line].grid < 0 {
            let range = document.lines[line].span.range
            let lower = line == startLine ? startByte : range.lowerBound
            let upper = line == lastLine ? lastByte : range.upperBound
            if lower >= upper { continue }
            if line != startLine, shapes.shape(text, range).kind != .prose { continue }
            sentence.lines.append((Int32(sentence.codes.count), Int32(line)))
            var index = lower
            var skippedBlank = false
            while index < upper {
                let (value, next) = UTF8Cursor.scalar(in: text, at: index)
                defer { index = next }
                guard value < 0x10000 else { continue }
                let kind = lexicon.classes[Int(value)]
                if kind.contains(.skipped) {
                    skippedBlank = skippedBlank || value != 0x2A
                    continue
                }
                let code = lexicon.folded[Int(value)]
                if kind.contains(.sentenceEnd) { continue }
                if skippedBlank, kind.contains(.digit), let last = sentence.codes.last, last >= 0x30, last <= 0x39 {
                    sentence.codes.append(0x20)
                    sentence.offsets.append(Int32(index))
                    sentence.widths.append(0)
                }
                skippedBlank = false
                sentence.codes.append(code)
                sentence.offsets.append(Int32(index))
                sentence.widths.append(UInt8(next - index))
            }
        }
    }

    private func finished(_ fact: FoundFact) -> Fact {
        let line = sentence.line(of: fact.place)
        let kind: String
        var channel: String?
        if fact.channel >= 0 { channel = lexicon.channels[fact.channel] } else if fact.channel == -2 { channel = "several" }
        switch fact.rule {
        case FoundFact.other: kind = "other"
        case FoundFact.change: kind = "change"
        case FoundFact.rate:
            kind = "rate"
            if fact.base >= 0 { channel = lexicon.rules[fact.base].kind }
        default: kind = lexicon.rules[fact.rule].kind
        }
        let unit: String =
            if fact.unit >= 0 {
                lexicon.unitEntries[fact.unit].classes.contains(lexicon.unitBits.money)
                    ? "CNY" : lexicon.unitEntries[fact.unit].text
            } else if fact.unit == -2 {
                "%"
            } else if fact.rule >= 0 {
                lexicon.rules[fact.rule].defaultUnit
            } else { "" }
        return Fact(
            section: context.section, kind: kind, channel: channel, value: fact.value, unit: unit,
            approximate: fact.isApproximate, text: sentence.span(fact.clause), locator: document.lines[line].locator)
    }
}
