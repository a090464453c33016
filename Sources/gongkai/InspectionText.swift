import Codebook
import Pipeline
import ReportModel

/// What the stages made of one document, for people.
struct InspectionText {
    private let inspection: Inspection
    private(set) var text = ""

    init(_ inspection: Inspection) {
        self.inspection = inspection
        add(inspection.path.printable)
        decoded()
        for (index, report) in inspection.reports.enumerated() {
            if inspection.reports.count > 1 { add("report \(index + 1) of \(inspection.reports.count)") }
            segmented(report.segmented)
            for table in StatutoryTable.allCases { self.table(table, of: report) }
            leftovers(report)
            if let report = report.report {
                metadata(report)
                facts(report)
                checks(report)
            }
        }
        for finding in inspection.findings {
            add(Diagnostic.text(path: inspection.path, finding: finding))
        }
    }

    private mutating func add(_ line: String) {
        text += line
        text += "\n"
    }

    // MARK: - Decode

    private mutating func decoded() {
        var parts = ["format \(inspection.format.rawValue)"]
        if inspection.encoding != .none { parts.append("encoding \(inspection.encoding.rawValue)") }
        parts.append("\(inspection.bytes.grouped) bytes")
        if let document = inspection.document {
            parts.append("\(document.lines.count.grouped) lines")
            parts.append("\(document.grids.count) structured tables")
        }
        add("  decode     " + parts.joined(separator: ", "))
        if let sha256 = inspection.sha256 { add("             sha256 \(sha256)") }
    }

    // MARK: - Segment

    private mutating func segmented(_ report: SegmentedReport) {
        add("  segment    \(place(report.lines))")
        add("             title   \(report.title?.printable ?? "not found")")
        add("             issuer  \(report.issuer?.printable ?? "not found")")
        add("             year    \(report.year.map(String.init) ?? "not found")")
        for section in report.sections {
            add("             section \(section.kind.rawValue.padded(to: 12))  \(place(section.lines).padded(to: 11))  \(section.heading.printable)")
        }
        let found = Set(report.sections.map(\.kind))
        for kind in SectionKind.allCases where !found.contains(kind) {
            add("             section \(kind.rawValue.padded(to: 12))  not found")
        }
        let regions = [
            (StatutoryTable.disclosures, report.disclosures), (.applications, report.applications),
            (.proceedings, report.proceedings),
        ]
        for (table, lines) in regions {
            add("             table   \(table.rawValue.padded(to: 12))  \(lines.map(place) ?? "not found")")
        }
    }

    /// Lines of the document as locators of its source.
    private func place(_ lines: Range<Int>) -> String {
        guard let document = inspection.document, let first = lines.first, let last = lines.last,
            last < document.lines.count
        else { return "no lines" }
        return "\(document.lines[first].locator)–\(document.lines[last].locator)"
    }

    // MARK: - Extract and normalize

    private mutating func table(_ table: StatutoryTable, of inspected: InspectedReport) {
        guard let raw = inspected.raw?.table(table) else { return }
        let stage = inspected.report == nil ? "extract  " : "normalize"
        guard let form = raw.form else { return add("  \(stage)  \(table.rawValue): form unknown, no cells") }
        let spec = CodeTable.shared.spec(form, table)
        add("  \(stage)  \(table.rawValue), form \(form.rawValue), \(spec.cells.count) cells")
        let rowWidth = spec.cells.map(\.row.count).max() ?? 0
        let columnWidth = spec.cells.map(\.column.count).max() ?? 0
        let values = inspected.report?.table(table).cells
        let grounds = inspected.grounds(table, in: inspection.document)
        for (index, cell) in spec.cells.enumerated() where index < raw.cells.count {
            let placed = raw.cells[index]
            let normalized = values.flatMap { index < $0.count ? $0[index] : nil }
            var line = "    \(cell.row.padded(to: rowWidth))  \(cell.column.padded(to: columnWidth))"
            if values != nil { line += "  \((normalized?.value?.text ?? "").indented(to: 12))" }
            line += "  \((normalized?.status ?? placed.status).rawValue.padded(to: 10))"
            line += "  \(placed.rule.rawValue.padded(to: 10))  \(placed.locator.description.padded(to: 8))"
            line += "  \"\(printed(placed.raw))\""
            add(line)
            for ground in grounds?.grounds(of: index) ?? [] {
                let place = ground.locator.isNone ? "" : " (\(ground.locator))"
                add("        inferred from \(ground.kind.replacing("_", with: " ")) \(ground.text.printable)\(place)")
            }
        }
    }

