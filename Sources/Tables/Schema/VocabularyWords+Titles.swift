import ReportModel

/// The words whose meaning a reader has to be told.
extension VocabularyWords {
    static func word(_ status: FileStatus) -> Word {
        switch status {
        case .ok: Word("ok", "正常", "read, and nothing to remark", "已读，无可说明")
        case .warned:
            Word(
                "warned", "有警告", "read, with at least one problem that did not end it", "已读，至少有一个未使其中止的问题")
        case .failed: Word("failed", "失败", "could not be read; the problem is in `errors`", "无法读取，原因见 errors")
        case .skipped: Word("skipped", "跳过", "none of ours; the reason is in `errors`", "不是年报，原因见 errors")
        }
    }

    static func word(_ level: AdministrativeLevel) -> Word {
        switch level {
        case .national: Word("national", "国家级")
        case .province: Word("province", "省级")
        case .prefecture: Word("prefecture", "地市级")
        case .county: Word("county", "县级")
        case .township: Word("township", "乡镇级")
        case .streetOffice: Word("street_office", "街道")
        case .department: Word("department", "部门", "a department of a government, whatever the government's rank", "政府部门，不论所属政府的级别")
        }
    }

    static func word(_ form: FormVersion) -> Word {
        switch form {
        case .form2019: Word("2019", "2019年版格式", "国办公开办函〔2019〕60号", "国办公开办函〔2019〕60号")
        case .form2021: Word("2021", "2021年版格式", "国办公开办函〔2021〕30号", "国办公开办函〔2021〕30号")
        }
    }

    static func word(_ status: ReportStatus) -> Word {
        switch status {
        case .clean:
            Word(
                "clean", "无疑", "every cell of every table was found and every check that could be held passed",
                "各表每一格都已找到，能做的核对全部通过")
        case .review:
            Word(
                "review", "待核", "a check failed, or a cell is inferred or unreadable", "有核对不符，或有单元格为推定、不可读")
        case .incomplete:
            Word(
                "incomplete", "不全", "a table, a row or a section is not in the text", "文本中缺少某张表、某一行或某个部分")
        }
    }

    static func word(_ section: SectionKind) -> Word {
        switch section {
        case .overview: Word("overview", "总体情况")
        case .disclosures: Word("disclosures", "主动公开政府信息情况")
        case .applications: Word("applications", "收到和处理政府信息公开申请情况")
        case .proceedings: Word("proceedings", "行政复议、行政诉讼情况")
        case .problems: Word("problems", "存在的主要问题及改进情况")
        case .other: Word("other", "其他需要报告的事项")
        }
    }

    static func word(_ status: CellStatus) -> Word {
        switch status {
        case .reported: Word("reported", "已填", "a number stood in print and is taken as it stands", "印有数字，照录")
        case .blank:
            Word(
                "blank", "空白", "the cell is there, empty or a dash; blank is not zero", "单元格在，内容为空或是横线；空白不等于零")
        case .inferred:
            Word(
                "inferred", "推定",
                "the print does not say which cell the number belongs to; the form's arithmetic leaves one answer",
                "看不出数字属于哪一格，而表内勾稽关系只容许一种答案")
        case .unreadable:
            Word(
                "unreadable", "不可读", "something stands there that is no number; see `raw`",
                "那里有东西，但不是数字，或无法归入某一格，见 raw")
        case .absent: Word("absent", "缺失", "the row or table is not in the text", "文本中没有这一行或这张表")
        }
    }

    static func word(_ outcome: CheckOutcome) -> Word {
        switch outcome {
        case .pass: Word("pass", "通过", "both sides are known and equal", "两边都有数，且相等")
        case .fail: Word("fail", "不符", "both sides are known and differ", "两边都有数，但不相等")
        case .notAssessable:
            Word(
                "not_assessable", "无法核对", "a cell that the rule needs has no value", "所需的单元格没有数值")
        }
    }
}
