internal import Codebook
internal import HanText
public import ReportModel

/// Reads the numbers of extracted cells and holds them against the arithmetic of the form.
public struct Normalizer: Sendable {
    public init() {}

    /// The report as it is written out, without facts and without what its narrative says.
    ///
    /// - Parameters:
    ///   - path: the document's path, with `#2` ... behind it for a second report.
    ///   - id: `r` and 16 hex digits.
    public func normalize(
        _ raw: RawReport, of segmented: SegmentedReport, in document: Document, path: String, id: String
    ) -> Outcome<Report> {
        var findings: [Finding] = []
        var report = Report(id: id, path: path)
        report.title = segmented.title
        report.issuer = segmented.issuer
        report.year = segmented.year
        report.sections = segmented.sections
        report.publishedOn = document.metadata.publishedOn
        report.documentNumber = document.metadata.documentNumber
        let text = document.text.span
        report.disclosures = table(raw.disclosures, .disclosures, text, &findings)
        report.applications = table(raw.applications, .applications, text, &findings)
        report.proceedings = table(raw.proceedings, .proceedings, text, &findings)
        report.checks = FormArithmetic.applications(report.applications) + FormArithmetic.proceedings(report.proceedings)
        for index in report.checks.indices where report.checks[index].outcome == .fail {
            let check = report.checks[index]
            findings.append(
                Finding(
                    .normalize, .warning, .totalMismatch,
                    "\(check.rule.rawValue) fails for \(check.subject): \(shown(check.left)) against \(shown(check.right))"))
        }
        let tables = [report.disclosures, report.applications, report.proceedings]
        if tables.contains(where: { $0.form != nil }), !tables.contains(where: { $0.cells.contains { $0.value != nil || $0.status == .unreadable } }) {
            findings.append(Finding(.normalize, .warning, .blankTemplate, "no cell of the form holds a value"))
        }
        report.status = ReportStanding.status(of: report)
        report.signature = Signature.of(report, document, segmented.lines)
        return Outcome(report, findings: findings)
    }

    private func shown(_ value: DecimalValue?) -> String { value.map { String($0.mantissa) } ?? "an open sum" }

    private func table(
        _ raw: RawTable, _ kind: StatutoryTable, _ text: Span<UInt8>, _ findings: inout [Finding]
    ) -> FormTable {
        guard let form = raw.form else { return FormTable() }
        let spec = CodeTable.shared.spec(form, kind)
        var cells: [Cell] = []
        cells.reserveCapacity(raw.cells.count)
        for index in raw.cells.indices {
            let cell = raw.cells[index]
            if cell.status == .reported, spec.cells[index].unit == .count, let count = ValueReader.plainCount(text, cell.raw) {
                let value = DecimalValue(mantissa: count)
                cells.append(Cell(value: value, status: .reported, raw: cell.raw, locator: cell.locator, rule: cell.rule))
                continue
            }
            var read = Cell(value: nil, status: cell.status, raw: cell.raw, locator: cell.locator, rule: cell.rule)
            if cell.status == .reported || cell.status == .inferred {
                let unit = spec.cells[index].unit
                read.value = ValueReader.value(text, cell.raw, unit: unit, header: raw.moneyHeader)
                if read.value == nil || unit == .count && !isCount(read.value, spec.cells[index])
                    || unit != .count && !isMoney(read.value)
                {
                    read.value = nil
                    read.status = .unreadable
                    findings.append(
                        Finding(
                            .normalize, .warning, .unreadableValue,
                            "\(spec.cells[index].row)/\(spec.cells[index].column) is no number", at: cell.locator))
                }
            }
            cells.append(read)
        }
        var table = FormTable(form: form)
        table.cells = cells
        return table
    }

    /// A yuan has a hundred fen: more than two places show that the unit is not what it seems, and below zero is no sum.
    private func isMoney(_ value: DecimalValue?) -> Bool {
        guard let value else { return false }
        return value.scale <= 2 && value.mantissa >= 0
    }

    /// Counts are whole, and only changes (本年增/减) may be negative.
    private func isCount(_ value: DecimalValue?, _ spec: CellSpec) -> Bool {
        guard let value else { return false }
        return value.scale == 0 && (value.mantissa >= 0 || spec.column == "change")
    }
}
