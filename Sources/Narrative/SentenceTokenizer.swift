internal import HanText
internal import ReportModel

/// Cuts a sentence into tokens: the longest words of the vocabulary, figures, and marks.
struct SentenceTokenizer {
    let lexicon: FactLexicon

    func tokenize(_ sentence: inout Sentence) {
        var tokens = sentence.tokens
        var numbers = sentence.numbers
        sentence.tokens = []
        sentence.numbers = []
        scan(sentence.codes.span, startsParagraph: sentence.startsParagraph, &tokens, &numbers)
        sentence.tokens = tokens
        sentence.numbers = numbers
    }

    private func scan(
        _ codes: Span<UInt16>, startsParagraph: Bool, _ tokens: inout [Token], _ numbers: inout [NumberToken]
    ) {
        let figures = FigureReader(lexicon: lexicon)
        var index = 0
        var quotes = 0
        while index < codes.count {
            let code = codes[index]
            if let mark = SentenceTokenizer.mark(code) {
                tokens.append(Token(kind: mark, start: Int32(index), end: Int32(index + 1), entry: Int32(code)))
                index += 1
                continue
            }
            switch code {
            case 0x300A:  // 《: a title says nothing of the clause
                index = SentenceTokenizer.end(ofTitleAt: index, in: codes)
                continue
            case 0x201C: quotes = 1
            case 0x201D: quotes = 0
            default: break
            }
            if let (entry, end) = lexicon.words.longest(in: codes, at: index) {
                tokens.append(Token(kind: .word, start: Int32(index), end: Int32(end), entry: Int32(entry)))
                index = end
                continue
            }
            let kind = lexicon.classes[Int(code)]
            if kind.contains(.digit) || kind.contains(.hanFigure) {
                var (number, start, end) = figures.read(codes, at: index, startsParagraph: startsParagraph && index == 0)
                number.isQuoted = quotes > 0
                number.token = Int32(tokens.count)
                tokens.append(Token(kind: .number, start: Int32(start), end: Int32(end), entry: Int32(numbers.count)))
                numbers.append(number)
                index = max(end, index + 1)
                continue
            }
            index += 1
        }
    }

    private static func mark(_ code: UInt16) -> Token.Kind? {
        switch code {
        case 0x2C, 0x3B, 0x3A, 0x7C, 0x09: .clauseEnd
        case 0x3001: .listMark
        case 0x28, 0x3010, 0x3014, 0x5B: .open
        case 0x29, 0x3011, 0x3015, 0x5D: .close
        default: nil
        }
    }

    /// Behind the 》 that ends a title; behind its 《 where none does.
    private static func end(ofTitleAt start: Int, in codes: Span<UInt16>) -> Int {
        var depth = 0
        var index = start
        while index < codes.count && index - start < 120 {
            if codes[index] == 0x300A { depth += 1 }
            if codes[index] == 0x300B {
                depth -= 1
                if depth == 0 { return index + 1 }
            }
            index += 1
        }
        return start + 1
    }
}
