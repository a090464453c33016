internal import ReportModel

/// Looks at the sentence around a fact for words that change what it can be held against.
struct SentenceScope {
    /// How far back it looks, in bytes.
    static let reach = 300

    let document: Document
    private let lexicon = FactLexicon.shared

    init(document: Document) { self.document = document }

    /// Whether the sentence speaks of more bodies than the one that reports, or of proceedings that need not be about
    /// disclosure.
    func leavesDoubt(_ fact: Fact, needsDisclosure: Bool) -> Bool {
        let sentence = features(fact.text, wholeParagraph: false)
        if sentence.contains(lexicon.bits.scope) || limitsMonths(fact.text) { return true }
        guard needsDisclosure else { return false }
        let around = features(fact.text, wholeParagraph: true)
        return around.isDisjoint(with: lexicon.bits.openness.union(lexicon.bits.application))
    }

    /// Whether the sentence counts up to some month, or in one: 截至10月31日, 1月至9月, but not 截至12月31日.
    private func limitsMonths(_ clause: SourceSpan) -> Bool {
        var last = 0
        var isWhole = false
        scan(start(of: clause, wholeParagraph: false)..<Int(clause.end)) { sentence in
            for index in sentence.tokens.indices where sentence.tokens[index].kind == .number {
                let number = sentence.numbers[Int(sentence.tokens[index].entry)]
                guard number.unit >= 0, lexicon.unitTexts[Int(number.unit)] == "月" else { continue }
                last = Int(clamping: number.value.mantissa)
                let end = Int(sentence.tokens[index].end)
                isWhole =
                    last == 12 && end < sentence.count && sentence.code(end) != 0x2C && sentence.code(end) != 0x4EFD
            }
        }
        return last > 0 && !isWhole
    }

    /// Whether 其中 and the like stand between two places.
    func listsParts(_ span: SourceSpan) -> Bool {
        features(span.range).contains(lexicon.bits.among)
    }

    private func features(_ clause: SourceSpan, wholeParagraph: Bool) -> Features {
        features(start(of: clause, wholeParagraph: wholeParagraph)..<Int(clause.end))
    }

    /// Where the sentence of a clause begins, or, within reach, its paragraph.
    private func start(of clause: SourceSpan, wholeParagraph: Bool) -> Int {
        let text = document.text
        var start = Int(clause.start)
        let floor = max(0, start - SentenceScope.reach)
        while start > floor {
            if !wholeParagraph && start >= 3 && text[start - 3] == 0xE3 && text[start - 2] == 0x80
                && text[start - 1] == 0x82
            {
                break
            }
            start -= 1
        }
        while start < Int(clause.end) && text[start] & 0xC0 == 0x80 { start += 1 }
        return start
    }

    private func features(_ range: Range<Int>) -> Features {
        var found: Features = []
        scan(range) { sentence in
            for token in sentence.tokens where token.kind == .word {
                found.formUnion(lexicon.wordEntries[Int(token.entry)].features)
            }
        }
        return found
    }

    private func scan(_ range: Range<Int>, _ look: (Sentence) -> Void) {
        guard range.lowerBound >= 0, range.upperBound <= document.text.count else { return }
        let text = document.text.span
        var index = range.lowerBound
        while index < range.upperBound {
            var sentence = Sentence()
            (index, _) = sentence.add(text, index..<range.upperBound, line: 0, lexicon.glyphs)
            SentenceTokenizer(lexicon: lexicon).tokenize(&sentence)
            look(sentence)
        }
    }
}
