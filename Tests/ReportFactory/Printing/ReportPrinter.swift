import ReportModel

/// Puts title, headings, prose and tables of one report in order.
struct ReportPrinter {
    let content: ReportContent
    let irregularities: Set<Irregularity>
    var labels: LabelPrinter
    var narrative: Narrative
    var random: SeededGenerator

    /// `tables` are nil where the report has lost them.
    mutating func blocks(
        disclosures: [PrintedTable]?, applications: [PrintedTable]?, proceedings: [PrintedTable]?
    ) -> [Block] {
        let headings = headings()
        var blocks: [Block] = [.title(title())]
        func heading(_ index: Int) { if let text = headings[index] { blocks.append(.heading(text)) } }
        func tables(_ tables: [PrintedTable]?, _ kind: StatutoryTable) {
            if irregularities.contains(.sentence) { blocks.append(.paragraph(narrative.sentence(kind))) }
            for table in tables ?? [] { blocks.append(.table(table)) }
        }
        heading(0)
        for paragraph in narrative.overview() { blocks.append(.paragraph(paragraph)) }
        heading(1)
        tables(disclosures, .disclosures)
        heading(2)
        tables(applications, .applications)
        heading(3)
        tables(proceedings, .proceedings)
        heading(4)
        for paragraph in narrative.problems() { blocks.append(.paragraph(paragraph)) }
        heading(5)
        for paragraph in narrative.other() { blocks.append(.paragraph(paragraph)) }
        return blocks
    }

    private mutating func title() -> String {
        let issuer = content.issuer
        let year = labels.style.digits(String(content.year))
        var words = random.pick(["\(year)年政府信息公开工作年度报告", " \(year) 年政府信息公开工作年度报告", "\(year)年度政府信息公开工作年度报告"])
        if irregularities.contains(.titleVariants) {
            words = random.pick([
                "\(year)年政府信息公开年报", "\(year)年政府信息公开工作年报", "\(year)年度政府信息公开年度报告", "\(year)年政府信息公开年度报告", "\(year)年度政府信息公开工作报告",
                "\(year)年政府信息公开工作年度报吿", "\(year)年政府信公开工作年度报告", "政府信息公开工作年度报告（\(year)年度）", "关于\(year)年政府信息公开工作的年度报告",
            ])
        }
        return issuer + (labels.style.tradition ? Traditional.print(words) : words)
    }

    private mutating func headings() -> [String?] {
        var words = ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"]
        if irregularities.contains(.headingVariants) {
            words[0] = random.pick(["政府信息公开总体情况", "概述", "总体工作情况"])
            words[1] = random.pick(["主动公开政府信息的情况", "行政机关主动公开政府信息情况"])
            words[2] = random.pick(["收到和处理政府信息公开申请的情况", "政府信息公开申请收到和处理情况"])
            words[3] = random.pick(["因政府信息公开工作被申请行政复议、提起行政诉讼情况", "行政复议、行政诉讼情况"])
            words[4] = random.pick(["存在的主要问题及整改措施", "存在问题及改进情况", "政府信息公开工作存在的主要问题及改进情况"])
            words[5] = random.pick(["其他需要报告事项", "需要报告的其他事项"])
        }
        var numbers = ["一、", "二、", "三、", "四、", "五、", "六、"]
        if irregularities.contains(.headingsRenumbered) {
            numbers = random.pick([
                ["一是", "二是", "三是", "四是", "五是", "六是"], ["（一）", "（二）", "（三）", "（四）", "（五）", "（六）"],
                ["1.", "2.", "3.", "4.", "5.", "6."], ["一、", "二、", "二、", "三、", "四、", "五、"], ["二、", "三、", "四、", "五、", "六、", "七、"],
                ["第一部分 ", "第二部分 ", "第三部分 ", "第四部分 ", "第五部分 ", "第六部分 "],
            ])
        }
        var result: [String?] = zip(numbers, words).map { labels.heading($0 + $1) }
        if irregularities.contains(.headingsMissing) {
            let all = random.chance(0.3)
            for index in 1..<6 where all || random.chance(0.45) { result[index] = nil }
        }
        return result
    }
}
