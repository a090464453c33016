import Codebook
import Pipeline
import ReportModel
import Settings

/// What the stages made of one document, as one JSON object.
enum InspectionJSON {
    typealias Members = [(String, JSONContent)]

    static func text(_ inspection: Inspection) -> String {
        var members: Members = [
            ("path", .string(inspection.path)), ("format", .string(inspection.format.rawValue)),
            ("encoding", .string(inspection.encoding.rawValue)), ("bytes", number(Int(inspection.bytes))),
            ("sha256", text(inspection.sha256)),
        ]
        if let document = inspection.document {
            members.append(("lines", number(document.lines.count)))
            members.append(("structured_tables", number(document.grids.count)))
        }
        members.append(("reports", array(inspection.reports.map { .members(report($0, of: inspection.document)) })))
        members.append(("findings", array(inspection.findings.map { .members(finding($0)) })))
        return JSONValue(.members(members)).description
    }

    private static func report(_ inspected: InspectedReport, of document: Document?) -> Members {
        let segmented = inspected.segmented
        var members: Members = [
            ("report_id", text(inspected.report?.id)), ("path", text(inspected.report?.path)),
            ("status", text(inspected.report?.status.rawValue)), ("title", text(segmented.title)),
            ("issuer", text(segmented.issuer)), ("year", number(segmented.year)), ("lines", lines(segmented.lines, document)),
            (
                "sections",
                array(
                    segmented.sections.map { section in
                        .members([
                            ("section", .string(section.kind.rawValue)), ("heading", .string(section.heading)),
                            ("lines", lines(section.lines, document)),
                        ])
                    })
            ),
        ]
        let regions = [
            StatutoryTable.disclosures: segmented.disclosures, .applications: segmented.applications,
            .proceedings: segmented.proceedings,
        ]
        for table in StatutoryTable.allCases {
            var described: Members = [("lines", lines(regions[table] ?? nil, document))]
            if let raw = inspected.raw?.table(table) {
                described.append(("form", text(raw.form?.rawValue)))
                let grounds = inspected.grounds(table, in: document)
                described.append(("cells", array(cells(raw, of: table, inspected.report, document, grounds))))
            }
            members.append((table.rawValue, .members(described)))
        }
        if let raw = inspected.raw {
            members.append(("leftovers", array(raw.leftovers.map { .members(leftover($0, document)) })))
        }
        if let report = inspected.report {
            members += metadata(report)
            members.append(("facts", array(report.facts.map { .members(fact($0, document)) })))
            members.append(("checks", array(report.checks.map { .members(check($0)) })))
        }
        return members
    }

    private static func cells(
        _ raw: RawTable, of table: StatutoryTable, _ report: Report?, _ document: Document?, _ grounds: InferenceGrounds?
    ) -> [JSONContent] {
        guard let form = raw.form else { return [] }
        let values = report?.table(table).cells ?? []
        return zip(CodeTable.shared.spec(form, table).cells, raw.cells).enumerated().map { index, pair in
            let (spec, placed) = pair
            var members: Members = [("row", .string(spec.row)), ("column", .string(spec.column))]
            if index < values.count { members.append(("value", decimal(values[index].value))) }
            members += [
                ("status", .string((index < values.count ? values[index].status : placed.status).rawValue)),
                ("rule", .string(placed.rule.rawValue)), ("locator", .string(placed.locator.description)),
                ("raw", .string(printed(placed.raw, document))),
            ]
            if let grounds, values[index].status == .inferred {
                members.append(("inferred_from", array(grounds.grounds(of: index).map { .members(ground($0)) })))
            }
            return .members(members)
        }
    }

    private static func ground(_ ground: InferenceGrounds.Ground) -> Members {
        [("kind", .string(ground.kind)), ("text", .string(ground.text)), ("locator", .string(ground.locator.description))]
    }

    private static func leftover(_ leftover: Leftover, _ document: Document?) -> Members {
        [
            ("table", .string(leftover.table.rawValue)), ("locator", .string(leftover.locator.description)),
            ("raw", .string(printed(leftover.span, document))), ("reason", .string(leftover.reason)),
        ]
    }

    private static func metadata(_ report: Report) -> Members {
        [
            ("level", text(report.level?.rawValue)), ("province", text(report.province)),
            ("prefecture", text(report.prefecture)), ("county", text(report.county)), ("township", text(report.township)),
            ("period_start", text(report.periodStart)), ("period_end", text(report.periodEnd)),
            ("published_on", text(report.publishedOn)), ("document_number", text(report.documentNumber)),
            ("phone", text(report.phone)),
        ]
    }

    private static func fact(_ fact: Fact, _ document: Document?) -> Members {
        [
            ("section", .string(fact.section.rawValue)), ("kind", .string(fact.kind)), ("channel", text(fact.channel)),
            ("value", decimal(fact.value)), ("unit", .string(fact.unit)), ("approximate", .bool(fact.approximate)),
            ("text", .string(printed(fact.text, document))), ("locator", .string(fact.locator.description)),
        ]
    }

    private static func check(_ check: Check) -> Members {
        [
            ("rule", .string(check.rule.rawValue)), ("subject", .string(check.subject)), ("left", decimal(check.left)),
            ("right", decimal(check.right)), ("outcome", .string(check.outcome.rawValue)),
        ]
    }

    private static func finding(_ finding: Finding) -> Members {
        [
            ("stage", .string(finding.stage.rawValue)), ("severity", .string(finding.severity.rawValue)),
            ("code", .string(finding.code.rawValue)), ("message", .string(finding.message)),
            ("locator", .string(finding.locator.description)),
        ]
    }

    // MARK: - Values

    private static func array(_ contents: [JSONContent]) -> JSONContent { .array(contents.map { JSONValue($0) }) }
    private static func text(_ text: String?) -> JSONContent { text.map { .string($0) } ?? .null }
    private static func number(_ number: Int?) -> JSONContent { number.map { .number(String($0)) } ?? .null }
    private static func decimal(_ value: DecimalValue?) -> JSONContent { value.map { .number($0.text) } ?? .null }

    private static func lines(_ lines: Range<Int>?, _ document: Document?) -> JSONContent {
        guard let lines, let document, let first = lines.first, let last = lines.last, last < document.lines.count
        else { return .null }
        return .array([
            JSONValue(number(Int(document.lines[first].number))), JSONValue(number(Int(document.lines[last].number))),
        ])
    }

    private static func printed(_ span: SourceSpan, _ document: Document?) -> String {
        document?.string(span) ?? ""
    }
}
