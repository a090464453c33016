internal import ReportModel

extension FactJudge {
    mutating func judgeNumber(
        _ sentence: Sentence, at index: Int, _ context: inout NarrativeContext, _ facts: inout [FoundFact]
    ) {
        let token = sentence.tokens[index]
        let number = sentence.numbers[Int(token.entry)]
        switch number.role {
        case .trap:
            noteYear(sentence, token, number, context)
            return
        case .rate:
            judgeRate(sentence, at: index, number, context, &facts)
            return
        case .bare:
            guard isStatedAmount(sentence, token, number) else { return }
        case .counted:
            // 每月一期的公报: what describes a noun limits no other figure of the clause.
            if isEachDescription(sentence, index) {
                clause.remove(bits.limit)
                return
            }
            // 供地计划1条: a thing, and nothing that is still to come.
            if clause.contains(bits.plan), isNamedPlan(sentence, token, number) { clause.remove(bits.plan) }
        }
        guard index >= zeroEnd, !number.isQuoted, !isNoCount(number) else { return }
        // 共6章56条
        if token.start > 1, sentence.code(Int(token.start) - 1) == 0x7AE0,
            sentence.glyphs[Int(token.start) - 2].symbol & GlyphTable.figure != 0
        {
            return
        }
        let unit = number.unit >= 0 ? lexicon.unitClasses[Int(number.unit)] : UnitClasses(rawValue: .max)
        // 抽查结果9条: what is counted by the strip is no event.
        let countsEvents = !unit.isDisjoint(with: lexicon.unitBits.session.union(lexicon.unitBits.person))
        let front = before(sentence, index, countsEvents: countsEvents)
        let back = behind(
            sentence, index, countsEvents: countsEvents,
            goesOn: front.head.isEmpty && front.features.isDisjoint(with: bits.results))
        // The year and what goes with it: what was counted in another year is no figure of this report.
        let year = clauseYear == .none ? sentenceYear : clauseYear
        var found = kind(unit, front, back, sentence, context)
        let isCarry =
            found.rule >= 0 && !lexicon.rules[found.rule].all.isDisjoint(with: bits.carriedIn.union(bits.carriedOut))
        if year == .later && !isCarry { return }
        if isChange(sentence, token, front, back) {
            found.rule = FoundFact.change
            found.channel = -1
        } else if (year == .earlier && !isCarry) || isEarlierValue(sentence, index) || isCumulative {
            found = (FoundFact.other, -1)
        }
        if found.rule == FoundFact.other && number.role == .counted {
            guard !isArticle(number, unit, front, back) else { return }
        }
        let isJointZero =
            number.value.mantissa == 0 && found.rule == FoundFact.other
            && front.features.union(back.features).isSuperset(of: bits.reconsideration.union(bits.lawsuit))
        if number.role == .bare && found.rule < 0 && !isJointZero { return }
        if found.rule >= 0 && lexicon.rules[found.rule].channel == .applicant && front.namesSubject
            && found.channel == -1 && back.head.isDisjoint(with: bits.application)
        {
            found.rule = FoundFact.other
        }
        // 发出催办单84次: a verb of disclosure with another noun behind it.
        if found.rule >= 0, lexicon.rules[found.rule].countsItems, lexicon.rules[found.rule].stage == 3,
            unit.contains(lexicon.unitBits.occasion), back.head.isEmpty, front.head.isEmpty,
            wordEnding(sentence, at: Int(token.start)) == nil
        {
            found = (FoundFact.other, -1)
        }
        if found.rule >= 0, lexicon.rules[found.rule].channel == .media {
            // 其中财政类20条: a part of the items by what they are about, not by channel.
            let isClass = token.start > 0 && sentence.code(Int(token.start) - 1) == 0x7C7B
            let isGiven = givenMedium >= 0 && !clauseHasFact && front.medium < 0 && back.medium < 0
            let isPart = found.channel == -1 && spoken.contains(bits.among) && !isGiven
            if isPart && (isClass || (context.hasItems && lexicon.rules[found.rule].countsItems)) {
                found.rule = FoundFact.other
            } else {
                giveMedium(&found, sentence, token, front, back)
            }
            if found.rule >= 0 && lexicon.rules[found.rule].countsItems && !spoken.contains(bits.among) {
                context.hasItems = true
            }
        }
        let fact = FoundFact(
            rule: found.rule, channel: found.channel, value: number.value, unit: Int(number.unit),
            isApproximate: number.isApproximate || isApproximate(sentence, index), clause: clauseStart..<clauseEnd,
            place: Int(token.start))
        facts.append(fact)
        lastChannel = found.channel
        remember(found.rule, front, back)
        // 行政复议、行政诉讼均为0件: one zero for both.
        if isJointZero {
            addJointZeros(fact, front.features.union(back.features), &facts)
        }
    }

