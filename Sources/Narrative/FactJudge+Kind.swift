internal import ReportModel

extension FactJudge {
    /// What a figure counts: the rule, and the channel.
    func kind(
        _ unit: UnitClasses, _ front: Surroundings, _ back: Surroundings, _ sentence: Sentence,
        _ context: NarrativeContext
    ) -> (rule: Int, channel: Int) {
        var (front, back) = (front, back)
        // 12个乡镇的公开情况: 个 measures the noun that follows at once, not one further on.
        if unit != UnitClasses(rawValue: .max), unit.contains(lexicon.unitBits.general), back.gap > 2 {
            back = Surroundings()
            back.gap = 3
        }
        // 65名业务人员参加: those who attend are no staff.
        if front.features.union(back.features).contains(bits.attended) {
            front.features.remove(bits.staff)
            back.features.remove(bits.staff)
            if front.head == bits.staff { front.head = [] }
            if back.head == bits.staff { back.head = [] }
        }
        // 发文76份，主动公开58份
        if front.head == bits.proactive, back.head.isEmpty, lastRule >= 0, lexicon.rules[lastRule].channel == .document,
            unit.contains(lexicon.unitBits.document), !unit.contains(lexicon.unitBits.strip)
        {
            front.features.insert(bits.document)
            if front.documentClass < 0 { front.documentClass = documentClass }
        }
        // 被提起行政复议3件，撤回1件
        if !front.features.union(back.features).isDisjoint(with: bits.otherOutcome) {
            front.features.formUnion(objects.intersection(bits.reconsideration.union(bits.lawsuit)))
        }
        // 同意公开11件，其他2件
        if front.features.contains(bits.rest), lastRule >= 0, back.features.isEmpty,
            front.features.isDisjoint(with: bits.objects.union(bits.actions))
        {
            let listed = lexicon.rules[lastRule].all
            if !listed.isDisjoint(with: bits.results) { front.features.formUnion(bits.otherResult) }
            if !listed.isDisjoint(with: bits.verdicts) {
                front.features.formUnion(bits.otherOutcome)
                front.features.formUnion(listed.intersection(bits.reconsideration.union(bits.lawsuit)))
            }
        }
        // What stands behind the measure word is what is counted, unless it already belongs to the next figure.
        // 信息公开由1名专职人员和2名兼职人员负责: people are told behind the figure.
        let namesStaff = unit.contains(lexicon.unitBits.person) && back.head == bits.staff
        let frontIsEnough =
            !namesStaff && (!front.head.isEmpty || !front.features.isDisjoint(with: bits.results))
        let useBack = !(back.runsIntoFigure && frontIsEnough)
        var local = front
        if useBack {
            if !back.head.isEmpty && (back.gap <= 2 || front.head.isEmpty || front.head == bits.matter) {
                var described = front
                described.features.subtract(bits.objects)
                described.add(back)
                if let rule = rule(described.features, unit, stages: 1...1) { return (rule, channel(rule, described)) }
                if back.head == bits.matter { return (FoundFact.other, -1) }
            }
            if frontIsEnough, let rule = rule(front.features, unit, stages: 1...1),
                !hasUnknownNoun(unit, rule, front, back)
            {
                return (rule, channel(rule, front))
            }
            local.add(back)
        }
        if let rule = rule(local.features, unit, stages: 1...1), !hasUnknownNoun(unit, rule, local, back) {
            return (rule, channel(rule, local))
        }
        let named = local.features.intersection(bits.objects)
        let done = local.features.intersection(bits.actions)
        if named.isEmpty && done.isEmpty {
            // 新收申请3件，上年结转1件，共计4件: a sum is none of its parts.
            if lastRule >= 0, local.features.contains(bits.total), lexicon.rules[lastRule].all.contains(bits.carriedIn) {
                return (FoundFact.other, -1)
            }
            // 其中网站200条: a part of what was counted last.
            if lastRule >= 0, lexicon.rules[lastRule].units.isDisjoint(with: unit) == false {
                let part = channel(lastRule, local)
                if part != -1 { return (lastRule, part) }
            }
        }
        if named.isEmpty, !(useBack && back.gap > 0 && done.isEmpty && back.features.isEmpty) {
            for carried in [objects, context.previousObjects, context.topic] where !carried.isEmpty {
                if done.isEmpty && lastRule >= 0 && local.features.isDisjoint(with: lexicon.telling)
                    && !goesOnListing(unit, local)
                {
                    break
                }
                var features = local.features.union(carried)
                if done.isEmpty && carried == objects { features.formUnion(actions) }
                if local.medium >= 0 { features.subtract(bits.application) }
                if let rule = rule(features, unit, stages: 1...2) {
                    var joined = local
                    if joined.documentClass < 0 && carried == objects { joined.documentClass = documentClass }
                    return (rule, channel(rule, joined))
                }
                // 行政复议、行政诉讼工作有序推进，共办理案件9件: no words further off say more.
                if carried.isSuperset(of: bits.reconsideration.union(bits.lawsuit)) { return (FoundFact.other, -1) }
            }
        } else if done.isEmpty, !named.isEmpty, named != bits.matter {
            // 制定规章1部、规范性文件2件: the verb stands once.
            let partOfItems = lastRule >= 0 && lexicon.rules[lastRule].countsItems && spoken.contains(bits.among)
            let actions = partOfItems ? actions.union(bits.disclosed) : actions
            if let rule = rule(local.features.union(actions), unit, stages: 1...1) {
                return (rule, channel(rule, local))
            }
        }
        // 公开财政信息12条、重大项目8条
        if named == bits.matter, done.isEmpty, lastRule >= 0, clauseHasFact, lexicon.rules[lastRule].countsItems,
            unit.contains(lexicon.unitBits.strip), !spoken.contains(bits.among)
        {
            return (lastRule, channel(lastRule, local))
        }
        // 收到留言56条，答复56条: what is carried may say that it is none of the kinds.
        let guarded = local.features.union(objects.intersection(bits.matter))
        if let rule = rule(guarded, unit, stages: 3...3), !hasUnknownNoun(unit, rule, local, back) {
            return (rule, channel(rule, local))
        }
        return (FoundFact.other, -1)
    }

