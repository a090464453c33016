/// All wordings as one automaton: a step a symbol. Flat arrays, because every character of a table passes through.
public struct LabelTrie: Sendable {
    /// The state before any symbol.
    public static let root: Int32 = 0
    /// No such wording.
    public static let dead: Int32 = -1

    private struct Node {
        var symbol: UInt16 = 0
        var firstChild: Int32 = -1
        var nextSibling: Int32 = -1
        /// Labels that end here stand first, those further on behind them.
        var belowStart: Int32 = 0
        var belowCount: Int32 = 0
        var endCount: Int32 = 0
    }

    private let nodes: [Node]
    private let labelsBelow: [Int]
    /// Children of the root by symbol: most texts begin no label, and one look tells.
    private let starts: [Int32]

    init(_ entries: [(label: Int, symbols: [UInt16])]) {
        var nodes = [Node()]
        var ending: [[Int]] = [[]]
        var passing: [[Int]] = [[]]
        for (label, symbols) in entries {
            var at = 0
            for symbol in symbols {
                var child = nodes[at].firstChild
                while child >= 0 && nodes[Int(child)].symbol != symbol { child = nodes[Int(child)].nextSibling }
                if child < 0 {
                    child = Int32(nodes.count)
                    nodes.append(Node(symbol: symbol, nextSibling: nodes[at].firstChild))
                    ending.append([])
                    passing.append([])
                    nodes[at].firstChild = child
                }
                if at > 0 { passing[at].append(label) }
                at = Int(child)
            }
            ending[at].append(label)
        }
        var below: [Int] = []
        for at in nodes.indices {
            nodes[at].belowStart = Int32(below.count)
            nodes[at].endCount = Int32(ending[at].count)
            nodes[at].belowCount = Int32(ending[at].count + passing[at].count)
            below += ending[at] + passing[at]
        }
        var starts = [Int32](repeating: LabelTrie.dead, count: 2048)
        var child = nodes[0].firstChild
        while child >= 0 {
            starts[Int(nodes[Int(child)].symbol)] = child
            child = nodes[Int(child)].nextSibling
        }
        self.nodes = nodes
        self.labelsBelow = below
        self.starts = starts
    }

    /// The state after `symbol`, or ``dead``.
    public func step(_ state: Int32, _ symbol: UInt16) -> Int32 {
        if state == LabelTrie.root { return symbol < 2048 ? starts[Int(symbol)] : LabelTrie.dead }
        var child = nodes[Int(state)].firstChild
        while child >= 0 {
            if nodes[Int(child)].symbol == symbol { return child }
            child = nodes[Int(child)].nextSibling
        }
        return LabelTrie.dead
    }

    /// Indices of the labels that end at a state.
    public func labels(at state: Int32) -> ArraySlice<Int> {
        let node = nodes[Int(state)]
        return labelsBelow[Int(node.belowStart)..<Int(node.belowStart + node.endCount)]
    }

    /// Indices of the labels that end at a state or further on. Not for the root.
    public func labels(below state: Int32) -> ArraySlice<Int> {
        let node = nodes[Int(state)]
        return labelsBelow[Int(node.belowStart)..<Int(node.belowStart + node.belowCount)]
    }

    public func isTerminal(_ state: Int32) -> Bool { nodes[Int(state)].endCount > 0 }

    public func isLeaf(_ state: Int32) -> Bool { nodes[Int(state)].firstChild < 0 }
}
