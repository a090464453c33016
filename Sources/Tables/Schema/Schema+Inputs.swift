extension Schema {
    static let files = TableSchema(
        .files, "输入文件", "One input document, whatever became of it. Every input stands here exactly once.",
        key: ["path"],
        references: [toReport],
        columns: [
            Column(
                "path", .text, "路径",
                "Relative to the input folder, parts parted by `/`; a member of a container is `a.zip!/b.html`.",
                required: true),
            Column("status", .code(.fileStatus), "处理结果", "What became of the input.", required: true),
            Column(
                "report_id", .identifier, "报告编号",
                "The report found in it, the first where there are several; null where there is none."),
            Column("format", .code(.documentFormat), "文件格式", "What kind of document it proved to be.", required: true),
            Column(
                "encoding", .code(.encoding), "字符编码", "The charset it was read in; null where it was not read as text."),
            Column("bytes", .integer, "字节数", "Its size as stored.", required: true),
            Column(
                "sha256", .identifier, "SHA-256",
                "64 hexadecimal digits over the bytes as stored; null where they could not be read."),
            Column("problems", .integer, "问题数", "The number of its rows in `errors`.", required: true),
        ])

    static let errors = TableSchema(
        .errors, "问题清单", "One problem with one input.", references: [ForeignKey("path", .files, "path")],
        columns: [
            Column("path", .text, "路径", "The input, as in `files`.", required: true),
            Column("stage", .code(.stage), "处理阶段", "The stage that found the problem.", required: true),
            Column(
                "severity", .code(.severity), "严重程度", "An `error` ended the document; a `warning` did not.",
                required: true),
            Column("code", .code(.problem), "问题代码", "A stable word for the kind of problem.", required: true),
            Column("message", .text, "说明", "One English sentence.", required: true),
            Column(
                "locator", .locator, "位置",
                "Where it stands in the document: `L143` is a line, `t2r5c3` a cell of a table."),
        ])
}
