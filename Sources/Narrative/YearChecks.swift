internal import HanText
internal import ReportModel

/// Holds the year of the title against the period and against the years that the prose speaks of.
struct YearChecks {
    let document: Document

    func checks(_ report: Report) -> [Check] {
        guard let year = report.year else { return [] }
        return [period(report, year), prose(report, year)].compactMap { $0 }
    }

    private func period(_ report: Report, _ year: Int) -> Check? {
        guard let start = report.periodStart, let end = report.periodEnd, let from = Int(start.prefix(4)),
            let to = Int(end.prefix(4))
        else { return nil }
        // A period over the turn of a year says nothing of the year reported on.
        let outcome: CheckOutcome = from == year && to == year ? .pass : from == to ? .fail : .notAssessable
        return Check(
            rule: .narrativeYear, subject: "period \(start) \(end)", left: DecimalValue(year),
            right: DecimalValue(from),
            outcome: outcome)
    }

    /// The first section names the year it reports on. It fails only where that year is never named and its first sentence
    /// that begins with a year begins with another, near one.
    private func prose(_ report: Report, _ year: Int) -> Check? {
        guard let section = report.sections.first(where: { $0.kind == .overview }) else { return nil }
        let text = document.text.span
        var first: (year: Int, locator: Locator)?
        for line in section.body.clamped(to: document.lines.indices) where document.lines[line].grid < 0 {
            let range = document.lines[line].span.range
            var index = range.lowerBound
            var startsSentence = true
            while index < range.upperBound {
                let byte = text[index]
                if byte == 0x32, let (found, end) = YearChecks.year(text, index, range.upperBound) {
                    if found == year {
                        return Check(
                            rule: .narrativeYear, subject: "prose \(document.lines[line].locator)",
                            left: DecimalValue(year),
                            right: DecimalValue(found), outcome: .pass)
                    }
                    if startsSentence && first == nil && abs(found - year) <= 2 {
                        first = (found, document.lines[line].locator)
                    }
                    index = end
                    startsSentence = false
                    continue
                }
                let width = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                if byte == 0xE3 && index + 2 < range.upperBound && text[index + 1] == 0x80 && text[index + 2] == 0x82 {
                    startsSentence = true
                } else if byte > 0x20 {
                    startsSentence = false
                }
                index += width
            }
        }
        guard let first else { return nil }
        return Check(
            rule: .narrativeYear, subject: "prose \(first.locator)", left: DecimalValue(year),
            right: DecimalValue(first.year),
            outcome: .fail)
    }

    /// Four digits and 年, blanks between them allowed.
    private static func year(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> (year: Int, end: Int)? {
        guard start + 6 < end, start == 0 || !(0x30...0x39).contains(text[start - 1]) else { return nil }
        var value = 0
        for index in start..<start + 4 {
            guard text[index] >= 0x30 && text[index] <= 0x39 else { return nil }
            value = value * 10 + Int(text[index] - 0x30)
        }
        var index = start + 4
        while index < end && text[index] == 0x20 { index += 1 }
        guard index + 2 < end, text[index] == 0xE5, text[index + 1] == 0xB9, text[index + 2] == 0xB4, value < 2100
        else { return nil }
        return (value, index + 3)
    }
}
