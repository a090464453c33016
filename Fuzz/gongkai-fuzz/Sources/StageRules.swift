import Codebook
import Extract
import HanText
import Narrative
import Normalize
import ReportModel
import Segment

/// A document through Segment, Extract, Normalize and Narrative. A recognised form has all its cells once; a value was printed where its
/// locator says, digit by digit, and belongs to no other cell; `clean` means that nothing was inferred or lost.
struct StageRules {
    private let segmenter = Segmenter()
    private let extractor = Extractor()
    private let normalizer = Normalizer()
    private let metadata = MetadataReader()
    private let facts = FactFinder()
    private let checks = PartChecks()

    func check(_ document: Document, path: String) {
        let parts: [SegmentedReport]
        do throws(StageFailure) {
            parts = try segmenter.segment(document).value
        } catch {
            require(error.finding.stage == .segment, "a failure of another stage")
            return
        }
        require(!parts.isEmpty, "neither a report nor a reason")
        var end = 0
        for part in parts {
            require(part.lines.lowerBound >= end && part.lines.upperBound <= document.lines.count, "reports overlap: \(parts.map(\.lines))")
            end = part.lines.upperBound
            check(part, document)
        }
    }

    private func check(_ part: SegmentedReport, _ document: Document) {
        var heading = 0
        for section in part.sections {
            require(section.lines.lowerBound >= max(heading, part.lines.lowerBound), "sections overlap")
            require(section.lines.upperBound <= part.lines.upperBound, "a section outside its report")
            require(section.body.lowerBound >= section.lines.lowerBound && section.body.upperBound <= section.lines.upperBound, "a body outside its section")
            heading = section.lines.upperBound
        }
        let raw = extractor.extract(part, in: document).value
        for leftover in raw.leftovers { requireInside(leftover.span, document) }
        var report = normalizer.normalize(raw, of: part, in: document, path: "input", id: "r0").value
        for table in StatutoryTable.allCases { check(report.table(table), table, document) }
        metadata.complete(&report, in: document, lines: part.lines)
        for fact in facts.facts(of: report, in: document) {
            requireInside(fact.text, document)
            requirePlace(fact.text, fact.locator, document)
        }
        for check in report.checks + checks.checks(of: report, in: document) where check.outcome == .pass {
            require(check.left == check.right || check.rule == .narrativeFees, "a check passes on \(check)")
        }
        if ReportStanding.status(of: report) == .clean {
            for table in StatutoryTable.allCases {
                require(report.table(table).form != nil, "a clean report without a table")
                for cell in report.table(table).cells {
                    require(cell.status == .reported || cell.status == .blank, "a clean report with a cell that is \(cell.status)")
                }
            }
        }
    }

    private func check(_ table: FormTable, _ kind: StatutoryTable, _ document: Document) {
        guard let form = table.form else { return require(table.cells.isEmpty, "cells without a form") }
        let spec = CodeTable.shared.spec(form, kind)
        require(table.cells.count == spec.cells.count, "\(table.cells.count) cells of \(spec.cells.count)")
        var used: [(span: SourceSpan, cell: String)] = []
        for (cell, name) in zip(table.cells, spec.cells) {
            requireInside(cell.raw, document)
            let hasValue = cell.status == .reported || cell.status == .inferred
            require((cell.value != nil) == hasValue, "\(name.row)/\(name.column): \(cell.status) and a value or none")
            if hasValue { require(cell.rule != .none, "\(name.row)/\(name.column): a value without a rule") }
            if !cell.raw.isEmpty { requirePlace(cell.raw, cell.locator, document) }
            guard let value = cell.value else { continue }
            let printed = digits(document, cell.raw)
            let read = String(value.mantissa.magnitude).trimmingZeros
            require(printed.hasPrefix(read) || read.isEmpty, "\(name.row)/\(name.column): \(value) of \(printed)")
            used.append((cell.raw, "\(name.row)/\(name.column)"))
        }
        used.sort { $0.span.start < $1.span.start }
        for (one, other) in zip(used, used.dropFirst()) {
            require(one.span.end <= other.span.start, "\(one.cell) and \(other.cell) share a print")
        }
    }

    private func requireInside(_ span: SourceSpan, _ document: Document) {
        require(span.start >= 0 && span.start <= span.end && Int(span.end) <= document.text.count, "a span outside the text: \(span)")
    }

    /// The print stands in the line, or the cell of a grid, that the locator names; a clause may run over several.
    private func requirePlace(_ span: SourceSpan, _ locator: Locator, _ document: Document) {
        require(!locator.isNone, "print without a place: \(document.string(span))")
        if locator.table == 0 {
            let stands = document.lines.contains { $0.locator == locator && meet($0.span, span) }
            require(stands, "\(locator) does not hold \(document.string(span))")
        } else {
            let stands = document.grids.contains { grid in
                grid.cells.contains { $0.locator == locator && meet($0.span, span) }
            }
            require(stands, "\(locator) does not hold \(document.string(span))")
        }
    }

    private func meet(_ one: SourceSpan, _ other: SourceSpan) -> Bool { one.start < other.end && other.start < one.end }

    /// The digits of a print in order, without separators and without zeros in front.
    private func digits(_ document: Document, _ span: SourceSpan) -> String {
        var digits = ""
        for scalar in document.string(span).unicodeScalars {
            if let digit = ScalarClass.digit(scalar.value) { digits += String(digit) }
        }
        return String(digits.drop { $0 == "0" })
    }
}

extension String {
    /// Without zeros at the end: these come and go with units and points.
    var trimmingZeros: String {
        var text = self
        while text.last == "0" { text.removeLast() }
        return text
    }
}
