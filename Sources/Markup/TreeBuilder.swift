import ReportModel

/// Turns the tokens of a parser into a ``MarkupTree``, mending tables as browsers do: a cell stands in a row, a row in a
/// table, and neither reaches over the next one though its end tag is missing.
struct TreeBuilder {
    private(set) var tree = MarkupTree()
    /// Set once the document is deeper than the limits allow; the parser is to stop.
    private(set) var failure: StageFailure?

    private let options: MarkupOptions
    private let openTags: Int
    /// Nodes that are open, outermost first.
    private var open: [Int32] = []
    /// What each element the parser holds open became: a node, or one of those below.
    private var parserStack: [Int32] = []
    /// No node: its text belongs to what it stands in.
    private static let plain: Int32 = -1
    /// Two nodes without anything inside, which part the text before, in and behind it.
    private static let parting: Int32 = -2
    private var openTables = 0
    private var lastTextEndsAtTop = false
    private var scriptDepth = 0

    /// - Parameter endTags: how many the markup holds at most.
    init(options: MarkupOptions, endTags: Int = 0) {
        self.options = options
        openTags = min(options.openTags, max(options.openElements, options.endTagComparisons / max(endTags, 1)))
        tree.nodes.reserveCapacity(2_048)
    }

    mutating func start(_ tag: Tag, _ facts: ElementFacts, line: Int32) {
        guard parserStack.count < openTags else {
            return fail("more than \(openTags) tags are without an end at once")
        }
        lastTextEndsAtTop = false
        var tag = tag
        switch tag {
        case .cell: if !prepareForCell(line) { tag = .block }
        case .row: prepareForRow(line)
        case .rowGroup, .caption:
            if let table = nearest(.table) { pop(to: table + 1) } else { tag = .block }
        case .table: prepareForTable()
        case .script: scriptDepth += 1
        case .meta:
            if !facts.name.isEmpty { tree.named.append((String(decoding: facts.name, as: UTF8.self), facts.content)) }
        case .input: if facts.field == .hidden && facts.content.count > 64 { tree.hiddenValues.append(facts.content) }
        case .dropped: if facts.field == .page { tree.hiddenValues.append(facts.content) }
        default: break
        }
        if failure != nil { return }
        if open.count >= options.openElements / 2, facts.traits.isEmpty, !facts.keepsBlanks, tag == .inline || tag == .block {
            if tag == .block { part(line) }
            parserStack.append(tag == .block ? TreeBuilder.parting : TreeBuilder.plain)
            return
        }
        guard open.count < options.openElements else {
            return fail("more than \(options.openElements) elements are open at once")
        }
        parserStack.append(Int32(tree.nodes.count))
        push(tag, facts, line: line)
        if tag == .input && facts.field == .text { append(facts.content, line: line) }
    }

    mutating func end() {
        lastTextEndsAtTop = false
        guard let node = parserStack.popLast() else { return }
        if node == TreeBuilder.parting { part(tree.nodes.last?.line ?? 1) }
        if node < 0 { return }
        if tree.nodes[Int(node)].tag == .script { scriptDepth -= 1 }
        var depth = open.count
        while depth > 0 && open[depth - 1] > node { depth -= 1 }
        if depth > 0 && open[depth - 1] == node { pop(to: depth - 1) }
    }

    /// Text was appended to ``MarkupTree/text`` from `start` on, by ``append(_:)``; `line` is where it starts.
    mutating func noteText(from start: Int, line: Int32) {
        let end = Int32(tree.text.count)
        if lastTextEndsAtTop {
            tree.nodes[tree.nodes.count - 1].textEnd = end
            return
        }
        var node = MarkupNode(tag: .text, line: line, textStart: Int32(start))
        node.end = Int32(tree.nodes.count) + 1
        node.textEnd = end
        tree.nodes.append(node)
        lastTextEndsAtTop = true
    }

