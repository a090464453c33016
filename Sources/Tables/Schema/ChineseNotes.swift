/// The Chinese descriptions of tables and columns, for the dictionary in Chinese.
enum ChineseNotes {
    /// What one row of a table is.
    static func note(on table: Table) -> String {
        switch table {
        case .files: "一行是一个输入文件，不论处理结果如何。每个输入恰有一行。"
        case .reports: "一行是一份识别出的年度报告。"
        case .sections: "一行是报告的一个部分，按原文次序。"
        case .disclosures: "一行是第二部分统计表的一个单元格。"
        case .applications: "一行是第三部分统计表的一个单元格。"
        case .proceedings: "一行是第四部分统计表的一个单元格。"
        case .facts: "一行是正文叙述中的一个数字。"
        case .checks: "一行是对报告所做的一项勾稽或一致性核对。"
        case .errors: "一行是某个输入的一个问题。"
        case .panel:
            "一行是一份报告，全部法定数值并排。status 之后各列先按 2021 年版格式的次序，再是只有 2019 年版才有的单元格。空值表示该格没有数值，或该报告所用格式没有这一格。"
        case .codebook: "一行是某版格式的一个法定单元格：各表所用代码及其中文标题。"
        }
    }

    /// What a column holds; empty for the value columns of `panel`, whose titles say it all.
    static func note(on column: String, of table: Table) -> String {
        switch table {
        case .files: files[column] ?? ""
        case .reports: reports[column] ?? ""
        case .sections: sections[column] ?? ""
        case .disclosures, .applications, .proceedings: cells["\(table.rawValue).\(column)"] ?? cells[column] ?? ""
        case .facts: facts[column] ?? ""
        case .checks: checks[column] ?? ""
        case .errors: errors[column] ?? ""
        case .panel: panel[column] ?? ""
        case .codebook: codebook[column] ?? ""
        }
    }

    private static let report = "所属报告：r 加上其路径的 SHA-256 的前 16 位十六进制数字。"
    private static let locator = "所在位置：L143 为第 143 行；t2r5c3 为第 2 张表第 5 行第 3 格；有页码时前面加 p4。"

    private static let files = [
        "path": "相对于输入文件夹的路径，各级以 / 分隔；压缩包内的成员写作 a.zip!/b.html。",
        "status": "该输入的处理结果。",
        "report_id": "其中的报告；有多份时为第一份，没有则为空。",
        "format": "判定的文件类型。",
        "encoding": "读取所用的字符编码；未按文本读取则为空。",
        "bytes": "存储的大小。",
        "sha256": "存储内容的散列值，64 位十六进制数字；无法读取则为空。",
        "problems": "它在 errors 中的行数。",
    ]

    private static let reports = [
        "report_id": "报告编号：r 加上 path 的 SHA-256 的前 16 位十六进制数字。",
        "path": "所在文件，同 files；同一文件中的第二份及以后的报告，后面加 #2 等。",
        "title": "报告标题，照录。",
        "issuer": "发布机关，不含年度和标题用语。",
        "level": "机关的级别。",
        "province": "省级行政区名称。",
        "prefecture": "地级行政区名称。",
        "county": "县级行政区名称。",
        "township": "乡级行政区名称。",
        "year": "报告所述的年度，不是发布的年度。",
        "period_start": "统计期的第一天。",
        "period_end": "统计期的最后一天。",
        "published_on": "发布日期。",
        "document_number": "文号，照录。",
        "phone": "联系电话，照录。",
        "disclosures_form": "第二部分表格的格式版本；看不出则为空。",
        "applications_form": "第三部分表格的格式版本；看不出则为空。",
        "proceedings_form": "第四部分表格的格式版本；看不出则为空。",
        "cells_expected": "所用格式应有的单元格数；等于其后五个数之和。",
        "cells_reported": "状态为 reported 的单元格数。",
        "cells_blank": "状态为 blank 的单元格数。",
        "cells_inferred": "状态为 inferred 的单元格数。",
        "cells_unreadable": "状态为 unreadable 的单元格数。",
        "cells_absent": "状态为 absent 的单元格数。",
        "checks_failed": "它在 checks 中结果为 fail 的行数。",
        "status": "其数字可信到什么程度。",
        "duplicate_of": "表中在它之前、内容相同的第一份报告；本身是第一份或唯一一份则为空。",
    ]

