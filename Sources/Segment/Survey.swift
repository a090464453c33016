internal import Codebook
internal import HanText
internal import ReportModel

/// One pass over a document's lines: what may be a title, a heading, a table label.
struct Survey {
    let document: Document
    var titles: [Title] = []
    var headings: [HeadingCandidate] = []
    /// Lines (ascending) at which a label of a table stands, with the table as an index into `StatutoryTable.allCases`.
    var anchors: [(line: Int, table: Int, count: Int)] = []

    init(_ document: Document) {
        self.document = document
        let text = document.text.span
        let headingFinder = HeadingFinder()
        let anchorFinder = AnchorFinder()
        let titleReader = TitleReader()
        let glance = LineGlance()
        let count = document.lines.count
        var line = 0
        var titleFloor = 0
        while line < count {
            if document.lines[line].grid >= 0 {
                addAnchors(ofGrid: Int(document.lines[line].grid), line, text, anchorFinder)
                line += 1
                continue
            }
            let start = anchorFinder.withoutSeparators(text, document.lines[line].span)
            if start.isEmpty {
                line += 1
                continue
            }
            let span = document.lines[line].span
            let may = glance.beginning(text, span, from: start.lowerBound)
            if may.heading, let heading = headingFinder.candidate(document, text, at: line, limit: count) {
                headings.append(heading)
                line = heading.lines.upperBound + 1
                titleFloor = line
                continue
            }
            if may.label, let table = anchorFinder.table(text, start, from: may.rest) {
                anchors.append((line, table, 1))
            } else if glance.mayEndTitle(text, span), let title = titleReader.title(document, text, endingAt: line, from: titleFloor) {
                titles.append(title)
                titleFloor = line + 1
            }
            line += 1
        }
    }

    private mutating func addAnchors(ofGrid grid: Int, _ line: Int, _ text: Span<UInt8>, _ finder: AnchorFinder) {
        var counts = [0, 0, 0]
        for cell in document.grids[grid].cells where cell.span.count >= 6 {
            if let table = finder.table(text, cell.span.range) { counts[table] += 1 }
        }
        for table in 0..<3 where counts[table] > 0 { anchors.append((line, table, counts[table])) }
    }

    /// Cuts the document where a second report begins: at a title, or at a new first section, behind a complete report.
    func parts() -> [Range<Int>] {
        var starts: [Int] = []
        var cuts = titles.map(\.lines.lowerBound)
        // A second first section without a title of its own.
        var sawProceedings = false
        for heading in headings where heading.weight >= 6 {
            if heading.kind == .proceedings { sawProceedings = true }
            if heading.kind == .overview && sawProceedings {
                sawProceedings = false
                let line = heading.lines.lowerBound
                if !titles.contains(where: { $0.lines.lowerBound < line && line - $0.lines.lowerBound < 60 && $0.lines.lowerBound > (starts.last ?? 0) }) {
                    cuts.append(line)
                }
            }
        }
        cuts.sort()
        // A cut holds only where a report stands on both sides of it.
        var open = 0
        for cut in cuts where cut > open {
            if evidence(open..<cut) >= 5 && evidence(cut..<document.lines.count) >= 5 && hasTables(open..<cut) && hasTables(cut..<document.lines.count) && beginsReport(cut) {
                starts.append(cut)
                open = cut
            }
        }
        var parts: [Range<Int>] = []
        var lower = 0
        for start in starts {
            parts.append(lower..<start)
            lower = start
        }
        parts.append(lower..<document.lines.count)
        return parts
    }

    /// Whether a report begins at a line: its first section or first table comes first. A title at the head of each page is
    /// followed by whatever the page holds.
    private func beginsReport(_ line: Int) -> Bool {
        let heading = headings.first { $0.lines.lowerBound >= line && $0.weight >= 3 }
        let anchor = anchors.first { $0.line >= line }
        if let heading, heading.kind == .overview, heading.lines.lowerBound <= anchor?.line ?? Int.max { return true }
        guard let anchor, anchor.table == 0, anchor.count == 1 || document.lines[anchor.line].grid >= 0 else { return false }
        let isFirst = !anchors.contains { $0.table == 0 && $0.line < line && line - $0.line < 60 }
        return isFirst && (heading.map { $0.kind == .disclosures || $0.lines.lowerBound > anchor.line } ?? true)
    }