    private mutating func leftovers(_ inspected: InspectedReport) {
        for leftover in inspected.raw?.leftovers ?? [] {
            add("  left out   \(leftover.table.rawValue) \(leftover.locator): \"\(printed(leftover.span))\": \(leftover.reason.printable)")
        }
    }

    private mutating func metadata(_ report: Report) {
        let region = [report.province, report.prefecture, report.county, report.township].compactMap { $0 }
        let period = [report.periodStart, report.periodEnd].compactMap { $0 }
        let values: [(String, String?)] = [
            ("report_id", report.id), ("level", report.level?.rawValue),
            ("region", region.isEmpty ? nil : region.joined(separator: " ")),
            ("period", period.isEmpty ? nil : period.joined(separator: " to ")), ("published_on", report.publishedOn),
            ("document_number", report.documentNumber), ("phone", report.phone),
        ]
        for (index, (name, value)) in values.enumerated() {
            add("  \(index == 0 ? "report   " : "         ")  \(name.padded(to: 15))  \(value?.printable ?? "not found")")
        }
    }

    private mutating func facts(_ report: Report) {
        add("  facts      \(report.facts.count) figures in the narrative")
        for fact in report.facts {
            let kind = fact.channel.map { "\(fact.kind), \($0)" } ?? fact.kind
            add(
                "    \(fact.section.rawValue.padded(to: 12))  \(kind.padded(to: 40))  \((fact.approximate ? "about " : "") + fact.value.text) \(fact.unit)"
                    + "  \(fact.locator)  \"\(printed(fact.text))\"")
        }
    }

    private mutating func checks(_ report: Report) {
        add("  checks     \(report.checks.count) held, \(report.checks.count { $0.outcome == .fail }) failed; the report is \(report.status.rawValue)")
        for check in report.checks where check.outcome != .pass {
            let left = check.left?.text ?? "unknown"
            let right = check.right?.text ?? "unknown"
            add("    \(check.outcome.rawValue.padded(to: 14))  \(check.rule.rawValue) \(check.subject.printable): \(left) against \(right)")
        }
    }

    private func printed(_ span: SourceSpan) -> String {
        guard let document = inspection.document, !span.isEmpty else { return "" }
        let text = document.string(span).printable
        return text.count <= 60 ? text : text.prefix(59) + "…"
    }
}

extension InspectedReport {
    /// What the inferred values of a table were inferred from; nil where they were not read.
    func grounds(_ table: StatutoryTable, in document: Document?) -> InferenceGrounds? {
        guard let report, let raw, let document else { return nil }
        return InferenceGrounds(table, of: report, leftovers: raw.leftovers, in: document)
    }
}

extension RawReport {
    func table(_ table: StatutoryTable) -> RawTable {
        switch table {
        case .disclosures: disclosures
        case .applications: applications
        case .proceedings: proceedings
        }
    }
}

extension DecimalValue {
    /// As the tables print it.
    var text: String {
        var digits = String(mantissa.magnitude)
        if scale > 0 {
            if digits.count <= Int(scale) { digits = String(repeating: "0", count: Int(scale) + 1 - digits.count) + digits }
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -Int(scale)))
        }
        return mantissa < 0 ? "-" + digits : digits
    }
}
