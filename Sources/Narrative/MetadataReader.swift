internal import Bytes
internal import HanText
public import ReportModel

/// Completes what a report says of itself: rank and regions of the issuer, period, publication, number, phone.
///
/// What is not stated stays nil, and so does what a name leaves open.
public struct MetadataReader: Sendable {
    public init() {}

    /// - Parameter lines: the lines of this report in the document. Title, issuer, year and sections must be set before.
    public func complete(_ report: inout Report, in document: Document, lines: Range<Int>) {
        if let issuer = report.issuer {
            let place = IssuerReader.shared.read(issuer)
            report.level = place.level
            report.province = place.province
            report.prefecture = place.prefecture
            report.county = place.county
            report.township = place.township
        }
        let lines = lines.clamped(to: document.lines.indices)
        let text = document.text.span
        let tables = report.sections.filter { [.disclosures, .applications, .proceedings].contains($0.kind) }
        let top = tables.map(\.lines.lowerBound).min() ?? lines.upperBound
        let bottom = tables.map(\.lines.upperBound).max() ?? lines.lowerBound
        var clues = Clues()
        for line in lines where line < top || line >= bottom {
            guard document.lines[line].grid < 0 else { continue }
            let range = document.lines[line].span.range
            MetadataReader.look(text, range, isPreamble: line < top, &clues)
        }
        report.periodStart = clues.start?.text
        report.periodEnd = clues.end?.text
        report.phone = clues.phone
        readEdges(&report, document, text, lines, bottom: bottom)
    }

    struct Clues {
        var start: DateReader.Day?
        var end: DateReader.Day?
        var phone: String?
    }

    /// Looks at one line for a period and a phone number. Most lines hold neither and are passed over in blocks.
    private static func look(_ text: Span<UInt8>, _ range: Range<Int>, isPreamble: Bool, _ clues: inout Clues) {
        let hasPeriod = isPreamble && clues.start == nil && mayHavePeriod(text, range)
        let hasPhone = clues.phone == nil && mayHavePhone(text, range)
        guard hasPeriod || hasPhone else { return }
        let scalars = DateReader.scalars(text, range)
        if hasPeriod, let (start, end) = period(scalars) { (clues.start, clues.end) = (start, end) }
        if hasPhone { clues.phone = PhoneReader.phone(scalars) }
    }

    /// Whether 月 stands behind a figure, or 统计 anywhere.
    private static func mayHavePeriod(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while true {
            index = ByteSearch.first((0xE6, 0x9C, 0x88), in: text, index..<range.upperBound)
            if index == range.upperBound { break }
            if isFigure(text, before: index, from: range.lowerBound) { return true }
            index += 3
        }
        index = range.lowerBound
        while true {
            index = ByteSearch.first((0xE7, 0xBB, 0x9F), in: text, index..<range.upperBound)
            if index == range.upperBound { return false }
            index += 3
            if index + 3 <= range.upperBound && text[index] == 0xE8 && text[index + 1] == 0xAE && text[index + 2] == 0xA1 {
                return true
            }
        }
    }

    /// Whether 电话, 热线 or 系方 (of 联系方式) stands anywhere, blanks between allowed.
    private static func mayHavePhone(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        isAnywhere((0xE7, 0x94, 0xB5), before: 0x8BDD, text, range)
            || isAnywhere((0xE7, 0x83, 0xAD), before: 0x7EBF, text, range)
            || isAnywhere((0xE7, 0xB3, 0xBB), before: 0x65B9, text, range)
    }

    /// Whether a character stands anywhere with `next` behind it.
    private static func isAnywhere(
        _ character: (UInt8, UInt8, UInt8), before next: UInt32, _ text: Span<UInt8>, _ range: Range<Int>
    ) -> Bool {
        var index = range.lowerBound
        while true {
            index = ByteSearch.first(character, in: text, index..<range.upperBound)
            if index == range.upperBound { return false }
            index += 3
            var (value, at): (UInt32, Int) = (0x20, index)
            while at < range.upperBound, ScalarClass.isBlank(value) || value == 0x2A || value == 0x23 {
                (value, at) = UTF8Cursor.scalar(in: text, at: at)
            }
            if value == next { return true }
        }
    }

