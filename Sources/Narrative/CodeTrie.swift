/// Words as a tree of symbols: the longest word that starts at a place is found in one walk.
struct CodeTrie: Sendable {
    private struct Node {
        var symbol: UInt16 = 0
        /// The word that ends here; -1 for none.
        var entry: Int16 = -1
        var firstChild: Int32 = -1
        var nextSibling: Int32 = -1
        /// A bit for each of its children, by the symbol's last six bits: most characters continue no word, and one look tells.
        var children: UInt64 = 0

        @inline(__always)
        func mayHaveChild(_ symbol: UInt16) -> Bool { children & (1 &<< UInt64(symbol & 63)) != 0 }
    }

    private var nodes: [Node] = [Node()]
    /// The node of a first symbol; most texts begin no word, and one look tells.
    private var starts: [Int32]

    init(symbols: Int) { starts = [Int32](repeating: -1, count: symbols) }

    /// Adds a word; answers the entry that was there before, or the new one.
    mutating func insert(_ symbols: [UInt16], entry: Int) -> Int {
        var at: Int32 = 0
        for (depth, symbol) in symbols.enumerated() {
            var child = depth == 0 ? starts[Int(symbol)] : nodes[Int(at)].firstChild
            if depth > 0 {
                while child >= 0 && nodes[Int(child)].symbol != symbol { child = nodes[Int(child)].nextSibling }
            }
            if child < 0 {
                child = Int32(nodes.count)
                nodes.append(Node(symbol: symbol))
                if depth == 0 {
                    starts[Int(symbol)] = child
                } else {
                    nodes[Int(child)].nextSibling = nodes[Int(at)].firstChild
                    nodes[Int(at)].firstChild = child
                    nodes[Int(at)].children |= 1 &<< UInt64(symbol & 63)
                }
            }
            at = child
        }
        if nodes[Int(at)].entry < 0 { nodes[Int(at)].entry = Int16(entry) }
        return Int(nodes[Int(at)].entry)
    }

    /// The longest word that starts at `start`: its entry and where it ends.
    @inline(__always)
    func longest(in glyphs: Span<Glyph>, at start: Int) -> (entry: Int, end: Int)? {
        var node = starts[Int(glyphs[start].symbol & GlyphTable.number)]
        if node < 0 { return nil }
        var best: Int16 = -1
        var end = start
        var index = start + 1
        while true {
            let here = nodes[Int(node)]
            if here.entry >= 0 {
                best = here.entry
                end = index
            }
            guard index < glyphs.count else { break }
            let symbol = glyphs[index].symbol & GlyphTable.number
            guard here.mayHaveChild(symbol) else { break }
            var child = here.firstChild
            while child >= 0 && nodes[Int(child)].symbol != symbol { child = nodes[Int(child)].nextSibling }
            if child < 0 { break }
            node = child
            index += 1
        }
        return best < 0 ? nil : (Int(best), end)
    }
}
