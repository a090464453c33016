import ReportModel

/// Reads a tree in document order into paragraphs and tables.
struct FlowReader {
    let tree: MarkupTree
    let leniency: Leniency
    let options: MarkupOptions
    /// How blanks of ordinary paragraphs are read.
    let paragraphMode: TextFolder.Mode

    var folder = TextFolder()
    private(set) var lines: [Line] = []
    var grids: [Grid] = []
    var metadata = MetadataFields()

    private var unitLine: Int32 = 0
    private var mode: TextFolder.Mode
    /// Boxes met in the paragraph that is being read.
    private var floats: [Int] = []

    init(
        _ tree: MarkupTree, leniency: Leniency = .page, paragraphMode: TextFolder.Mode = .paragraph,
        options: MarkupOptions
    ) {
        self.tree = tree
        self.leniency = leniency
        self.paragraphMode = paragraphMode
        self.options = options
        mode = paragraphMode
    }

    /// The whole tree as a document.
    consuming func document(format: DocumentFormat, encoding: TextEncoding) -> Document {
        folder.reserve(tree.text.count + 64)
        folder.begin(mode)
        readBlocks(0..<tree.nodes.count)
        metadata.takeNamed(tree)
        let kept = metadata.takeLines(lines, text: folder.text)
        return Document(
            text: folder.text, lines: kept, grids: grids, format: format, encoding: encoding,
            metadata: metadata.documentMetadata)
    }

    /// Reads some nodes as paragraphs; whatever was open before is a paragraph of its own.
    mutating func readBlocks(_ range: Range<Int>) {
        flush()
        var blockEnds: [Int] = []
        let outerMode = mode
        var modeEnd = Int.max
        var raisedEnd = 0
        var node = range.lowerBound
        while node < range.upperBound {
            while let end = blockEnds.last, end <= node {
                flush()
                blockEnds.removeLast()
            }
            if node >= modeEnd { setMode(outerMode, until: .max, &modeEnd) }
            let entry = tree.nodes[node]
            if entry.tag == .text {
                append(entry, isRaised: node < raisedEnd)
                node += 1
                continue
            }
            if isLeftOut(entry) {
                node = Int(entry.end)
                continue
            }
            switch entry.tag {
            case .table:
                flush()
                readTable(node)
                node = Int(entry.end)
            case .lineBreak:
                flush()
                node += 1
            case .floating:
                floats.append(node)
                node = Int(entry.end)
            case .head, .title, .meta, .input, .script: node = Int(entry.end)
            // An end tag may be missing, and the report stand where only a form field should be.
            case .dropped where leniency < .site || ReportMarks.count(in: tree.text, entry.textRange) == 0:
                node = Int(entry.end)
            case .textarea where leniency < .hidden || EmbeddedMarkup.holdsMarkup(tree.text, entry.textRange):
                node = Int(entry.end)
            default:
                if entry.traits.contains(.raised) { raisedEnd = Int(entry.end) }
                if entry.tag.isBlock {
                    flush()
                    blockEnds.append(Int(entry.end))
                    if entry.tag == .preformatted && modeEnd == .max {
                        setMode(.preformatted, until: Int(entry.end), &modeEnd)
                    }
                }
                node += 1
            }
        }
        flush()
        setMode(outerMode, until: .max, &modeEnd)
    }

    /// True for what a reader does not see, or sees on every page of the site.
    func isLeftOut(_ node: MarkupNode) -> Bool {
        if node.traits.contains(.struck) || node.traits.contains(.hidden) && leniency < .hidden { return true }
        guard leniency < .site, !node.traits.isDisjoint(with: [.chrome, .edge]) else { return false }
        switch node.tag {
        case .body, .row, .rowGroup, .cell, .caption, .text: return false
        default: break
        }
        let range = node.textRange
        if range.count > 600 && range.count > tree.text.count / 2 { return false }
        if ReportMarks.count(in: tree.text, range) > 0 { return false }
        return node.traits.contains(.chrome) || !ReportMarks.holdsTitle(tree.text, range)
    }

    /// Adds the line that stands for a table.
    mutating func appendAnchor(grid: Int, line: Int32) {
        let place = folder.text.count
        lines.append(Line(span: SourceSpan(place, place), number: max(1, line), grid: Int32(grid)))
    }

    /// After a cell was read: what follows is a paragraph again.
    mutating func resumeParagraphs() { folder.begin(mode) }

    private mutating func setMode(_ mode: TextFolder.Mode, until end: Int, _ modeEnd: inout Int) {
        self.mode = mode
        modeEnd = end
        folder.begin(mode)
    }

    private mutating func append(_ entry: MarkupNode, isRaised: Bool) {
        let wasEmpty = folder.firstVisible == nil
        if isRaised { folder.appendRaised(tree.text, entry.textRange) } else { folder.append(tree.text, entry.textRange) }
        guard wasEmpty, let first = folder.firstVisible else { return }
        unitLine = entry.line
        for place in Int(entry.textStart)..<first where tree.text[place] == 0x0A { unitLine += 1 }
    }

    /// Ends the paragraph that is being read, and then reads the boxes beside it.
    private mutating func flush() {
        let isEmpty = folder.firstVisible == nil
        let span = folder.end()
        if !isEmpty {
            if mode == .preformatted {
                appendPreformatted(span)
            } else {
                lines.append(Line(span: span, number: max(1, unitLine)))
            }
        }
        folder.begin(mode)
        if floats.isEmpty { return }
        let boxes = floats
        floats = []
        for box in boxes { readBlocks(box + 1..<tree.end(of: box)) }
    }

    /// One line for each that was written, blank ones left out.
    private mutating func appendPreformatted(_ span: SourceSpan) {
        var start = Int(span.start)
        let end = Int(span.end)
        var number: Int32?
        while start <= end {
            var stop = start
            while stop < end && folder.text[stop] != 0x0A { stop += 1 }
            let trimmed = trim(start..<stop)
            if !trimmed.isEmpty {
                number = number ?? unitLine
                lines.append(
                    Line(span: SourceSpan(trimmed.lowerBound, trimmed.upperBound), number: max(1, number ?? 1)))
            }
            number = number.map { $0 + 1 }
            start = stop + 1
        }
    }

    /// Without blanks at the end, and without those a word processor indents by; empty where there is nothing else.
    private func trim(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        var hasInk = false
        for place in range where folder.text[place] > 0x20 {
            hasInk = true
            break
        }
        guard hasInk else { return range.lowerBound..<range.lowerBound }
        while end > range.lowerBound && (folder.text[end - 1] == 0x20 || folder.text[end - 1] == 0x0D) { end -= 1 }
        var start = range.lowerBound
        if paragraphMode == .preformatted {
            while start < end {
                if folder.text[start] == 0x20 {
                    start += 1
                } else if start + 3 <= end && folder.text[start..<start + 3].elementsEqual([0xE3, 0x80, 0x80]) {
                    start += 3
                } else {
                    break
                }
            }
        }
        return start..<end
    }
}
