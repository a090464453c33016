/// Grows a trie wording by wording, and then numbers its states so that the children of each stand side by side.
struct TrieBuilder {
    private struct Draft {
        var symbol: UInt16 = 0
        var firstChild = -1
        var nextSibling = -1
        var ending: [Int] = []
        /// Labels that go on from here.
        var passing: [Int] = []
    }

    private var drafts = [Draft()]

    mutating func add(_ label: Int, _ symbols: ArraySlice<UInt16>) {
        var at = 0
        for symbol in symbols {
            var child = drafts[at].firstChild
            while child >= 0 && drafts[child].symbol != symbol { child = drafts[child].nextSibling }
            if child < 0 {
                child = drafts.count
                drafts.append(Draft(symbol: symbol, nextSibling: drafts[at].firstChild))
                drafts[at].firstChild = child
            }
            if at > 0 { drafts[at].passing.append(label) }
            at = child
        }
        drafts[at].ending.append(label)
    }

    /// The states with the symbols that lead to them; by state, where its labels stand in `labels`.
    func finish() -> (nodes: [LabelTrie.Node], symbols: [UInt16], below: [Range<Int>], labels: [Int]) {
        precondition(drafts.count < Int(UInt16.max), "too many wordings for states of sixteen bits")
        var nodes: [LabelTrie.Node] = []
        var symbols: [UInt16] = []
        var below: [Range<Int>] = []
        var labels: [Int] = []
        nodes.reserveCapacity(drafts.count)
        symbols.reserveCapacity(drafts.count)
        below.reserveCapacity(drafts.count)
        // Drafts in the order of their new numbers: level by level.
        var order = [0]
        order.reserveCapacity(drafts.count)
        var next = 0
        while next < order.count {
            let draft = drafts[order[next]]
            next += 1
            var node = LabelTrie.Node()
            node.child = UInt16(order.count)
            var child = draft.firstChild
            if child >= 0 { node.symbol = drafts[child].symbol }
            while child >= 0 {
                order.append(child)
                child = drafts[child].nextSibling
            }
            node.children = UInt16(order.count) - node.child
            node.ending = UInt16(draft.ending.count)
            let start = labels.count
            labels += draft.ending
            labels += draft.passing
            below.append(start..<labels.count)
            nodes.append(node)
            symbols.append(draft.symbol)
        }
        return (nodes, symbols, below, labels)
    }
}
