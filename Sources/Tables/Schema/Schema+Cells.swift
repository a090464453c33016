extension Schema {
    static let disclosures = TableSchema(
        .disclosures, "主动公开情况", "One cell of section 2's table.", key: ["report_id", "item", "measure"],
        references: [toReport],
        columns: [
            reportID, form,
            Column(
                "article", .code(.article), "条款", "The article and item of the Regulations that the row reports on.",
                required: true),
            Column("item", .code(.item), "信息内容", "The row of the form.", required: true),
            Column("measure", .code(.measure), "统计指标", "The column of the form.", required: true),
            Column(
                "value", .decimal, "数值",
                "The number; money is in yuan, also where it is printed in units of 10,000 yuan."),
            Column("unit", .code(.unit), "单位", "The unit of `value`.", required: true),
            raw, status, locator,
        ])

    static let applications = TableSchema(
        .applications, "依申请公开情况", "One cell of section 3's table.", key: ["report_id", "outcome", "applicant"],
        references: [toReport],
        columns: [
            reportID, form,
            Column("outcome", .code(.outcome), "处理结果", "The row of the form.", required: true),
            Column("applicant", .code(.applicant), "申请人类别", "The column of the form.", required: true),
            value, raw, status, locator,
        ])

    static let proceedings = TableSchema(
        .proceedings, "复议诉讼情况", "One cell of section 4's table.", key: ["report_id", "procedure", "outcome"],
        references: [toReport],
        columns: [
            reportID, form,
            Column(
                "procedure", .code(.procedure), "程序", "Reconsideration or one of two kinds of litigation.",
                required: true),
            Column("outcome", .code(.decision), "结果", "How it ended.", required: true),
            value, raw, status, locator,
        ])

    private static let form = Column("form", .code(.form), "格式版本", "The form version of the table.", required: true)
    private static let value = Column(
        "value", .decimal, "数值", "The number; null where `status` is `blank`, `unreadable` or `absent`.")
    private static let raw = Column(
        "raw", .text, "原文",
        "What stood in print. In spreadsheet CSV a text that begins with one of = + - @, their full-width forms, a tab or a line end "
            + "has an apostrophe in front, unless it is a signed number or dashes only.")
    private static let status = Column(
        "status", .code(.cellStatus), "单元格状态", "How the value came about.", required: true)
    private static let locator = Column(
        "locator", .locator, "位置",
        "Where it stood: `L143` is a line of text, `t2r5c3` a table, row and cell, with `p4` in front where there are pages."
    )
}