    /// 公开采购公告36条、抽查结果9条: a list of items goes on with a noun that the vocabulary lacks.
    private func goesOnListing(_ unit: UnitClasses, _ local: Surroundings) -> Bool {
        clauseHasFact && lexicon.rules[lastRule].countsItems && unit.contains(lexicon.unitBits.strip)
            && local.features.subtracting(bits.tail).isEmpty && !spoken.contains(bits.among)
    }

    private func rule(_ features: Features, _ unit: UnitClasses, stages: ClosedRange<Int>) -> Int? {
        let features = resolvingCarry(features)
        for index in lexicon.rules.indices {
            let rule = lexicon.rules[index]
            if stages.contains(rule.stage) && features.isSuperset(of: rule.all) && features.isDisjoint(with: rule.none)
                && !unit.isDisjoint(with: rule.units)
            {
                return index
            }
        }
        return nil
    }

    /// 公开内容涉及12个大类: what is counted is a noun that the vocabulary lacks.
    private func hasUnknownNoun(_ unit: UnitClasses, _ rule: Int, _ local: Surroundings, _ back: Surroundings) -> Bool {
        guard lexicon.rules[rule].channel == .media else { return false }
        if local.features.contains(bits.among) && local.medium < 0 && !local.features.contains(bits.total)
            && lexicon.rules[rule].secondChannel != .document
        {
            return true
        }
        // 公示16项高频办理事项; what the vocabulary knows further on is told off by its gap.
        return !unit.isDisjoint(with: lexicon.unitBits.session.union(lexicon.unitBits.general))
            && back.head.isEmpty && back.gap > 0 && !back.runsIntoFigure
    }

    private func channel(_ rule: Int, _ local: Surroundings) -> Int {
        let first = channel(lexicon.rules[rule].channel, local)
        return first == -1 ? channel(lexicon.rules[rule].secondChannel, local) : first
    }

    private func channel(_ role: ChannelRole, _ local: Surroundings) -> Int {
        switch role {
        case .none: -1
        case .media: local.hasSeveralMedia ? severalMedia(local) : local.medium
        case .applicant: local.hasSeveralApplicants ? -1 : local.applicant
        case .document: local.hasSeveralDocumentClasses ? -1 : local.documentClass
        }
    }

    /// Several media in one breath are all of them, unless they are told as a part; 其他方式 sums up what stands before it.
    private func severalMedia(_ local: Surroundings) -> Int {
        if lexicon.sumChannels.contains(local.medium) { return local.medium }
        return spoken.contains(bits.among) ? -2 : -1
    }

    /// 结转 alone: out of the year before where that is named, else into the next.
    func resolvingCarry(_ features: Features) -> Features {
        guard features.contains(bits.carry) else { return features }
        let year = clauseYear == .none ? sentenceYear : clauseYear
        return features.union(year == .earlier || clause.contains(bits.prior) ? bits.carriedIn : bits.carriedOut)
    }
}
