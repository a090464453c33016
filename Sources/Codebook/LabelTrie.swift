/// All wordings as one automaton: a step a symbol. Flat arrays, because every character of a table passes through.
///
/// States are numbered so that the children of a state stand side by side. An object, because its arrays are looked into from
/// many places and handed round between them.
public final class LabelTrie: Sendable {
    /// The state before any symbol.
    public static let root: Int32 = 0
    /// No such wording.
    public static let dead: Int32 = -1

    @usableFromInline
    struct Node: Sendable {
        /// The symbol of the first child; ``Lexicon/skipped`` where there is none.
        @usableFromInline var symbol: UInt16 = 0
        /// The states one symbol further on: `child ..< child + children`.
        @usableFromInline var child: UInt16 = 0
        @usableFromInline var children: UInt16 = 0
        /// Number of labels that end here.
        @usableFromInline var ending: UInt16 = 0
    }

    @usableFromInline let nodes: [Node]
    /// By state: the symbol that leads to it.
    @usableFromInline let symbols: [UInt16]
    /// Children of the root by symbol: most texts begin no label, and one look tells.
    @usableFromInline let starts: [Int32]
    /// By state: where its labels stand, those that end here first, those further on behind them.
    private let below: [Range<Int>]
    private let labelsBelow: [Int]

    /// Number of states.
    public var count: Int { nodes.count }

    init(_ entries: [(label: Int, symbols: ArraySlice<UInt16>)]) {
        var builder = TrieBuilder()
        for (label, symbols) in entries { builder.add(label, symbols) }
        let built = builder.finish()
        nodes = built.nodes
        symbols = built.symbols
        below = built.below
        labelsBelow = built.labels
        var starts = [Int32](repeating: LabelTrie.dead, count: 2048)
        for child in 1..<(1 + Int(built.nodes[0].children)) { starts[Int(built.symbols[child])] = Int32(child) }
        self.starts = starts
    }

    /// The state after `symbol`, or ``dead``.
    @inlinable @inline(__always)
    public func step(_ state: Int32, _ symbol: UInt16) -> Int32 {
        if state == LabelTrie.root { return symbol < 2048 ? starts[Int(symbol)] : LabelTrie.dead }
        let node = nodes[Int(state)]
        // Most states have one child.
        if node.symbol == symbol { return Int32(node.child) }
        return node.children > 1 ? search(node, symbol) : LabelTrie.dead
    }

    @usableFromInline
    func search(_ node: Node, _ symbol: UInt16) -> Int32 {
        for child in Int(node.child)..<(Int(node.child) + Int(node.children)) where symbols[child] == symbol { return Int32(child) }
        return LabelTrie.dead
    }

    /// Indices of the labels that end at a state.
    public func labels(at state: Int32) -> ArraySlice<Int> {
        labelsBelow[below[Int(state)]].prefix(Int(nodes[Int(state)].ending))
    }

    /// Indices of the labels that end at a state or further on. Not for the root.
    public func labels(below state: Int32) -> ArraySlice<Int> { labelsBelow[below[Int(state)]] }

    @inlinable @inline(__always)
    public func isTerminal(_ state: Int32) -> Bool { nodes[Int(state)].ending > 0 }

    @inlinable @inline(__always)
    public func isLeaf(_ state: Int32) -> Bool { nodes[Int(state)].children == 0 }
}
