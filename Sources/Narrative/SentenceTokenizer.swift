/// Cuts a sentence into tokens: the longest words of the vocabulary, figures, and marks.
struct SentenceTokenizer {
    let lexicon: FactLexicon

    func tokenize(_ sentence: inout Sentence) {
        var tokens: [Token] = []
        var numbers: [NumberToken] = []
        swap(&tokens, &sentence.tokens)
        swap(&numbers, &sentence.numbers)
        scan(
            sentence.glyphs.span.extracting(0..<sentence.count), startsParagraph: sentence.startsParagraph, &tokens,
            &numbers)
        swap(&tokens, &sentence.tokens)
        swap(&numbers, &sentence.numbers)
    }

    private func scan(
        _ glyphs: Span<Glyph>, startsParagraph: Bool, _ tokens: inout [Token], _ numbers: inout [NumberToken]
    ) {
        let figures = FigureReader(lexicon: lexicon)
        var index = 0
        var quoteEnd = 0
        while index < glyphs.count {
            let glyph = glyphs[index]
            if glyph.symbol == 0 {
                index += 1
                continue
            }
            if glyph.symbol & GlyphTable.mark != 0 {
                switch glyph.code {
                case 0x300A:  // 《: a title says nothing of the clause
                    index = SentenceTokenizer.end(ofTitleAt: index, in: glyphs)
                    continue
                case 0x201C: quoteEnd = SentenceTokenizer.end(ofQuoteAt: index, in: glyphs)
                default: break
                }
                if let mark = SentenceTokenizer.mark(glyph.code) {
                    tokens.append(
                        Token(kind: mark, start: Int32(index), end: Int32(index + 1), entry: Int32(glyph.code)))
                }
                index += 1
                continue
            }
            if let (entry, end) = lexicon.words.longest(in: glyphs, at: index) {
                tokens.append(Token(kind: .word, start: Int32(index), end: Int32(end), entry: Int32(entry)))
                index = end
                continue
            }
            if glyph.symbol & GlyphTable.figure != 0 {
                var (number, start, end) = figures.read(
                    glyphs, at: index, startsParagraph: startsParagraph && index == 0)
                number.isQuoted = index < quoteEnd
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

    /// The ” that ends a short quotation; where none is near, nothing is quoted.
    private static func end(ofQuoteAt start: Int, in glyphs: Span<Glyph>) -> Int {
        var index = start + 1
        while index < glyphs.count && index - start < 24 {
            if glyphs[code: index] == 0x201D { return index }
            index += 1
        }
        return start
    }

    /// Behind the 》 that ends a title; behind its 《 where none does.
    private static func end(ofTitleAt start: Int, in glyphs: Span<Glyph>) -> Int {
        var depth = 0
        var index = start
        while index < glyphs.count && index - start < 120 {
            if glyphs[code: index] == 0x300A { depth += 1 }
            if glyphs[code: index] == 0x300B {
                depth -= 1
                if depth == 0 { return index + 1 }
            }
            index += 1
        }
        return start + 1
    }
}
