internal import HanText
internal import ReportModel

/// Goes through the lines of sections, joins wrapped ones, and judges the sentences in which a figure or a "none" may stand.
/// Most sentences hold neither; one look at each character tells.
struct ParagraphReader {
    let lexicon: FactLexicon
    let document: Document
    private(set) var facts: [Fact] = []

    private var context: NarrativeContext
    private var sentence = Sentence()
    private var found: [FoundFact] = []
    private var startsParagraph = true
    /// The paragraph begins with a number or a Markdown heading.
    private var startsWithMarker = false
    /// The paragraph was nothing but a heading: what it names is the topic of the next.
    private var isTopicOnly = false

    init(_ lexicon: FactLexicon, _ document: Document, year: Int?) {
        self.lexicon = lexicon
        self.document = document
        context = NarrativeContext(section: .overview, year: year)
    }

    mutating func read(_ section: Section) {
        context = NarrativeContext(section: section.kind, year: context.year)
        let document = self.document
        let text = document.text.span
        let shapes = LineShape.Reader(glyphs: lexicon.glyphs)
        var previous: LineShape?
        for line in section.body.clamped(to: document.lines.indices) {
            if document.lines[line].grid >= 0 {
                endParagraph(text, keepsContext: false)
                previous = nil
                continue
            }
            let range = document.lines[line].span.range
            let shape = shapes.shape(text, range)
            switch shape.kind {
            case .blank, .pageNumber: continue
            case .tableRow:
                endParagraph(text, keepsContext: false)
                previous = nil
                continue
            case .prose: break
            }
            if let previous, !shape.continues(previous) { endParagraph(text, keepsContext: previous.isUnfinished) }
            if startsParagraph && sentence.count == 0 { startsWithMarker = shape.startsWithMarker }
            scan(text, range, line)
            previous = shape
        }
        endParagraph(text, keepsContext: false)
    }

    private mutating func scan(_ text: Span<UInt8>, _ range: Range<Int>, _ line: Int) {
        var index = range.lowerBound
        while index < range.upperBound {
            let (end, isComplete) = sentence.add(text, index..<range.upperBound, line: line, lexicon.glyphs)
            index = end
            if isComplete { endSentence(text) }
        }
    }

    private mutating func endParagraph(_ text: Span<UInt8>, keepsContext: Bool) {
        if sentence.count > 0 { endSentence(text) }
        startsParagraph = true
        startsWithMarker = false
        if !keepsContext && !isTopicOnly { context.startParagraph() }
        isTopicOnly = false
    }

    private mutating func endSentence(_ text: Span<UInt8>) {
        defer {
            sentence.clear()
            startsParagraph = false
            startsWithMarker = false
        }
        let mayHoldFact = sentence.mayHoldFact || sentence.endsWithFigure
        if sentence.count == 0 || (!mayHoldFact && !startsWithMarker) {
            if sentence.count > 0 { context.previousObjects = [] }
            return
        }
        sentence.startsParagraph = startsParagraph
        SentenceTokenizer(lexicon: lexicon).tokenize(&sentence)
        if startsWithMarker { readTopic() }
        guard mayHoldFact else { return }
        found.removeAll(keepingCapacity: true)
        var judge = FactJudge(lexicon)
        judge.judge(sentence, &context, &found)
        for fact in found { facts.append(finished(fact, text)) }
    }

    /// What a heading such as （二）依申请公开 names holds for its paragraph.
    private mutating func readTopic() {
        var topic: Features = []
        var end = sentence.count
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
        isTopicOnly = end == sentence.count
    }

    private func finished(_ fact: FoundFact, _ text: Span<UInt8>) -> Fact {
        let kind: String
        var channel: String?
        if fact.channel >= 0 {
            channel = lexicon.channels[fact.channel]
        } else if fact.channel == -2 {
            channel = "several"
        }
        switch fact.rule {
        case FoundFact.other: kind = "other"
        case FoundFact.change: kind = "change"
        case FoundFact.rate:
            kind = "rate"
            if fact.base >= 0 { channel = lexicon.kinds[fact.base].kind }
        default: kind = lexicon.kinds[fact.rule].kind
        }
        let unit: String =
            if fact.unit >= 0 {
                lexicon.unitClasses[fact.unit].contains(lexicon.unitBits.money) ? "CNY" : lexicon.unitTexts[fact.unit]
            } else if fact.unit == -2 {
                "%"
            } else if fact.rule >= 0 {
                lexicon.kinds[fact.rule].unit
            } else {
                ""
            }
        return Fact(
            section: context.section, kind: kind, channel: channel, value: fact.value, unit: unit,
            approximate: fact.isApproximate, text: span(fact.clause, text),
            locator: document.lines[sentence.line(of: fact.place)].locator)
    }

    private func span(_ clause: Range<Int>, _ text: Span<UInt8>) -> SourceSpan {
        guard let first = clause.first, let last = clause.last else { return .empty }
        return SourceSpan(sentence.offset(first), UTF8Cursor.scalar(in: text, at: sentence.offset(last)).next)
    }
}
