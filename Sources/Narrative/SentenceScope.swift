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
        if sentence.contains(lexicon.bits.scope) { return true }
        guard needsDisclosure else { return false }
        let around = features(fact.text, wholeParagraph: true)
        return around.isDisjoint(with: lexicon.bits.openness.union(lexicon.bits.application))
    }

    /// Whether 其中 and the like stand between two places.
    func listsParts(_ span: SourceSpan) -> Bool {
        features(span.range).contains(lexicon.bits.among)
    }

    private func features(_ clause: SourceSpan, wholeParagraph: Bool) -> Features {
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
        return features(start..<Int(clause.end))
    }

    private func features(_ range: Range<Int>) -> Features {
        guard range.lowerBound >= 0, range.upperBound <= document.text.count else { return [] }
        let text = document.text.span
        var found: Features = []
        var index = range.lowerBound
        while index < range.upperBound {
            var sentence = Sentence()
            (index, _) = sentence.add(text, index..<range.upperBound, line: 0, lexicon.glyphs)
            SentenceTokenizer(lexicon: lexicon).tokenize(&sentence)
            for token in sentence.tokens where token.kind == .word {
                found.formUnion(lexicon.wordEntries[Int(token.entry)].features)
            }
        }
        return found
    }
}