    /// A digit of either width, 一, 二 or 十, blanks between allowed.
    private static func isFigure(_ text: Span<UInt8>, before index: Int, from lower: Int) -> Bool {
        var end = index
        while end > lower {
            let (value, start) = UTF8Cursor.scalarBefore(in: text, end, from: lower)
            if !ScalarClass.isBlank(value) {
                return ScalarClass.digit(value) != nil || ChineseNumber.digit(value) != nil || value == 0x5341
            }
            end = start
        }
        return false
    }

    /// `自2024年1月1日起，至12月31日止`: two days of one year with nothing but 起, 至 and marks between; `2024年1月至12月` too. What is
    /// no whole year must be said to be the time of the statistics.
    static func period(_ text: [UInt32]) -> (DateReader.Day, DateReader.Day)? {
        var index = 0
        while index < text.count {
            guard let (start, startEnd) = DateReader.day(text, at: index) else {
                if let year = DateReader.monthsOfYear(text, at: index) {
                    return (
                        DateReader.Day(year: year, month: 1, day: 1), DateReader.Day(year: year, month: 12, day: 31)
                    )
                }
                index += 1
                continue
            }
            let (next, isRange) = joint(text, startEnd)
            if isRange, let (end, _) = DateReader.day(text, at: next, year: start.year),
                (end.year, end.month, end.day) > (start.year, start.month, start.day),
                end.year - start.year <= 1, start.month == 1 || end.month == 12,
                isWholeYear(start, end) || speaksOfStatistics(text)
            {
                return (start, end)
            }
            index = startEnd
        }
        return nil
    }

    private static func isWholeYear(_ start: DateReader.Day, _ end: DateReader.Day) -> Bool {
        start.year == end.year && start.month == 1 && start.day == 1 && end.month == 12 && end.day == 31
    }

    /// 统计, 期限
    private static func speaksOfStatistics(_ text: [UInt32]) -> Bool {
        text.indices.dropLast().contains {
            (text[$0] == 0x7EDF && text[$0 + 1] == 0x8BA1) || (text[$0] == 0x671F && text[$0 + 1] == 0x9650)
        }
    }

    /// Goes over what may stand between the two days of a period; it is one only where 至, 到 or a dash is there.
    private static func joint(_ text: [UInt32], _ start: Int) -> (next: Int, isRange: Bool) {
        var next = start
        var isRange = false
        while next < text.count {
            switch text[next] {
            case 0x81F3, 0x5230, 0x2D, 0x7E: isRange = true
            // 起 开始 （含） 零时
            case 0x8D77, 0x2C, 0x5F00, 0x59CB, 0x28, 0x29, 0x542B, 0x96F6, 0x65F6: break
            default: return (next, isRange)
            }
            next += 1
        }
        return (next, isRange)
    }

    /// Publication date and document number stand near the title or at the end.
    private func readEdges(
        _ report: inout Report, _ document: Document, _ text: Span<UInt8>, _ lines: Range<Int>, bottom: Int
    ) {
        report.publishedOn = document.metadata.publishedOn
        report.documentNumber = document.metadata.documentNumber
        let firstSection = report.sections.map(\.lines.lowerBound).min() ?? min(lines.upperBound, lines.lowerBound + 12)
        for line in lines.lowerBound..<min(firstSection, lines.lowerBound + 40, lines.upperBound) {
            guard document.lines[line].grid < 0, document.lines[line].span.count <= 300 else { continue }
            let scalars = DateReader.scalars(text, document.lines[line].span.range)
            if report.documentNumber == nil { report.documentNumber = NumberLineReader.number(scalars) }
            if report.publishedOn == nil, let day = PublicationReader.day(scalars, report.year) { report.publishedOn = day.text }
        }
        guard report.publishedOn == nil else { return }
        var seen = 0
        for line in lines.reversed() where line >= max(bottom, lines.upperBound - 30) {
            guard document.lines[line].grid < 0 else { break }
            guard document.lines[line].span.count <= 120 else { continue }
            let scalars = DateReader.scalars(text, document.lines[line].span.range)
            if scalars.isEmpty { continue }
            if let day = PublicationReader.day(scalars, report.year) ?? PublicationReader.signed(scalars, report.year) {
                report.publishedOn = day.text
                return
            }
            seen += 1
            if seen > 4 { return }
        }
    }
}
