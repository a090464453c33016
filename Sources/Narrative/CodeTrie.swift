/// Words as a tree of UTF-16 code units: the longest word that starts at a place is found in one walk.
struct CodeTrie: Sendable {
    private struct Node {
        var code: UInt16 = 0
        var firstChild: Int32 = -1
        var nextSibling: Int32 = -1
        /// The word that ends here; -1 for none.
        var entry: Int32 = -1
    }

    private var nodes: [Node] = [Node()]
    /// The node of a first code; most texts begin no word, and one look tells.
    private var starts = [Int32](repeating: -1, count: 0x10000)

    /// Adds a word; answers the entry that was there before, if any.
    mutating func insert(_ codes: [UInt16], entry: Int32) -> Int32? {
        var at: Int32 = 0
        for (depth, code) in codes.enumerated() {
            var child = depth == 0 ? starts[Int(code)] : nodes[Int(at)].firstChild
            if depth > 0 {
                while child >= 0 && nodes[Int(child)].code != code { child = nodes[Int(child)].nextSibling }
            }
            if child < 0 {
                child = Int32(nodes.count)
                if depth == 0 {
                    starts[Int(code)] = child
                    nodes.append(Node(code: code))
                } else {
                    nodes.append(Node(code: code, nextSibling: nodes[Int(at)].firstChild))
                    nodes[Int(at)].firstChild = child
                }
            }
            at = child
        }
        if nodes[Int(at)].entry >= 0 { return nodes[Int(at)].entry }
        nodes[Int(at)].entry = entry
        return nil
    }

    /// The longest word that starts at `start`: its entry and where it ends.
    @inline(__always)
    func longest(in codes: Span<UInt16>, at start: Int) -> (entry: Int, end: Int)? {
        var node = starts[Int(codes[start])]
        if node < 0 { return nil }
        var best: Int32 = -1
        var end = start
        var index = start + 1
        while true {
            if nodes[Int(node)].entry >= 0 {
                best = nodes[Int(node)].entry
                end = index
            }
            guard index < codes.count else { break }
            let code = codes[index]
            var child = nodes[Int(node)].firstChild
            while child >= 0 && nodes[Int(child)].code != code { child = nodes[Int(child)].nextSibling }
            if child < 0 { break }
            node = child
            index += 1
        }
        return best < 0 ? nil : (Int(best), end)
    }
}
