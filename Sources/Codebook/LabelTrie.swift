/// All wordings as one automaton: a step a symbol.
public struct LabelTrie: Sendable {
    /// The state before any symbol.
    public static let root: Int32 = 0
    /// No such wording.
    public static let dead: Int32 = -1

    private struct Node {
        var symbol: UInt16 = 0
        var firstChild: Int32 = -1
        var nextSibling: Int32 = -1
        var labels: [Int] = []
        /// Labels at or below this node.
        var below: [Int] = []
    }

    private let nodes: [Node]
    /// Children of the root by symbol: most texts begin no label, and one look tells.
    private let starts: [Int32]

    init(_ entries: [(label: Int, symbols: [UInt16])]) {
        var nodes = [Node()]
        for (label, symbols) in entries {
            var at = 0
            nodes[0].below.append(label)
            for symbol in symbols {
                var child = nodes[at].firstChild
                while child >= 0 && nodes[Int(child)].symbol != symbol { child = nodes[Int(child)].nextSibling }
                if child < 0 {
                    child = Int32(nodes.count)
                    nodes.append(Node(symbol: symbol, nextSibling: nodes[at].firstChild))
                    nodes[at].firstChild = child
                }
                at = Int(child)
                nodes[at].below.append(label)
            }
            nodes[at].labels.append(label)
        }
        var starts = [Int32](repeating: LabelTrie.dead, count: 2048)
        var child = nodes[0].firstChild
        while child >= 0 {
            starts[Int(nodes[Int(child)].symbol)] = child
            child = nodes[Int(child)].nextSibling
        }
        self.nodes = nodes
        self.starts = starts
    }

    /// The state after `symbol`, or ``dead``.
    @inline(__always)
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
    public func labels(at state: Int32) -> [Int] { nodes[Int(state)].labels }

    /// Indices of the labels that end at a state or further on.
    public func labels(below state: Int32) -> [Int] { nodes[Int(state)].below }

    public func isTerminal(_ state: Int32) -> Bool { !nodes[Int(state)].labels.isEmpty }

    public func isLeaf(_ state: Int32) -> Bool { nodes[Int(state)].firstChild < 0 }
}
