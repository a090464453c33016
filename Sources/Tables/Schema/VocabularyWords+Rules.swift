import Codebook
import ReportModel

/// Words of checks, stages and documents.
extension VocabularyWords {
    static func word(_ rule: CheckRule) -> Word {
        func word(_ title: String, _ meaning: String, _ note: String) -> Word { Word(rule.rawValue, title, meaning, note) }
        return switch rule {
        case .applicationsBalance:
            word(
                "申请收支平衡", "section 3, a column: received + carried_in = total + carried_out",
                "第三部分各列：本年新收 + 上年结转 = 总计 + 结转下年度")
        case .applicationsOutcomes:
            word("办理结果合计", "section 3, a column: the outcomes add up to total", "第三部分各列：各项办理结果之和 = 总计")
        case .applicationsApplicants:
            word("申请人合计", "section 3, a row: the six kinds of applicants add up to total", "第三部分各行：六类申请人之和 = 总计")
        case .proceedingsOutcomes:
            word("复议诉讼合计", "section 4, a procedure: the four outcomes add up to total", "第四部分各程序：四种结果之和 = 总计")
        case .narrativeApplications:
            word("正文与申请表", "a figure of the prose against section 3", "正文中的数字与第三部分表格一致")
        case .narrativeProceedings:
            word("正文与复议诉讼表", "a figure of the prose against section 4", "正文中的数字与第四部分表格一致")
        case .narrativeDocuments:
            word("正文与文件数", "documents issued, repealed or in force in the prose against section 2", "正文中制发、废止、现行有效件数与第二部分一致")
        case .narrativeFees:
            word("正文与收费", "fees of the prose, a part of section 2's fees", "正文中的收费不超过第二部分的行政事业性收费")
        case .narrativeChannels:
            word("渠道合计", "the items disclosed by channel add up to the total stated", "分渠道的公开条数之和 = 所述总数")
        case .narrativeYear:
            word("年度一致", "the year of the title against the period or the prose", "标题年度与统计期或正文所述年度一致")
        case .yearsApplications:
            word("结转衔接", "carried_in against carried_out of the year before", "上年结转 = 上一年度报告的结转下年度")
        case .yearsDocuments:
            word(
                "有效件数衔接", "in_force against in_force of the year before + issued − repealed",
                "现行有效 = 上年现行有效 + 本年制发 − 本年废止")
        }
    }

    static func word(_ stage: Stage) -> Word {
        switch stage {
        case .discover: Word("discover", "查找文件", "finding the files")
        case .decode: Word("decode", "读取文件", "reading the bytes")
        case .segment: Word("segment", "划分章节", "finding the report and its sections")
        case .extract: Word("extract", "提取表格", "finding the cells")
        case .normalize: Word("normalize", "读数核对", "reading and checking the numbers")
        case .emit: Word("emit", "写出结果", "writing the tables")
        }
    }

    static func word(_ severity: Severity) -> Word {
        switch severity {
        case .warning: Word("warning", "警告", "did not end the document", "未使该文件的处理中止")
        case .error: Word("error", "错误", "ended the document", "该文件的处理到此为止")
        }
    }

    static func word(_ table: StatutoryTable) -> Word {
        switch table {
        case .disclosures: Word(table.rawValue, "第二部分", "section 2", "主动公开政府信息情况")
        case .applications: Word(table.rawValue, "第三部分", "section 3", "收到和处理政府信息公开申请情况")
        case .proceedings: Word(table.rawValue, "第四部分", "section 4", "政府信息公开行政复议、行政诉讼情况")
        }
    }

    static func word(_ unit: PrintedUnit) -> Word {
        switch unit {
        case .count: Word(unit.rawValue, "件或个", "a number of things")
        case .yuan: Word(unit.rawValue, "元", "yuan renminbi")
        case .tenThousandYuan: Word(unit.rawValue, "万元", "10,000 yuan renminbi")
        }
    }

    static func word(_ format: DocumentFormat) -> Word {
        switch format {
        case .text: Word(format.rawValue, "纯文本", "plain text or Markdown")
        case .html: Word(format.rawValue, "网页", "a web page")
        case .docx: Word(format.rawValue, "Word 文档", "a word processor document")
        case .pdf: Word(format.rawValue, "PDF", "a PDF with a text layer")
        case .unknown: Word(format.rawValue, "其他", "none of these")
        }
    }

    static func word(_ encoding: TextEncoding) -> Word { Word(encoding.rawValue, encoding.rawValue.uppercased()) }

    /// An article and item of the Regulations, `20.1`.
    static func article(_ code: String) -> Word {
        let parts = code.split(separator: ".")
        guard parts.count == 2 else { return Word(code) }
        return Word(
            code, "第\(parts[0])条第（\(parts[1])）项", "article \(parts[0]), item \(parts[1]) of the Regulations on Open Government Information",
            "《政府信息公开条例》第\(parts[0])条第（\(parts[1])）项")
    }
}
