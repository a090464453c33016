import ReportModel

/// Invented prose around the tables, with figures that belong to no cell.
struct Narrative {
    let content: ReportContent
    let irregularities: Set<Irregularity>
    let isTerse: Bool
    var random: SeededGenerator

    /// The paragraphs of section 1.
    mutating func overview() -> [String] {
        let year = content.year
        var result = [
            random.pick([
                "依照条例关于年度报告的规定，将\(year)年有关情况汇总如下，统计期限为\(year)年1月1日至12月31日。",
                "\(year)年，围绕群众办事所需，逐项梳理公开清单，现将全年情况报告于后。",
                "本年报由正文与三张统计表组成，文字与表格不一致时，以表格为准；联系电话0\(random.int(310...999))-\(random.int(2_000_000...8_999_999))。",
            ])
        ]
        if irregularities.contains(.narrativeNumbering) { return result + numbered() }
        if isTerse { return result + [random.pick(figures()), random.pick(applicationFigures())] }
        let topics = ["主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障"]
        let pools = [figures() + Narrative.disclosure, applicationFigures() + Narrative.request, Narrative.management, Narrative.platform, Narrative.oversight]
        for (index, topic) in topics.enumerated() where index == 0 || random.chance(0.85) {
            let numeral = ["一", "二", "三", "四", "五"][index]
            let text = random.sample(pools[index], random.int(1...min(4, pools[index].count))).joined()
            result.append("（\(numeral)）\(topic)。" + text)
        }
        return result
    }

    /// A second 一 ... 六 that looks like the report's own.
    private mutating func numbered() -> [String] {
        let heads = [
            "一、总体部署情况", "二、主动公开情况", "三、依申请公开办理情况", "四、复议诉讼情况", "五、存在的问题", "六、其他事项",
        ]
        let style = random.int(0...1)
        return heads.enumerated().flatMap { index, head -> [String] in
            let pool = [figures(), applicationFigures() + Narrative.disclosure, Narrative.request, Narrative.platform, Narrative.problems, Narrative.plans][index]
            let text = random.pick(pool)
            return style == 0 ? [head, text] : [head + "。" + text]
        }
    }

    /// Sentences whose figures agree with the tables, or do not where the narrative contradicts them.
    private mutating func figures() -> [String] {
        let licensing = number(content.value(.disclosures, "licensing", content.form(.disclosures) == .form2019 ? 2 : 0))
        let penalties = number(content.value(.disclosures, "penalties", content.form(.disclosures) == .form2019 ? 2 : 0))
        let items = random.int(20...6000)
        return [
            "全年公开各类信息\(items)条，其中网站\(items / 2)条，公众号\(items / 4)条。",
            "行政许可\(licensing)件，行政处罚\(penalties)件，均在作出决定后7个工作日内上网。",
            "公示行政许可决定\(licensing)件、行政处罚决定\(penalties)件、行政强制0件。",
            "制发规范性文件\(number(content.value(.disclosures, "normative_documents", 0)))件，同步发布解读\(random.int(1...9))篇。",
            "采购项目公告\(random.int(1...40))项，预算\(random.int(20...900)).\(random.int(10...99))万元。",
        ]
    }

    private mutating func applicationFigures() -> [String] {
        let received = number(content.value(.applications, "received", 6))
        let person = number(content.value(.applications, "received", 0))
        let granted = number(content.value(.applications, "granted", 6))
        let carried = number(content.value(.applications, "carried_out", 6))
        return [
            "本年新收政府信息公开申请\(received)件，其中自然人\(person)件，上年结转\(number(content.value(.applications, "carried_in", 6)))件。",
            "予以公开\(granted)件，部分公开\(number(content.value(.applications, "partially_granted", 6)))件，结转下年度继续办理\(carried)件。",
            "收到申请\(received)件，按时办结率100%，平均用时\(random.int(4...18))天。",
        ]
    }

    private mutating func number(_ value: DecimalValue) -> String {
        irregularities.contains(.contradiction) ? String(random.int(1...999)) : value.plain
    }

    /// Between a section's heading and its table.
    mutating func sentence(_ table: StatutoryTable) -> String {
        switch table {
        case .disclosures: random.pick(figures() + ["\(content.year)年规章、行政规范性文件及执法数据见下表："])
        case .applications: random.pick(applicationFigures() + ["申请的收取与办理情况见下表，单位为件："])
        case .proceedings:
            random.pick([
                "\(content.year)年被申请行政复议\(number(content.value(.proceedings, "reconsideration", 4)))件，行政诉讼情况如下：",
                "涉及政府信息公开的复议、诉讼共\(random.int(0...30))件，明细如下。",
            ])
        }
    }

    mutating func problems() -> [String] {
        if isTerse { return [random.pick(Narrative.problems), random.pick(Narrative.plans)] }
        return ["（一）存在问题。" + random.sample(Narrative.problems, 2).joined(), "（二）改进措施。" + random.sample(Narrative.plans, 2).joined()]
    }

    mutating func other() -> [String] {
        random.pick([
            ["无。"], ["没有其他需要报告的事项。"], ["\(content.year)年未发出收费通知，收取信息处理费0元。"],
            ["承办人大建议\(random.int(1...30))件、政协提案\(random.int(1...30))件，办理结果均已公开。", "全年未收取信息处理费。"],
        ])
    }
}
