/// Turns the blocks of a report into lines of one family.
protocol ReportRenderer {
    mutating func render(_ blocks: [Block]) -> Rendering
}

extension LayoutFamily {
    func renderer(_ irregularities: Set<Irregularity>, random: SeededGenerator) -> any ReportRenderer {
        let hasRunningTitle = irregularities.contains(.runningTitle)
        return switch self {
        case .tabs: TabsRenderer(random: random)
        case .trailingPipes: TrailingPipesRenderer(random: random)
        case .pipeLines: PipeLinesRenderer(random: random)
        case .cellPipeLines: CellPipeLinesRenderer(random: random)
        case .cellLines: CellLinesRenderer(random: random)
        case .markdownTable: MarkdownRenderer(form: .oneTable, random: random)
        case .markdownRows: MarkdownRenderer(form: .tablePerRow, random: random)
        case .markdownHeader: MarkdownRenderer(form: .inventedHeader, random: random)
        case .pdfLines: PDFLinesRenderer(hasRunningTitle: hasRunningTitle, random: random)
        case .pdfLayout: PDFLayoutRenderer(hasRunningTitle: hasRunningTitle, random: random)
        case .pdfColumns: PDFColumnsRenderer(random: random)
        case .html: HTMLRenderer(random: random)
        }
    }
}
