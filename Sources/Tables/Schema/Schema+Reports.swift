extension Schema {
    static let reports = TableSchema(
        .reports, "年度报告", "One recognised report.", key: ["report_id"],
        references: [ForeignKey("duplicate_of", .reports, "report_id")],
        columns: [
            reportID,
            Column(
                "path", .text, "路径",
                "The document it stands in, as in `files`; a second and later report of one document has `#2` ... behind it.",
                required: true),
            Column("title", .text, "标题", "The report's title as printed."),
            Column("issuer", .text, "发布机关", "The public body, without the year and the words of the title."),
            Column("level", .code(.level), "机关级别", "The rank of the public body."),
            Column("province", .text, "省级政区", "Name of the province-level division."),
            Column("prefecture", .text, "地级政区", "Name of the prefecture-level division."),
            Column("county", .text, "县级政区", "Name of the county-level division."),
            Column("township", .text, "乡级政区", "Name of the township-level division."),
            Column("year", .integer, "报告年度", "The year reported on, not the year of publication."),
            Column("period_start", .date, "统计起始日", "First day of the period reported on."),
            Column("period_end", .date, "统计截止日", "Last day of the period reported on."),
            Column("published_on", .date, "发布日期", "Day of publication."),
            Column("document_number", .text, "文号", "The document's number as printed."),
            Column("phone", .text, "联系电话", "A telephone number as printed."),
            Column(
                "disclosures_form", .code(.form), "第二部分格式",
                "The form version of section 2's table; null where it cannot be told."),
            Column(
                "applications_form", .code(.form), "第三部分格式",
                "The form version of section 3's table; null where it cannot be told."),
            Column(
                "proceedings_form", .code(.form), "第四部分格式",
                "The form version of section 4's table; null where it cannot be told."),
            Column(
                "cells_expected", .integer, "应有单元格数",
                "The number of cells of the recognised forms; the five counts that follow add up to it.", required: true
            ),
            Column("cells_reported", .integer, "已填单元格数", "Cells of status `reported`.", required: true),
            Column("cells_blank", .integer, "空白单元格数", "Cells of status `blank`.", required: true),
            Column("cells_inferred", .integer, "推定单元格数", "Cells of status `inferred`.", required: true),
            Column("cells_unreadable", .integer, "不可读单元格数", "Cells of status `unreadable`.", required: true),
            Column("cells_absent", .integer, "缺失单元格数", "Cells of status `absent`.", required: true),
            Column(
                "checks_failed", .integer, "不符项数", "The number of its rows in `checks` whose outcome is `fail`.",
                required: true),
            Column(
                "status", .code(.reportStatus), "报告状态", "How far the report's numbers can be relied on.", required: true
            ),
            Column(
                "duplicate_of", .identifier, "重复于",
                "The first report of the same content in the order of the table; null where this is the first or only one."
            ),
        ])

    static let sections = TableSchema(
        .sections, "章节", "One section of a report, in the order of the text.", references: [toReport],
        columns: [
            reportID,
            Column(
                "section", .code(.section), "章节",
                "Which of the six statutory sections it is; `other` for what is none of the first five.", required: true
            ),
            Column("heading", .text, "标题", "The heading as printed; null where the text has none."),
            Column("first_line", .integer, "起始行", "Source line on which the section begins, heading included, from 1."),
            Column("last_line", .integer, "结束行", "Source line on which it ends."),
            Column(
                "characters", .integer, "字数", "The number of Unicode scalars of `text` that are not white space.",
                required: true),
            Column(
                "text", .text, "正文",
                "The section without its heading and without empty lines at either end. Lines are parted by a line feed; "
                    + "a structured table gives a line a row, its cells parted by tabs."),
        ])

    static let panel = TableSchema(
        .panel, "宽表",
        "One report, every statutory value beside the next. The columns after `status` are the cells of form 2021 in form order "
            + "and, after them, those that only form 2019 has, table by table; the last three are figures of the narrative. "
            + "A null is a cell without a value or a cell that the report's form does not have.",
        key: ["report_id"], references: [toReport],
        columns: [
            reportID,
            Column("issuer", .text, "发布机关", "As in `reports`."),
            Column("year", .integer, "报告年度", "As in `reports`."),
            Column("status", .code(.reportStatus), "报告状态", "As in `reports`.", required: true),
        ]
            + PanelLayout.shared.columns.map {
                Column($0.name, .decimal, $0.title, $0.description)
            } + [
                Column(
                    "stated_items_disclosed", .decimal, "正文所述主动公开数",
                    "Items disclosed in all as the narrative states them: of the exact figures without a channel the first, where "
                        + "no larger one follows."),
                Column(
                    "stated_applications_received", .decimal, "正文所述收到申请数",
                    "Applications received as the narrative states them; null where its figures differ or are approximate."),
                Column(
                    "stated_fees_collected", .decimal, "正文所述信息处理费",
                    "Information-processing fees collected, in yuan, as the narrative states them; null where its figures differ or "
                        + "are approximate."),
            ])
}