    private static let sections = [
        "report_id": report,
        "section": "六个法定部分中的哪一个；不属于前五部分的为 other。",
        "heading": "章节标题，照录；没有则为空。",
        "first_line": "该部分开始的行号（含标题），从 1 起。",
        "last_line": "该部分结束的行号。",
        "characters": "text 中非空白字符的个数。",
        "text": "该部分的文字，不含标题和首尾空行。各行以换行符分隔；结构化表格每行占一行，各格以制表符分隔。",
    ]

    private static let cells = [
        "report_id": report,
        "form": "该表的格式版本。",
        "article": "该行所依据的《政府信息公开条例》条款。",
        "item": "表格的行。",
        "measure": "表格的列。",
        "outcome": "表格的行：处理结果。",
        "applicant": "表格的列：申请人类别。",
        "procedure": "行政复议，或两类行政诉讼之一。",
        "proceedings.outcome": "以何种结果告终。",
        "value": "数值；status 为 blank、unreadable、absent 时为空。",
        "disclosures.value": "数值；金额单位为元，即使表格印的是万元。",
        "unit": "value 的单位。",
        "raw": "原文。在面向电子表格的 CSV 中，会被当作公式的文字前面加一个撇号，带符号的数字和单独的横线除外。",
        "status": "这个数值从何而来。",
        "locator": locator,
    ]

    private static let facts = [
        "report_id": report,
        "section": "所在的部分。",
        "kind": "计的是什么。",
        "channel": "通过什么渠道，或由谁；未说明则为空。",
        "value": "数值；金额单位为元。",
        "unit": "value 的单位。",
        "approximate": "原文说约、余、近等时为真。",
        "text": "所在的分句。",
        "locator": locator,
    ]

    private static let checks = [
        "report_id": report,
        "rule": "核对规则。",
        "subject": "核对的对象：申请人类别、处理结果、程序等。",
        "left": "等式左边；有单元格没有数值则为空。",
        "right": "等式右边。",
        "difference": "left 减 right；有一边为空则为空。",
        "outcome": "两边是否相等。",
    ]

    private static let errors = [
        "path": "有问题的输入，同 files。",
        "stage": "在哪个处理阶段发现。",
        "severity": "error 使该文件的处理中止，warning 不会。",
        "code": "问题的种类，用词固定。",
        "message": "一句英文说明。",
        "locator": locator,
    ]

    private static let panel = [
        "report_id": report, "issuer": "同 reports。", "year": "同 reports。", "status": "同 reports。",
        "stated_items_disclosed": "正文所述的主动公开总条数：不分渠道的确数中的第一个，其后没有更大的；没有则为空。",
        "stated_applications_received": "正文所述的收到申请数；前后不一或只是约数则为空。",
        "stated_fees_collected": "正文所述的信息处理费，单位为元；前后不一或只是约数则为空。",
    ]

    private static let codebook = [
        "form": "格式版本。",
        "section": "单元格所在的表。",
        "article": "《政府信息公开条例》条款；第二部分以外为空。",
        "row": "行代码，即各表的 item、outcome 或 procedure。",
        "column": "列代码，即各表的 measure、applicant 或 outcome。",
        "row_label": "格式中的行标题；多级标题以 / 分隔。",
        "column_label": "格式中的列标题。",
        "unit": "该格印刷时的单位。",
    ]
}

extension TableSchema {
    /// What one row is, in Chinese.
    public var note: String { ChineseNotes.note(on: table) }

    /// What a column holds, in Chinese; empty where its title says it all.
    public func note(on column: Column) -> String { ChineseNotes.note(on: column.name, of: table) }
}
