extension Schema {
    static let facts = TableSchema(
        .facts, "文字部分数据", "One figure that the narrative states.", references: [toReport],
        columns: [
            reportID,
            Column("section", .code(.section), "章节", "The section it stands in.", required: true),
            Column("kind", .text, "事项", "What is counted.", required: true),
            Column("channel", .text, "渠道", "The channel or subject it is counted for; null where none is named."),
            Column("value", .decimal, "数值", "The number; money is in yuan.", required: true),
            Column("unit", .text, "单位", "The unit of `value`.", required: true),
            Column("approximate", .boolean, "约数", "True where the text says about, more than, nearly.", required: true),
            Column("text", .text, "原文", "The clause it stands in."),
            Column("locator", .locator, "位置", "The line or cell of the clause."),
        ])

    static let checks = TableSchema(
        .checks, "核对", "One arithmetic or consistency rule held against a report.",
        key: ["report_id", "rule", "subject"],
        references: [toReport],
        columns: [
            reportID,
            Column("rule", .code(.checkRule), "规则", "The rule.", required: true),
            Column(
                "subject", .text, "对象", "What the rule was held against: an applicant, an outcome, a procedure.",
                required: true),
            Column(
                "left", .decimal, "左边",
                "The sum on the left of the rule's equation; null where a cell of it has no value."),
            Column("right", .decimal, "右边", "The right side of it."),
            Column("difference", .decimal, "差额", "`left` - `right`; null where one of them is."),
            Column("outcome", .code(.checkOutcome), "结果", "Whether both sides agree.", required: true),
        ])

    static let codebook = TableSchema(
        .codebook, "指标代码表",
        "One statutory cell of one form version: the codes of the tables with their Chinese labels.",
        key: ["form", "section", "row", "column"],
        columns: [
            Column("form", .code(.form), "格式版本", "The form version.", required: true),
            Column("section", .code(.statutoryTable), "表", "The table that holds the cell.", required: true),
            Column("article", .code(.article), "条款", "The article of the Regulations; null outside section 2."),
            Column(
                "row", .code(.codebookRow), "行代码", "The row's code: `item`, `outcome` or `procedure` of the tables.",
                required: true),
            Column(
                "column", .code(.codebookColumn), "列代码",
                "The column's code: `measure`, `applicant` or `outcome` of the tables.", required: true),
            Column(
                "row_label", .text, "行标题", "The row's label in the form; parts of a nested label are parted by `/`.",
                required: true),
            Column("column_label", .text, "列标题", "The column's label in the form.", required: true),
            Column("unit", .code(.printedUnit), "印刷单位", "The unit in which the cell is printed.", required: true),
        ])
}
