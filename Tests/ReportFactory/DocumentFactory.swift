import Codebook
import ReportModel

/// Makes synthetic annual reports together with the truth about every statutory cell. Equal seeds and calls give equal bytes.
public struct DocumentFactory: Sendable {
    private var random: SeededGenerator
    private var serial = 0
    /// Leaves out most of the narrative.
    public var isTerse = false

    public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// The next document. Irregularities that a family cannot show have no effect in it.
    public mutating func document(
        family: LayoutFamily, irregularities: Set<Irregularity> = []
    ) -> SyntheticDocument {
        var own = SeededGenerator(seed: random.next())
        let serialText = String(serial)
        let number = String(repeating: "0", count: max(0, 6 - serialText.count)) + serialText
        serial += 1
        let irregularities = irregularities.filter { $0.applies(to: family) }
        var document = SyntheticDocument(
            name: "\(family.rawValue)-\(number).\(family.fileExtension)", text: [], family: family,
            irregularities: irregularities, kind: .reports, reports: [])
        if irregularities.contains(.notAReport) {
            document.kind = .notAReport
            document.text = Array((NonReports.page(using: &own).joined(separator: "\n") + "\n").utf8)
            return document
        }
        var lines: [OutputLine] = []
        let count = irregularities.contains(.severalReports) ? own.int(2...3) : 1
        for _ in 0..<count {
            let (rendering, report) = DocumentFactory.report(family, irregularities, isTerse: isTerse, using: &own)
            lines += rendering.lines
            document.reports.append(report)
        }
        if irregularities.contains(.copies) {
            lines += lines
            document.reports += document.reports
        }
        if irregularities.contains(.blankTemplate) {
            document.kind = .blankTemplate
            document.reports = []
        }
        document.text = Array((lines.map(\.text).joined(separator: "\n") + "\n").utf8)
        return document
    }

    private static func report(
        _ family: LayoutFamily, _ irregularities: Set<Irregularity>, isTerse: Bool, using random: inout SeededGenerator
    ) -> (Rendering, SyntheticReport) {
        func fork() -> SeededGenerator { SeededGenerator(seed: random.next()) }
        var irregularities = irregularities
        if irregularities.contains(.blankTemplate) { irregularities.insert(.blankAll) }
        var maker = ContentMaker(random: fork(), irregularities: irregularities)
        var content = maker.make()
        if irregularities.contains(.wrongTotal) { spoilTotal(&content, using: &random) }
        if irregularities.contains(.blankTemplate) { content.empty() }
        let style = PrintStyle(irregularities: irregularities, mayHoldSpaces: !family.partsBySpaces, random: &random)
        let labels = LabelPrinter(style: style, irregularities: irregularities, random: fork())
        let numbers = NumberPrinter(
            style: style, irregularities: irregularities, avoidsSpaces: family.partsBySpaces, random: fork())
        var tables = TablePrinter(
            content: content, family: family, irregularities: irregularities, labels: labels, numbers: numbers, random: fork())
        let lost = irregularities.contains(.missingTable) ? random.pick(StatutoryTable.allCases) : nil
        let disclosures = lost == .disclosures ? nil : [tables.disclosures()]
        let applications = lost == .applications ? nil : [tables.applications()]
        let proceedings = lost == .proceedings ? nil : tables.proceedings()

        var printer = ReportPrinter(
            content: content, irregularities: irregularities, labels: labels,
            narrative: Narrative(content: content, irregularities: irregularities, isTerse: isTerse, random: fork()),
            random: fork())
        var blocks = printer.blocks(disclosures: disclosures, applications: applications, proceedings: proceedings)
        if irregularities.contains(.blankTemplate) {
            blocks = blocks.compactMap { block in
                switch block {
                case .title: .title(NonReports.templateTitle(using: &random))
                case .paragraph: .paragraph("（此处填写）")
                default: block
                }
            }
        }
        var renderer = family.renderer(irregularities, random: fork())
        var rendering = renderer.render(blocks)

        var report = SyntheticReport(issuer: content.issuer, year: content.year, forms: content.forms)
        for table in StatutoryTable.allCases {
            report.values[table] = content.spec(table).rows.enumerated().map { index, row in
                (0..<row.cells.count).map { tables.printed[CellAddress(table, index, $0)] }
            }
        }
        report.doubtfulRows = tables.doubtfulRows.union(rendering.doubtfulRows)
        report.isDoubtful = rendering.isDoubtful
        report.isConsistent = !irregularities.contains(.wrongTotal)
        if irregularities.contains(.repeatedLinesRemoved) { DocumentEdits.removeRepeatedLines(&rendering, &report) }
        if irregularities.contains(.cutOff) { DocumentEdits.cutOff(&rendering, &report, using: &random) }
        return (rendering, report)
    }

    /// A clerk's mistake: one total is off.
    private static func spoilTotal(_ content: inout ReportContent, using random: inout SeededGenerator) {
        let table = random.pick([StatutoryTable.applications, .applications, .proceedings])
        let spec = content.spec(table)
        let row = table == .proceedings ? random.int(0...2) : spec.row(random.pick(["total", "received", "granted", "carried_out"])) ?? 0
        let column = table == .proceedings ? 4 : random.pick([6, 6, 0])
        if let value = content.values[table]?[row][column] {
            content.values[table]?[row][column] = value + DecimalValue(random.pick([1, 2, 10, 100]))
        }
    }
}

extension ReportContent {
    /// Zeroes every cell.
    fileprivate mutating func empty() {
        values = values.mapValues { rows in rows.map { $0.map { _ in .zero } } }
    }
}