    /// 自建站以来累计公开: a figure of many years is none of this report.
    private var isCumulative: Bool {
        guard spoken.contains(bits.cumulative) else { return false }
        return clause.contains(bits.cumulative) || !(clauseNamesYear || clause.contains(bits.thisYear))
    }

    /// The medium that the clause before gives, or, where only the verb is said again, the one of the fact before.
    private func giveMedium(
        _ found: inout (rule: Int, channel: Int), _ sentence: Sentence, _ token: Token, _ front: Surroundings,
        _ back: Surroundings
    ) {
        guard found.channel == -1, front.medium < 0, back.medium < 0 else { return }
        if givenMedium >= 0 && !clauseHasFact {
            found.channel = givenMedium
        } else if lexicon.rules[found.rule].countsItems && found.rule == lastRule && lastChannel >= 0
            && front.features.union(back.features).isDisjoint(with: bits.objects.union(bits.total))
            && wordEnding(sentence, at: Int(token.start)) != nil
        {
            found.channel = lastChannel
        }
    }

    private mutating func noteYear(
        _ sentence: Sentence, _ token: Token, _ number: NumberToken, _ context: NarrativeContext
    ) {
        guard number.isYear, number.unit >= 0, lexicon.unitClasses[Int(number.unit)].contains(lexicon.unitBits.year)
        else { return }
        clauseNamesYear = true
        let before = token.start > 0 ? sentence.code(Int(token.start) - 1) : 0
        if before == 0x8F83 || before == 0x6BD4 || before == 0x4E0E {  // 较 比 与
            clause.insert(bits.compare)
            spoken.insert(bits.compare)
            return
        }
        guard let year = context.year else { return }
        let value = Int(number.value.mantissa)
        if value == year || clauseYear == .reported {
            clauseYear = .reported
        } else {
            clauseYear = value < year ? .earlier : .later
        }
    }

    /// A figure without a measure word counts only behind 为, 是, 共, 数, 量 or a colon, and before a mark.
    private func isStatedAmount(_ sentence: Sentence, _ token: Token, _ number: NumberToken) -> Bool {
        let start = Int(token.start)
        let end = Int(token.end)
        guard start > 0, !number.isYear else { return false }
        if number.isHan && sentence.code(start - 1) != 0x4E3A { return false }
        switch sentence.code(start - 1) {
        case 0x4E3A, 0x662F, 0x5171, 0x6570, 0x91CF, 0x3A, 0x8BA1: break
        default: return false
        }
        guard end < sentence.count else { return true }
        switch sentence.code(end) {
        case 0x2C, 0x3B, 0x3001, 0x29, 0x3A: return true
        default: return false
        }
    }

    /// Frequencies, limits, plans and shares of each: 每季度一次, 不少于2次, 计划举办3期, 各科室明确一名.
    private mutating func isNoCount(_ number: NumberToken) -> Bool {
        if number.isLimit || clause.contains(bits.limit) { return true }
        if !clause.isDisjoint(with: bits.plan) {
            hasPlanned = true
            return true
        }
        if hasPlanned && clause.isDisjoint(with: bits.planDone.union(bits.thisYear)) { return true }
        if spoken.contains(bits.planAhead), clause.isDisjoint(with: bits.planDone.union(bits.carriedOut)) {
            return true
        }
        if clause.contains(bits.distribution), number.unit >= 0 {
            return number.value.mantissa <= 3 && lexicon.unitClasses[Int(number.unit)].contains(lexicon.unitBits.person)
        }
        return false
    }

    /// 每月一期的: a frequency right before 的.
    private func isEachDescription(_ sentence: Sentence, _ index: Int) -> Bool {
        let end = Int(sentence.tokens[index].end)
        guard clause.contains(bits.limit), end < sentence.count, sentence.code(end) == 0x7684,
            let word = wordEnding(sentence, at: Int(sentence.tokens[index].start))
        else { return false }
        return word.contains(bits.limit)
    }

    /// 计划 right before what is counted by the strip.
    private func isNamedPlan(_ sentence: Sentence, _ token: Token, _ number: NumberToken) -> Bool {
        let start = Int(token.start)
        return start >= 2 && sentence.code(start - 2) == 0x8BA1 && sentence.code(start - 1) == 0x5212 && number.unit >= 0
            && lexicon.unitClasses[Int(number.unit)].contains(lexicon.unitBits.strip)
    }

