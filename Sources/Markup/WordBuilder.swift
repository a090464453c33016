import ReportModel

/// Turns the tokens of a word processor document's main part into a ``MarkupTree``. Lines are counted in paragraphs.
struct WordBuilder {
    private var builder: TreeBuilder
    private var numbering: WordNumbering
    /// The elements that are open, and whether each opened a node.
    private var open: [(element: WordElement, isNode: Bool)] = []
    /// Open elements inside one that is left out, itself included.
    private var skipped = 0
    /// For each `AlternateContent` that is open, whether a branch was taken.
    private var branchTaken: [Bool] = []
    private var paragraphs: Int32 = 0
    private var takesText = false
    private var paragraph = ParagraphNumber()

    private struct ParagraphNumber {
        var style: String?
        var list: String?
        var level: Int?
    }

    init(numbering: WordNumbering, options: MarkupOptions) {
        builder = TreeBuilder(options: options)
        self.numbering = numbering
    }

    var failure: StageFailure? { builder.failure }

    func finish() -> MarkupTree { builder.finish() }

    /// - Parameter value: the element's `val` attribute.
    mutating func start(_ element: WordElement, value: String?) {
        if skipped > 0 || leavesOut(element) {
            skipped += 1
            return
        }
        var isNode = true
        switch element {
        case .paragraph:
            paragraphs += 1
            paragraph = ParagraphNumber()
            startNode(.block)
        case .run, .structured: startNode(.inline)
        case .table: startNode(.table)
        case .row: startNode(.row)
        case .cell: startNode(.cell)
        case .textBox: startNode(.floating)
        case .lineBreak: startNode(.lineBreak)
        default:
            isNode = false
            startProperty(element, value)
        }
        open.append((element, isNode))
    }

    mutating func end() {
        if skipped > 0 {
            skipped -= 1
            return
        }
        guard let last = open.popLast() else { return }
        if last.isNode { builder.end() }
        switch last.element {
        case .text: takesText = false
        case .alternatives: branchTaken.removeLast()
        case .paragraphProperties: if parent == .paragraph { writeNumber() }
        default: break
        }
    }

    mutating func characters(_ bytes: some Collection<UInt8>) {
        guard takesText, skipped == 0 else { return }
        // A line end in here is a blank; real ones are elements.
        if bytes.contains(0x0A) {
            builder.append(bytes.map { $0 == 0x0A ? 0x20 : $0 }, line: paragraphs)
        } else {
            builder.append(bytes, line: paragraphs)
        }
    }

    private var parent: WordElement? { open.last?.element }

    private mutating func startNode(_ tag: Tag) { builder.start(tag, ElementFacts(), line: max(1, paragraphs)) }

    /// True where an element and all in it are no part of the text. Where there are branches, the first is taken.
    private mutating func leavesOut(_ element: WordElement) -> Bool {
        switch element {
        case .skipped: return true
        case .choice, .fallback:
            guard let taken = branchTaken.last, parent == .alternatives else { return false }
            branchTaken[branchTaken.count - 1] = true
            return taken
        case .deleted:
            if parent == .rowProperties { builder.mark(.hidden, innermost: .row) }
            return true
        // The look of a paragraph's mark.
        case .runProperties: return parent == .paragraphProperties
        default: return false
        }
    }

    private mutating func startProperty(_ element: WordElement, _ value: String?) {
        switch element {
        case .text: takesText = true
        case .tab: if parent == .run { builder.append(CollectionOfOne(0x09), line: paragraphs) }
        case .noBreakHyphen: builder.append(CollectionOfOne(0x2D), line: paragraphs)
        case .gridSpan: builder.setColumnSpan(span(value))
        case .verticalMerge: if value != "restart" { builder.mark(.continued, innermost: .cell) }
        case .gridBefore:
            guard span(value) > 0 else { break }
            var facts = ElementFacts(.gap)
            facts.columnSpan = span(value)
            builder.start(.cell, facts, line: max(1, paragraphs))
            builder.end()
        case .alternatives: branchTaken.append(false)
        case .deletedCell: builder.mark(.hidden, innermost: .cell)
        case .vanish, .strike:
            if parent == .runProperties && value != "0" && value != "false" {
                builder.mark(element == .strike ? .struck : .hidden, innermost: .inline)
            }
        case .verticalAlign:
            if parent == .runProperties && value != "baseline" { builder.mark(.raised, innermost: .inline) }
        case .gallery: if value == "Table of Contents" { builder.mark(.hidden, innermost: .inline) }
        case .style: paragraph.style = value
        case .numberID: paragraph.list = value
        case .numberLevel: paragraph.level = value.flatMap { Int($0) }
        default: break
        }
    }

    private func span(_ value: String?) -> UInt16 { value.flatMap { UInt16($0) } ?? 1 }

    /// What Word counts for the reader stands in print as if it were text.
    private mutating func writeNumber() {
        guard let label = numbering.next(list: paragraph.list, level: paragraph.level, style: paragraph.style) else {
            return
        }
        builder.append(label.utf8, line: paragraphs)
    }
}