    /// Appends some text. Scripts go to a place of their own.
    mutating func append(_ bytes: some Collection<UInt8>, line: Int32) {
        if scriptDepth > 0 {
            let start = tree.scripts.count
            tree.scripts.append(contentsOf: bytes)
            if let last = tree.scriptRanges.last, last.upperBound == start, lastTextEndsAtTop {
                tree.scriptRanges[tree.scriptRanges.count - 1] = last.lowerBound..<tree.scripts.count
            } else {
                tree.scriptRanges.append(start..<tree.scripts.count)
            }
            lastTextEndsAtTop = true
            return
        }
        let start = tree.text.count
        tree.text.append(contentsOf: bytes)
        noteText(from: start, line: line)
    }

    /// Marks the innermost open element of a kind; nothing where there is none.
    mutating func mark(_ traits: NodeTraits, innermost tag: Tag) {
        guard let depth = nearest(tag) else { return }
        tree.nodes[Int(open[depth])].traits.formUnion(traits)
    }

    /// Sets the column span of the innermost open cell.
    mutating func setColumnSpan(_ span: UInt16) {
        guard let depth = nearest(.cell) else { return }
        tree.nodes[Int(open[depth])].columnSpan = max(1, span)
    }

    /// The tree; what is still open ends here.
    consuming func finish() -> MarkupTree {
        pop(to: 0)
        return tree
    }

    private mutating func prepareForTable() {
        if let scope = nearest(.table, .cell, .caption), self.tag(scope) == .table { pop(to: scope) }
        if openTables >= options.tableDepth { fail("more than \(options.tableDepth) tables stand in one another") }
    }

    private mutating func prepareForRow(_ line: Int32) {
        guard let scope = nearest(.table, .rowGroup) else { return push(.table, ElementFacts(), line: line) }
        pop(to: scope + 1)
    }

    /// False where there is no table for the cell.
    private mutating func prepareForCell(_ line: Int32) -> Bool {
        guard let scope = nearest(.row, .rowGroup, .table), let table = nearest(.table) else { return false }
        pop(to: scope + 1)
        if tag(scope) != .row { push(.row, ElementFacts(), line: line) }
        countCell(of: Int(open[table]), depth: table)
        return true
    }

    private mutating func countCell(of table: Int, depth: Int) {
        let count = tree.nodes[table].rowSpan
        if count < .max { tree.nodes[table].rowSpan = count + 1 }
        guard count == 1 else { return }
        var outer = depth
        while outer > 0 && !tree.nodes[Int(open[outer - 1])].traits.contains(.holdsTable) {
            outer -= 1
            tree.nodes[Int(open[outer])].traits.insert(.holdsTable)
        }
    }

    /// The depth of the innermost open element of one of these kinds.
    private func nearest(_ first: Tag, _ second: Tag? = nil, _ third: Tag? = nil) -> Int? {
        var depth = open.count - 1
        while depth >= 0 {
            let tag = tag(depth)
            if tag == first || tag == second || tag == third { return depth }
            depth -= 1
        }
        return nil
    }

    private func tag(_ depth: Int) -> Tag { tree.nodes[Int(open[depth])].tag }

    private mutating func push(_ tag: Tag, _ facts: ElementFacts, line: Int32) {
        var node = MarkupNode(tag: tag, line: line, textStart: Int32(tree.text.count))
        node.traits = facts.traits
        node.columnSpan = facts.columnSpan
        node.rowSpan = tag == .table ? 0 : facts.rowSpan
        if tag == .table { openTables += 1 }
        if facts.hasNoHeight && tag == .row { node.traits.insert(.hidden) }
        if facts.isRaised && tag == .inline { node.traits.insert(.raised) }
        if facts.keepsBlanks && tag == .block { node.tag = .preformatted }
        open.append(Int32(tree.nodes.count))
        tree.nodes.append(node)
    }

    /// Ends a paragraph, and begins another.
    private mutating func part(_ line: Int32) {
        push(.block, ElementFacts(), line: line)
        pop(to: open.count - 1)
    }

    private mutating func pop(to depth: Int) {
        while open.count > depth {
            let node = Int(open.removeLast())
            if tree.nodes[node].tag == .table { openTables -= 1 }
            tree.nodes[node].end = Int32(tree.nodes.count)
            tree.nodes[node].textEnd = Int32(tree.text.count)
        }
    }

    private mutating func fail(_ message: String) {
        if failure == nil { failure = StageFailure(.decode, .markupTooComplex, message) }
    }
}
