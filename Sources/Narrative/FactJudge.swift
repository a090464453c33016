internal import ReportModel

/// Decides for every figure of one sentence what it counts.
struct FactJudge {
    let lexicon: FactLexicon
    var bits: FeatureBits { lexicon.bits }

    // The sentence so far.
    var objects: Features = []
    var actions: Features = []
    var documentClass = -1
    /// Index of the rule of the last fact; -1 for none.
    var lastRule = -1
    /// Where the clause began that named ``objects``.
    var objectsStart = 0
    /// The channel of the last fact; -1 for none.
    var lastChannel = -1
    /// The medium that a clause without a figure of its own gives for the next: 通过政府网站，公开信息300条. -1 for none.
    var givenMedium = -1
    /// A figure of the sentence was one of a plan.
    var hasPlanned = false
    /// All features of the sentence so far.
    var spoken: Features = []
    /// A year or 去年 that stood as a clause of its own and differs from the report's.
    var sentenceYear = YearMention.none

    // The clause.
    var clauseToken = 0
    var clauseStart = 0
    var clauseEnd = 0
    var clause: Features = []
    var clauseYear = YearMention.none
    var clauseHasFact = false
    /// The clause names a year, though it may not be known which year is reported on.
    var clauseNamesYear = false
    var clauseEndedWithColon = false
    /// Objects of the clause before this one.
    var clauseBefore: Features = []
    /// Figures before this token are part of a "none".
    var zeroEnd = 0

    enum YearMention {
        case none, reported, earlier, later
    }

    init(_ lexicon: FactLexicon) { self.lexicon = lexicon }

    /// Finds the facts of a sentence. The judge is used for one sentence only.
    mutating func judge(_ sentence: Sentence, _ context: inout NarrativeContext, _ facts: inout [FoundFact]) {
        clauseEnd = endOfClause(sentence, after: 0)
        for index in sentence.tokens.indices {
            let token = sentence.tokens[index]
            switch token.kind {
            case .word:
                let features = lexicon.wordEntries[Int(token.entry)].features
                clause.formUnion(features)
                spoken.formUnion(features)
                if features.contains(bits.zero) && index >= zeroEnd {
                    judgeZero(sentence, at: index, context, &facts)
                }
                if features.contains(bits.prior) && clauseYear == .none { clauseYear = .earlier }
                if features.contains(bits.thisYear) && !clauseNamesYear { clauseYear = .reported }
            case .number:
                judgeNumber(sentence, at: index, &context, &facts)
            case .clauseEnd:
                finishClause(sentence, at: index, context)
            case .listMark, .open, .close:
                break
            }
        }
        finishClause(sentence, at: sentence.tokens.count, context)
        context.previousObjects = objects.subtracting(bits.matter)
    }

    private func endOfClause(_ sentence: Sentence, after token: Int) -> Int {
        var index = token
        while index < sentence.tokens.count {
            if sentence.tokens[index].kind == .clauseEnd { return Int(sentence.tokens[index].start) }
            index += 1
        }
        return sentence.count
    }

    private mutating func finishClause(_ sentence: Sentence, at index: Int, _ context: NarrativeContext) {
        let named = clause.intersection(bits.objects)
        if !clauseHasFact {
            if !named.subtracting(bits.matter).isEmpty || (!named.isEmpty && !clause.isDisjoint(with: bits.actions)) {
                objects = named.subtracting(bits.matter).isEmpty ? named : named.subtracting(bits.matter)
                actions = clause.intersection(bits.actions)
                objectsStart = clauseStart
                lastRule = -1
                documentClass = onlyDocumentClass(sentence, clauseToken..<index)
            } else if clauseYear != .none && isOnlyDate(sentence, clauseToken..<index) {
                sentenceYear = clauseYear
            }
            if clauseYear == .reported { sentenceYear = .reported }
        }
        if clauseYear == .later && sentenceYear == .none { sentenceYear = .later }
        clauseBefore = named
        givenMedium = clauseHasFact ? -1 : medium(sentence, clauseToken..<index, index)
        clauseEndedWithColon = index < sentence.tokens.count && sentence.tokens[index].entry == 0x3A
        // 主动公开信息总数90条：政策文件12条，动态78条: what follows are parts, as behind 其中.
        if clauseEndedWithColon && clauseHasFact && isCounted(sentence, before: index) { spoken.formUnion(bits.among) }
        clause = []
        clauseYear = .none
        clauseHasFact = false
        clauseNamesYear = false
        clauseToken = index + 1
        clauseStart = index < sentence.tokens.count ? Int(sentence.tokens[index].end) : sentence.count
        clauseEnd = endOfClause(sentence, after: clauseToken)
    }

    /// Whether a count stands right before a mark.
    private func isCounted(_ sentence: Sentence, before index: Int) -> Bool {
        guard index > 0, sentence.tokens[index - 1].kind == .number,
            sentence.tokens[index - 1].end == sentence.tokens[index].start
        else { return false }
        return sentence.numbers[Int(sentence.tokens[index - 1].entry)].role == .counted
    }

