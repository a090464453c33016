import Tables

/// Views that put together what an analyst would join by hand: Chinese labels, issuer and year beside the codes.
///
/// Copies of a report are left out of views that sum or compare (`duplicate_of` is null), nowhere else.
enum DatabaseViews {
    static var all: [String] {
        [
            labelled(.disclosures, row: "item", column: "measure"),
            labelled(.applications, row: "outcome", column: "applicant"),
            labelled(.proceedings, row: "procedure", column: "outcome"),
            applicationsByIssuer, applicationsByYear, failedChecks, doubtfulCells, reportsToReview, problems, panelInChinese,
        ]
    }

    /// A statutory table with the labels of the form and what is known of the report.
    private static func labelled(_ table: Table, row: String, column: String) -> String {
        let cells = table.schema.columns.map { "a.\(DatabaseText.quoted($0.name))" }.joined(separator: ", ")
        return """
            CREATE VIEW "\(table.rawValue)_labelled" AS
            SELECT r."issuer", r."year", r."status" AS "report_status", r."duplicate_of",
                c."row_label" AS "\(row)_label", c."column_label" AS "\(column)_label", s."title" AS "status_label",
                \(cells)
            FROM "\(table.rawValue)" a
            JOIN "reports" r ON r."report_id" = a."report_id"
            JOIN "codebook" c ON c."form" = a."form" AND c."section" = '\(table.rawValue)'
                AND c."row" = a."\(row)" AND c."column" = a."\(column)"
            JOIN "words" s ON s."vocabulary" = 'cell_status' AND s."word" = a."status"
            """
    }

    /// Section 3 as it is printed: a row for each outcome, a column for each kind of applicant.
    private static var applicationsByIssuer: String {
        let applicants = Vocabulary.applicant.words.map { word in
            "MAX(CASE WHEN a.\"applicant\" = '\(word.code)' THEN a.\"value\" END) AS \"\(word.code)\""
        }
        return """
            CREATE VIEW "applications_by_year_and_issuer" AS
            SELECT r."year", r."issuer", r."report_id", r."status" AS "report_status", a."form", a."outcome",
                c."row_label" AS "outcome_label",
                \(applicants.joined(separator: ",\n    "))
            FROM "reports" r
            JOIN "applications" a ON a."report_id" = r."report_id"
            JOIN "codebook" c ON c."form" = a."form" AND c."section" = 'applications' AND c."row" = a."outcome"
                AND c."column" = a."applicant"
            WHERE r."duplicate_of" IS NULL
            GROUP BY r."year", r."issuer", r."report_id", a."form", a."outcome", c."row_label"
            ORDER BY r."year", r."issuer", r."report_id", MIN(a.rowid)
            """
    }

    /// Sums of section 3's last column over all reports of a year, with what they leave out.
    private static let applicationsByYear = """
        CREATE VIEW "applications_by_year" AS
        SELECT r."year", a."outcome", c."row_label" AS "outcome_label", COUNT(*) AS "reports",
            COUNT(a."value") AS "reports_with_value", SUM(a."value") AS "total"
        FROM "reports" r
        JOIN "applications" a ON a."report_id" = r."report_id" AND a."applicant" = 'total'
        JOIN "codebook" c ON c."form" = a."form" AND c."section" = 'applications' AND c."row" = a."outcome"
            AND c."column" = a."applicant"
        WHERE r."duplicate_of" IS NULL
        GROUP BY r."year", a."outcome"
        ORDER BY r."year", MIN(c.rowid)
        """

    /// Both sides of every rule that does not hold.
    private static let failedChecks = """
        CREATE VIEW "failed_checks" AS
        SELECT r."path", r."issuer", r."year", k."report_id", k."rule", w."title" AS "rule_label", k."subject",
            (SELECT s."title" FROM "words" s
                WHERE s."word" = substr(k."subject", 1, instr(k."subject" || ' ', ' ') - 1)
                AND s."vocabulary" IN ('applicant', 'outcome', 'procedure', 'item')
                ORDER BY s."vocabulary" LIMIT 1) AS "subject_label",
            k."left", k."right", k."difference", w."meaning" AS "rule_meaning"
        FROM "checks" k
        JOIN "reports" r ON r."report_id" = k."report_id"
        JOIN "words" w ON w."vocabulary" = 'check_rule' AND w."word" = k."rule"
        WHERE k."outcome" = 'fail'
        """

    /// Cells that are there and may not be taken as they stand.
    private static var doubtfulCells: String {
        let parts = [("disclosures", "item", "measure"), ("applications", "outcome", "applicant"), ("proceedings", "procedure", "outcome")]
            .map { table, row, column in
                """
                SELECT r."path", r."issuer", r."year", a."report_id", '\(table)' AS "table", a."\(row)" AS "row",
                    a."\(column)" AS "column", c."row_label", c."column_label", a."value", a."raw", a."status", a."locator"
                FROM "\(table)" a
                JOIN "reports" r ON r."report_id" = a."report_id"
                JOIN "codebook" c ON c."form" = a."form" AND c."section" = '\(table)' AND c."row" = a."\(row)"
                    AND c."column" = a."\(column)"
                WHERE a."status" IN ('inferred', 'unreadable')
                """
            }
        return "CREATE VIEW \"doubtful_cells\" AS\n\(parts.joined(separator: "\nUNION ALL\n"))"
    }

    /// Reports that are not `clean`, with how much there is to look at.
    private static let reportsToReview = """
        CREATE VIEW "reports_to_review" AS
        SELECT r."path", r."issuer", r."year", r."status", w."title" AS "status_label", r."checks_failed", r."cells_inferred",
            r."cells_unreadable", r."cells_absent", r."report_id", r."duplicate_of"
        FROM "reports" r
        JOIN "words" w ON w."vocabulary" = 'report_status' AND w."word" = r."status"
        WHERE r."status" <> 'clean'
        """

    /// Every problem with what became of its file.
    private static let problems = """
        CREATE VIEW "problems" AS
        SELECT e."path", f."status" AS "file_status", e."stage", e."severity", e."code", w."title" AS "code_label", e."message",
            e."locator", f."report_id"
        FROM "errors" e
        JOIN "files" f ON f."path" = e."path"
        JOIN "words" w ON w."vocabulary" = 'problem' AND w."word" = e."code"
        """

    /// The panel under the labels of the form, with region and rank.
    private static var panelInChinese: String {
        let report = ["report_id", "path", "title", "issuer", "level", "province", "prefecture", "county", "township", "year", "status",
            "duplicate_of"]
        var columns: [String] = []
        for name in report {
            guard let index = Table.reports.schema.index(of: name) else { preconditionFailure("no column \(name)") }
            columns.append("r.\"\(name)\" AS \(DatabaseText.quoted(Table.reports.schema.columns[index].title))")
        }
        // The report's own columns stand in front already.
        columns += Table.panel.schema.columns.drop { $0.type != .decimal }
            .map { "p.\"\($0.name)\" AS \(DatabaseText.quoted($0.title))" }
        return """
            CREATE VIEW "panel_zh" AS
            SELECT \(columns.joined(separator: ",\n    "))
            FROM "reports" r
            JOIN "panel" p ON p."report_id" = r."report_id"
            """
    }
}