    private func hasTables(_ lines: Range<Int>) -> Bool {
        Set(anchors.filter { lines.contains($0.line) }.map(\.table)).count >= 2
    }

    /// How much speaks for a report: a title, headings, tables.
    func evidence(_ lines: Range<Int>) -> Int {
        var score = 0
        if titles.contains(where: { lines.contains($0.lines.lowerBound) && $0.namesDisclosure }) { score += 1 }
        if let title = document.metadata.title, score == 0, lines.lowerBound == 0,
            title.containsScalars("信息公开"), title.containsScalars("报")
        {
            score += 1
        }
        score += min(
            4,
            SectionKind.allCases.count { kind in
                headings.contains { $0.kind == kind && $0.weight >= 3 && lines.contains($0.lines.lowerBound) }
            })
        for table in StatutoryTable.allCases.indices {
            var count = 0
            for anchor in anchors where anchor.table == table && lines.contains(anchor.line) { count += anchor.count }
            if count >= 2 { score += 2 }
        }
        return score
    }

    /// The report in `lines`.
    func report(_ lines: Range<Int>) -> SegmentedReport {
        var report = SegmentedReport(lines: lines)
        report.sections = sections(lines)
        readTitle(of: &report, lines)
        let own = titles.filter { lines.contains($0.lines.lowerBound) }
        if own.count > 2 || own.count == 2 && own[1].text == own[0].text {
            report.runningTitles = own.dropFirst().flatMap { runningLines($0, of: own[0]) }
        }
        report.disclosures = region(.disclosures, 0, report)
        report.applications = region(.applications, 1, report)
        report.proceedings = region(.proceedings, 2, report)
        return report
    }

    /// The lines of a repeated title. What stands above its last line belongs to it only if the first title says it too: it may be a row
    /// of the table that the page's end has cut.
    private func runningLines(_ title: Title, of first: Title) -> [Int] {
        let words = Array(first.text.unicodeScalars)
        return title.lines.filter { line in
            let text = Array(document.string(document.lines[line].span).unicodeScalars)[...].trimmedBlanks
            return line == title.lines.upperBound || words.firstIndex(of: Array(text), ignoringBlanks: true) != nil
        }
    }

    private func readTitle(of report: inout SegmentedReport, _ lines: Range<Int>) {
        let firstSection = report.sections.first?.lines.lowerBound ?? lines.upperBound
        let inside = titles.filter { lines.contains($0.lines.lowerBound) }
        let before = inside.filter { $0.lines.lowerBound < firstSection }
        // The last title before the first section is the report's own; those above it are navigation.
        let candidates = (before.isEmpty ? inside : before).filter(\.namesDisclosure)
        let best =
            candidates.last { $0.year != nil && $0.issuer != nil } ?? candidates.last { $0.year != nil } ?? candidates.last
            ?? before.last
        if let best {
            report.title = best.text
            report.issuer = best.issuer
            // A title behind the first section may be a neighbour's, in a list of links.
            report.year = before.isEmpty ? YearReader.periodYear(document, document.text.span, lines: lines) ?? best.year : best.year
        }
        if let page = document.metadata.title, lines.lowerBound == 0 {
            let read = TitleReader().read(Array(page.unicodeScalars), lines: 0...0)
            if report.title == nil && read.namesDisclosure { report.title = read.text }
            if report.issuer == nil && read.namesDisclosure { report.issuer = read.issuer }
            if report.year == nil { report.year = read.year }
        }
        if report.issuer == nil { report.issuer = document.metadata.issuer }
        if report.issuer == nil || report.year == nil, let best, best.lines.upperBound < firstSection {
            let finder = IssuerLines(document)
            let found = finder.behindTitle((best.lines.upperBound + 1)..<firstSection)
            report.issuer = report.issuer ?? found.issuer ?? finder.signature(lines)
            report.year = report.year ?? found.year
        }
        if report.year == nil {
            report.year = YearReader.periodYear(document, document.text.span, lines: lines)
        }
        if report.issuer == nil || report.year == nil {
            let end = report.sections.first { $0.kind != .overview }?.lines.lowerBound ?? lines.upperBound
            let named = Preamble(document).name(lines.lowerBound..<end)
            report.title = report.title ?? named.title
            report.issuer = report.issuer ?? named.issuer
            report.year = report.year ?? named.year
        }
    }

