/// What a run writes: every table with its columns, types and keys. Text of the public schema, and the source of every
/// format's columns.
public enum Schema {
    /// Major: a column removed, renamed or changed in meaning. Minor: a column or table added.
    public static let version = "1.1.0"

    /// In the order of ``Table``.
    public static let tables: [TableSchema] = [
        files, reports, sections, disclosures, applications, proceedings, facts, checks, errors, panel, codebook,
    ]

    static let toReport = ForeignKey("report_id", .reports, "report_id")
    static let reportID = Column(
        "report_id", .identifier, "报告编号",
        "The report: `r` and the first 16 hexadecimal digits of the SHA-256 of its path.",
        required: true)
}
