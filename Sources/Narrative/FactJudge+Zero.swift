internal import ReportModel

extension FactJudge {
    /// 没有收到政府信息公开申请: a zero for each thing that the clause says there was none of.
    mutating func judgeZero(
        _ sentence: Sentence, at index: Int, _ context: NarrativeContext, _ facts: inout [FoundFact]
    ) {
        let cue = lexicon.wordEntries[Int(sentence.tokens[index].entry)].features
        guard clause.isDisjoint(with: bits.conditional), !spoken.contains(bits.planAhead),
            isClauseHead(sentence, index)
        else { return }
        // 未就申请收取费用 speaks of fees; 未就申请作出答复 of no thing that there was none of.
        let isAbout = sentence.code(Int(sentence.tokens[index].end) - 1) == 0x5C31
        let happens = cue.contains(bits.occur)
        var seen = cue
        var classes = Surroundings()
        var end = Int(sentence.tokens[index].end)
        var gap = 0
        var tail = 0
        var at = index + 1
        while at < sentence.tokens.count {
            let token = sentence.tokens[at]
            if token.kind == .clauseEnd { break }
            if token.kind == .word {
                let word = lexicon.wordEntries[Int(token.entry)]
                if word.features.contains(bits.weaken) { return }
                let uncovered = Int(token.start) - end
                if !word.features.isDisjoint(with: things) {
                    if gap < 0 { gap = 0 }
                    tail = 0
                } else if seen.isDisjoint(with: things) {
                    gap += uncovered
                } else {
                    tail +=
                        uncovered
                        + (word.features.isDisjoint(with: bits.tail.union(bits.objects).union(bits.actions))
                            ? Int(token.end - token.start) : 0)
                }
                if seen.isDisjoint(with: things) && !word.features.isDisjoint(with: things) { gap += uncovered }
                seen.formUnion(word.features)
                classes.add(word, bits)
                end = Int(token.end)
            }
            at += 1
        }
        let rest = clauseEnd - end
        if seen.isDisjoint(with: things) { gap += rest } else { tail += rest }
        var named = seen.intersection(things)
        if named.isEmpty {
            guard gap <= 3, seen.subtracting(cue).isDisjoint(with: bits.answered.union(bits.matter)) else { return }
            named = behindNone(sentence, index, cue, context)
            if named.isEmpty { return }
        } else if gap > (happens ? 24 : 16) || tail > (happens ? 9 : 3) {
            return
        }
        if isAbout, !named.contains(bits.fee) { return }
        addZeros(named, seen, classes, sentence, index, &facts)
        zeroEnd = at
    }

    /// What can be done to documents, each counted by itself.
    private var documentActions: [Features] { [bits.issued, bits.revised, bits.repealed, bits.inForce] }

    /// What "none" can be said of.
    private var things: Features {
        bits.application.union(bits.reconsideration).union(bits.lawsuit).union(bits.document).union(bits.fee)
            .union(bits.carriedIn).union(bits.carriedOut).union(bits.carry)
    }

    /// A "none" that begins in the middle of a noun phrase (对没有…的) says nothing.
    private func isClauseHead(_ sentence: Sentence, _ index: Int) -> Bool {
        let start = Int(sentence.tokens[index].start)
        guard start > 0 else { return true }
        switch sentence.code(start - 1) {
        case 0x5BF9, 0x5982, 0x6709, 0x82E5, 0x8BE5, 0x628A: return false  // 对 如 有 若 该 把
        default: return true
        }
    }

    /// The thing of which a "none" at the end of its clause speaks: 行政复议均未发生, 依申请公开情况：无.
    private func behindNone(_ sentence: Sentence, _ index: Int, _ cue: Features, _ context: NarrativeContext)
        -> Features
    {
        var front: Features = []
        for at in clauseToken..<index where sentence.tokens[at].kind == .word {
            front.formUnion(lexicon.wordEntries[Int(sentence.tokens[at].entry)].features)
        }
        let here = front.intersection(things)
        if !here.isEmpty { return here }
        if clauseEndedWithColon {
            let before = clauseBefore.intersection(things)
            if !before.isEmpty { return before }
        }
        guard cue.contains(bits.occur) else { return [] }
        for carried in [objects, context.previousObjects, context.topic] {
            let carriedThings = carried.intersection(things)
            if carriedThings.isEmpty { continue }
            return cue.contains(bits.received) ? carriedThings.intersection(bits.application) : carriedThings
        }
        return []
    }

    private mutating func addZeros(
        _ named: Features, _ seen: Features, _ classes: Surroundings, _ sentence: Sentence, _ index: Int,
        _ facts: inout [FoundFact]
    ) {
        let actions = seen.intersection(bits.actions)
        var named = resolvingCarry(named)
        if named.contains(bits.fee) { named.subtract(bits.application.union(bits.document)) }
        if !named.isDisjoint(with: bits.reconsideration.union(bits.lawsuit)) && clause.union(seen).contains(bits.cause)
        {
            named.remove(bits.application)
        }
        if !named.isDisjoint(with: bits.carriedIn.union(bits.carriedOut)) { named.remove(bits.application) }
        for thing in [
            bits.carriedIn, bits.carriedOut, bits.application, bits.reconsideration, bits.lawsuit, bits.document,
            bits.fee,
        ] where named.contains(thing) {
            var does = actions
            if thing == bits.application { does.insert(bits.received) }
            let other = things.subtracting(thing)
            does = does.subtracting(other)
            // 未制定、修改和废止规范性文件: a zero for each.
            let each = thing == bits.document ? documentActions.filter(does.contains) : []
            for done in each.isEmpty ? [does] : each {
                guard let rule = zeroRule(done.union(thing)) else { continue }
                let isDocument = lexicon.rules[rule].channel == .document
                facts.append(
                    FoundFact(
                        rule: rule,
                        channel: isDocument && !classes.hasSeveralDocumentClasses ? classes.documentClass : -1,
                        value: DecimalValue(0), unit: -1, isApproximate: false, clause: clauseStart..<clauseEnd,
                        place: Int(sentence.tokens[index].start)))
                clauseHasFact = true
            }
        }
        objects = named
    }

    /// 行政复议、行政诉讼均为0件 is one figure and two facts.
    func addJointZeros(_ fact: FoundFact, _ features: Features, _ facts: inout [FoundFact]) {
        guard features.contains(bits.reconsideration), features.contains(bits.lawsuit) else { return }
        facts.removeLast()
        for thing in [bits.reconsideration, bits.lawsuit] {
            guard let rule = zeroRule(thing) else { continue }
            var zero = fact
            zero.rule = rule
            facts.append(zero)
        }
    }

    private func zeroRule(_ features: Features) -> Int? {
        lexicon.rules.firstIndex {
            $0.canBeZero && features.isSuperset(of: $0.all) && features.isDisjoint(with: $0.none)
        }
    }
}