    private func isChange(_ sentence: Sentence, _ token: Token, _ front: Surroundings, _ back: Surroundings) -> Bool {
        let compared = clause.contains(bits.compare) || spoken.contains(bits.compare)
        if front.features.contains(bits.gain) && clause.contains(bits.compare) { return true }
        if front.features.contains(bits.delta) {
            if clause.contains(bits.compare) { return true }
            if let previous = wordEnding(sentence, at: Int(token.start)), previous.contains(bits.delta) {
                return compared || (back.head.isEmpty && front.head.isEmpty && back.gap == 0)
            }
        }
        return false
    }

    /// 较去年的8件增加2件: the eight are last year's.
    private func isEarlierValue(_ sentence: Sentence, _ index: Int) -> Bool {
        guard clause.contains(bits.compare), clause.isDisjoint(with: bits.delta), index + 1 < sentence.tokens.count,
            sentence.tokens[index + 1].kind == .word
        else { return false }
        return lexicon.wordEntries[Int(sentence.tokens[index + 1].entry)].features.contains(bits.delta)
    }

    /// The features of the word that ends where a figure begins; 了 may stand between.
    private func wordEnding(_ sentence: Sentence, at start: Int) -> Features? {
        for token in sentence.tokens where token.kind == .word {
            if Int(token.end) == start { return lexicon.wordEntries[Int(token.entry)].features }
            if Int(token.end) == start - 1, sentence.code(start - 1) == 0x4E86 {
                return lexicon.wordEntries[Int(token.entry)].features
            }
            if Int(token.start) >= start { break }
        }
        return nil
    }

    func isApproximate(_ sentence: Sentence, _ index: Int) -> Bool {
        guard index > 0 else { return false }
        let previous = sentence.tokens[index - 1]
        guard previous.kind == .word else { return false }
        let features = lexicon.wordEntries[Int(previous.entry)].features
        if previous.end == sentence.tokens[index].start && features.contains(bits.approximate) { return true }
        // 约收到申请20件: in front of the verb, but for what is counted.
        var at = index - 1
        while at > clauseToken, sentence.tokens[at].kind == .word {
            let word = lexicon.wordEntries[Int(sentence.tokens[at].entry)].features
            if !word.isDisjoint(with: bits.received.union(bits.disclosed)) {
                let front = sentence.tokens[at - 1]
                return front.kind == .word && front.end == sentence.tokens[at].start
                    && lexicon.wordEntries[Int(front.entry)].features.contains(bits.approximate)
            }
            at -= 1
        }
        return false
    }

    /// 一项重要任务, 三种形式: Chinese figures count things only where something was done to them.
    private func isArticle(
        _ number: NumberToken, _ unit: UnitClasses, _ front: Surroundings, _ back: Surroundings
    ) -> Bool {
        guard number.isHan else { return false }
        if unit.contains(lexicon.unitBits.money) { return false }
        return number.value.mantissa < 2 || unit.contains(lexicon.unitBits.loose)
            || front.features.isDisjoint(with: bits.hanverb)
    }

    mutating func remember(_ rule: Int, _ front: Surroundings, _ back: Surroundings) {
        clauseHasFact = true
        var local = front
        if !back.runsIntoFigure || front.head.isEmpty { local.add(back) }
        let named = local.features.intersection(bits.objects)
        if named.isEmpty && rule >= 0 && lexicon.rules[rule].channel == .applicant {
            objects = bits.application
        } else if named.isEmpty && rule >= 0 && lexicon.rules[rule].channel == .document {
            objects = bits.document
        } else if !named.isEmpty {
            objects = named
            objectsStart = clauseStart
            documentClass = local.hasSeveralDocumentClasses ? -1 : local.documentClass
        }
        let done = local.features.intersection(bits.actions)
        if !done.isEmpty { actions = done }
        if rule >= 0 { lastRule = rule }
    }

    private mutating func judgeRate(
        _ sentence: Sentence, at index: Int, _ number: NumberToken, _ context: NarrativeContext,
        _ facts: inout [FoundFact]
    ) {
        guard !number.isQuoted else { return }
        let front = before(sentence, index, countsEvents: true)
        let back = behind(
            sentence, index, countsEvents: true,
            goesOn: front.head.isEmpty && front.features.isDisjoint(with: bits.results))
        var base = kind(UnitClasses(rawValue: .max), front, back, sentence, context).rule
        // 收到申请30件，同比增长12.3%: a rate of what was counted last.
        if base < 0 && front.head.isEmpty && lastRule >= 0 { base = lastRule }
        let start = front.head.isEmpty && !objects.isEmpty ? objectsStart : clauseStart
        facts.append(
            FoundFact(
                rule: FoundFact.rate, channel: -1, base: base, value: number.value,
                unit: number.unit >= 0 ? Int(number.unit) : -2,
                isApproximate: number.isApproximate || isApproximate(sentence, index),
                clause: min(start, clauseStart)..<clauseEnd, place: Int(sentence.tokens[index].start)))
    }
}
