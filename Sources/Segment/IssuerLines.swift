internal import HanText
internal import ReportModel

/// Finds the issuer and the year of a report whose title lacks them: under the title, behind a label, or in the signature.
struct IssuerLines {
    let document: Document
    private let scanner = LineScanner()

    init(_ document: Document) { self.document = document }

    /// What the lines between title and first section say; an issuer only where one line alone names one.
    func behindTitle(_ lines: Range<Int>) -> (issuer: String?, year: Int?) {
        var issuers: [String] = []
        var year: Int?
        for line in lines.prefix(8) {
            guard let text = plainLine(line) else { continue }
            if let issuer = labelled(text) {
                return (issuer, year)
            } else if let found = yearAlone(text) {
                year = year ?? found
            } else if let issuer = issuerAlone(text) {
                issuers.append(issuer)
            }
        }
        return (issuers.count == 1 ? issuers[0] : nil, year)
    }

    /// The line before a date at the end of the report.
    func signature(_ lines: Range<Int>) -> String? {
        var hasDate = false
        var seen = 0
        for line in lines.reversed() {
            guard document.lines[line].grid < 0 else { return nil }
            guard let text = plainLine(line) else {
                if document.lines[line].span.isEmpty { continue }
                return nil
            }
            if text.isEmpty { continue }
            if hasDate { return issuerAlone(text) }
            seen += 1
            hasDate = isDate(text)
            if seen > 4 { return nil }
        }
        return nil
    }

    /// A short line's text without blanks at its ends; nil for one that is long or stands in a table.
    private func plainLine(_ line: Int) -> [Unicode.Scalar]? {
        guard document.lines[line].grid < 0, document.lines[line].span.count <= 150 else { return nil }
        let text = document.text.span
        return [Unicode.Scalar](text, scanner.trimmed(text, document.lines[line].span))
    }

    private static let labels = ["发布机构", "发布单位", "公开主体", "编制单位", "报告单位", "单位名称", "公开机构", "发文机关", "制发机关"]
        .map { Array($0.unicodeScalars) }

    /// 发布机构：某县财政局 发布日期：…
    private func labelled(_ text: [Unicode.Scalar]) -> String? {
        for label in IssuerLines.labels {
            guard let at = text.firstIndex(of: label, ignoringBlanks: true), at < 40 else { continue }
            guard let colon = text[at...].firstIndex(where: { ScalarClass.folded($0.value) == 0x3A }),
                colon - at < 10
            else { continue }
            let name = text[(colon + 1)...].drop { ScalarClass.isBlank($0.value) }.prefix {
                !ScalarClass.isBlank($0.value) && $0.value != 0x7C
            }
            if (3...30).contains(name.count), TitleReader.endsLikeIssuer(name) { return String(scalars: name) }
        }
        return nil
    }

    /// （2023年度）, 2023年
    private func yearAlone(_ text: [Unicode.Scalar]) -> Int? {
        let scalars = text.filter { ![0x28, 0x29].contains(ScalarClass.folded($0.value)) }
        guard let (year, before, after) = YearReader.yearInTitle(scalars), before == 0, after == scalars.count else {
            return nil
        }
        return year
    }

    private func issuerAlone(_ text: [Unicode.Scalar]) -> String? {
        var name = text[...]
        if let first = name.first, let last = name.last, name.count > 1, ScalarClass.folded(first.value) == 0x28,
            ScalarClass.folded(last.value) == 0x29
        {
            name = name.dropFirst().dropLast()
        }
        name = name.trimmedBlanks
        guard (3...25).contains(name.count), TitleReader.endsLikeIssuer(name),
            name.allSatisfy({ ScalarClass.isLetter($0.value) || ScalarClass.isBlank($0.value) })
        else { return nil }
        return String(scalars: name)
    }

    private func isDate(_ text: [Unicode.Scalar]) -> Bool {
        let scalars = text.filter { !ScalarClass.isBlank($0.value) }
        return (8...11).contains(scalars.count) && scalars.contains("年") && scalars.contains("月") && scalars.last == "日"
    }
}