    /// The one medium that a clause gives: behind 通过 and the like, at its very beginning, or before a colon.
    private func medium(_ sentence: Sentence, _ range: Range<Int>, _ end: Int) -> Int {
        var found = -1
        let endsWithColon = end < sentence.tokens.count && sentence.tokens[end].entry == 0x3A
        var isGiven = clause.contains(bits.via) || endsWithColon
        for index in range where sentence.tokens[index].kind == .word {
            let word = lexicon.wordEntries[Int(sentence.tokens[index].entry)]
            guard word.channelRole == .media else { continue }
            if Int(sentence.tokens[index].start) <= clauseStart { isGiven = true }
            if found >= 0 && found != Int(word.channel) { return -1 }
            found = Int(word.channel)
        }
        return isGiven ? found : -1
    }

    /// Whether a clause is a date and little else: 2023年， 自2023年1月1日至12月31日，
    private func isOnlyDate(_ sentence: Sentence, _ range: Range<Int>) -> Bool {
        var rest = clauseEnd - clauseStart
        for index in range {
            let token = sentence.tokens[index]
            let isDate =
                token.kind == .number
                || (token.kind == .word
                    && !lexicon.wordEntries[Int(token.entry)].features.isDisjoint(with: bits.prior.union(bits.thisYear)))
            if isDate { rest -= Int(token.end - token.start) }
        }
        return rest <= 5
    }

    private func onlyDocumentClass(_ sentence: Sentence, _ range: Range<Int>) -> Int {
        var found = -1
        for index in range where sentence.tokens[index].kind == .word {
            let word = lexicon.wordEntries[Int(sentence.tokens[index].entry)]
            guard word.channelRole == .document else { continue }
            if found >= 0 && found != Int(word.channel) { return -1 }
            found = Int(word.channel)
        }
        return found
    }

    /// The words in front of a figure, back to a mark or to the figure before it.
    func before(_ sentence: Sentence, _ index: Int, countsEvents: Bool) -> Surroundings {
        var found = Surroundings()
        var lower = clauseToken
        var depth = 0
        var listMark = -1
        var at = index - 1
        scan: while at >= clauseToken {
            let token = sentence.tokens[at]
            switch token.kind {
            case .close: depth += 1
            case .open:
                if depth == 0 {
                    lower = at + 1
                    break scan
                }
                depth -= 1
            case .listMark:
                if depth == 0 { listMark = at }
            case .number where depth == 0:
                let role = sentence.numbers[Int(token.entry)].role
                if role == .counted || role == .rate {
                    lower = max(at, listMark) + 1
                    break scan
                }
            default: break
            }
            at -= 1
        }
        depth = 0
        at = index - 1
        var channelStart = -1
        while at >= lower {
            let token = sentence.tokens[at]
            switch token.kind {
            case .close: depth += 1
            case .open: depth -= 1
            case .word where depth <= 0:
                let word = lexicon.wordEntries[Int(token.entry)]
                found.add(
                    word, bits, countsEvents: countsEvents,
                    isListed: channelStart >= 0 && isListed(sentence, Int(token.end)..<channelStart))
                if word.channelRole == .media || word.channelRole == .applicant { channelStart = Int(token.start) }
            default: break
            }
            at -= 1
        }
        return found
    }

    /// Whether 、, 和, 与 or 及 stands between two words.
    private func isListed(_ sentence: Sentence, _ range: Range<Int>) -> Bool {
        range.contains {
            let code = sentence.code($0)
            return code == 0x3001 || code == 0x548C || code == 0x4E0E || code == 0x53CA
        }
    }

    /// The words behind a figure, up to a mark or the next figure. Behind the last figure of a clause 、 is no such mark
    /// where `goesOn` is set: 派出3人次参加省、市举办的培训.
    func behind(_ sentence: Sentence, _ index: Int, countsEvents: Bool, goesOn: Bool) -> Surroundings {
        var found = Surroundings()
        var end = Int(sentence.tokens[index].end)
        var at = index + 1
        var stop = sentence.count
        scan: while at < sentence.tokens.count {
            let token = sentence.tokens[at]
            switch token.kind {
            case .listMark where goesOn && !hasFigure(sentence, behind: at):
                break
            case .clauseEnd, .listMark, .open, .close:
                stop = Int(token.start)
                break scan
            case .number:
                let role = sentence.numbers[Int(token.entry)].role
                if role == .counted || role == .rate {
                    found.runsIntoFigure = true
                    stop = Int(token.start)
                    break scan
                }
            case .word:
                let word = lexicon.wordEntries[Int(token.entry)]
                if found.features.isDisjoint(with: lexicon.telling) {
                    found.gap = Int(token.start) - Int(sentence.tokens[index].end)
                }
                // What is named far behind the figure is not what it counts.
                if Int(token.start) - end > 10 { break scan }
                if countsEvents && Int(token.start) - end <= 3 { found.takeEvent(word, bits) }
                found.add(word, bits, countsEvents: countsEvents)
                end = Int(token.end)
            }
            at += 1
        }
        if found.features.isDisjoint(with: lexicon.telling) {
            let start = Int(sentence.tokens[index].end)
            found.gap = min(stop, clauseEnd) - start
            if found.gap == 1, sentence.code(start) == 0x7B49 { found.gap = 0 }  // 等
        }
        return found
    }

    private func hasFigure(_ sentence: Sentence, behind index: Int) -> Bool {
        for token in sentence.tokens[(index + 1)...] {
            if token.kind == .clauseEnd { return false }
            if token.kind == .number, sentence.numbers[Int(token.entry)].role == .counted { return true }
        }
        return false
    }
}