    /// The chain of headings, in the form's order, for which most speaks.
    private func sections(_ lines: Range<Int>) -> [Section] {
        let candidates = headings.filter { lines.contains($0.lines.lowerBound) }
        guard !candidates.isEmpty else { return [] }
        let order = candidates.map { SectionKind.allCases.firstIndex(of: $0.kind) ?? 0 }
        // The entries of a table of contents have nothing between them.
        let weights = candidates.indices.map { index in
            let isBare = index + 1 < candidates.count && isBlank(candidates[index].lines.upperBound + 1..<candidates[index + 1].lines.lowerBound)
            return isBare ? max(1, candidates[index].weight - 3) : candidates[index].weight
        }
        var best = weights
        var previous = [Int](repeating: -1, count: candidates.count)
        // By section: the first of the best chains that end in it so far.
        var ends = [Int?](repeating: nil, count: SectionKind.allCases.count)
        for index in candidates.indices {
            for before in ends[..<order[index]].compactMap({ $0 }).sorted() where best[before] + weights[index] > best[index] {
                best[index] = best[before] + weights[index]
                previous[index] = before
            }
            if ends[order[index]].map({ best[index] > best[$0] }) ?? true { ends[order[index]] = index }
        }
        var chain: [HeadingCandidate] = []
        var at = best.indices.max { (best[$0], -$0) < (best[$1], -$1) } ?? 0
        while at >= 0 {
            chain.insert(candidates[at], at: 0)
            at = previous[at]
        }
        return chain.indices.map { index in
            let heading = chain[index].lines
            let end = index + 1 < chain.count ? chain[index + 1].lines.lowerBound : lines.upperBound
            // A line that goes on behind the heading belongs to the text too.
            return Section(
                kind: chain[index].kind, heading: headingText(heading, until: chain[index].end), lines: heading.lowerBound..<end,
                body: (chain[index].end == nil ? heading.upperBound + 1 : heading.upperBound)..<end)
        }
    }

    private func isBlank(_ lines: Range<Int>) -> Bool {
        let scanner = LineScanner()
        let text = document.text.span
        return lines.allSatisfy { document.lines[$0].grid < 0 && scanner.trimmed(text, document.lines[$0].span).isEmpty }
    }

    private func headingText(_ lines: ClosedRange<Int>, until own: Int?) -> String {
        let scanner = LineScanner()
        let text = document.text.span
        func part(_ line: Int) -> String {
            let span = document.lines[line].span
            return String(decoding: document.text[scanner.trimmed(text, SourceSpan(Int(span.start), own ?? Int(span.end)))], as: UTF8.self)
        }
        return lines.dropFirst().reduce(part(lines.lowerBound)) { $0 + part($1) }
    }

    /// Where a table is to be looked for: its section, if a label of the table stands there; else around its labels.
    private func region(_ kind: SectionKind, _ table: Int, _ report: SegmentedReport) -> Range<Int>? {
        let section = report.sections.first { $0.kind == kind }
        var own: (first: Int, last: Int)?
        var isInside = false
        for anchor in anchors where anchor.table == table && report.lines.contains(anchor.line) {
            own = (own?.first ?? anchor.line, anchor.line)
            if let section, section.body.contains(anchor.line) { isInside = true }
        }
        if let section, own == nil || isInside { return trimmed(section.body, table, report) }
        guard let (first, last) = own else { return nil }
        // Labels outside their section: from a little before the first to where the next section begins.
        let lower = report.sections.last { $0.lines.lowerBound <= first }?.body.lowerBound ?? report.lines.lowerBound
        let upper = report.sections.first { $0.lines.lowerBound > last }?.lines.lowerBound ?? report.lines.upperBound
        return trimmed(max(lower, first - 24)..<max(min(upper, last + 80), last + 1), table, report)
    }

    /// Cuts a region where labels of a later table begin: headings between tables may be missing.
    private func trimmed(_ range: Range<Int>, _ table: Int, _ report: SegmentedReport) -> Range<Int> {
        guard let last = anchors.last(where: { $0.table == table && range.contains($0.line) })?.line,
            let foreign = anchors.first(where: { $0.table > table && $0.line > last && range.contains($0.line) })?.line
        else { return range }
        return range.lowerBound..<foreign
    }
}
