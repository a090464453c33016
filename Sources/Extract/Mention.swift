internal import Codebook
internal import ReportModel

/// A label of the form found in print: over one piece or several, values possibly between them.
struct Mention {
    /// State of the trie at which it ends; the labels there are what it may name.
    var state: Int32
    var first: Int
    var last: Int
    var enumeratorKind: Piece.EnumeratorKind
    var enumerator: UInt8
    /// The wording is only the beginning of a label.
    var isPartial = false
    /// The wording is misprinted; the label is `nearest`.
    var nearest: Int = -1
    var naming = Naming()
    /// Its place in ``TableReading/mentions``; -1 for one that is not there.
    var index = -1

    /// Indices of the labels it may name.
    func labels(_ lexicon: Lexicon) -> ArraySlice<Int> {
        if nearest >= 0 { return [nearest] }
        return isPartial ? lexicon.forms.labels(below: state) : lexicon.forms.labels(at: state)
    }
}

/// Recognises labels in a list of pieces, over the breaks that wrapping, tearing and interleaving have made.
struct MentionFinder {
    /// A label begun and not yet ended.
    private struct Open {
        var state: Int32
        var first: Int
        var last: Int
        var enumeratorKind: Piece.EnumeratorKind
        var enumerator: UInt8
        /// Index of the mention it has become, as soon as what stands there is a label; it may go on to a longer one.
        var mention: Int
    }

    /// A header of stacked words has as many labels open as it has columns.
    private static let mostOpen = 16

    let list: PieceList
    private let trie = Lexicon.shared.forms
    private var open: [Open] = []
    private(set) var mentions: [Mention] = []
    /// Labels begun and never ended.
    private(set) var stumps: [Mention] = []
    /// By piece: whether it is part of a label.
    private(set) var claimed: [Bool]
    /// By piece: how many numbers and dashes stand in front of it.
    private let valuesBefore: [Int]

    init(_ list: PieceList) {
        self.list = list
        var values = 0
        valuesBefore = list.pieces.map { piece in
            defer { if piece.kind == .number || piece.kind == .dash { values += 1 } }
            return values
        }
        claimed = [Bool](repeating: false, count: list.pieces.count)
        mentions.reserveCapacity(64)
        for index in list.pieces.indices where list.pieces[index].kind == .text { read(index) }
        for stump in open where stump.mention < 0 { abandon(stump) }
    }

    private mutating func read(_ index: Int) {
        let piece = list.pieces[index]
        let range = piece.symbolRange
        // A number in front begins a label of its own.
        if piece.enumeratorKind == .none || range.count == 1 {
            for at in candidates(for: piece) where !isOver(at, index, range) && continues(at, index, range) {
                claimed[index] = true
                return
            }
        }
        if begins(index, range) { claimed[index] = true }
    }

    /// The open labels that a piece may go on with: the one right above it first, then the latest.
    private func candidates(for piece: Piece) -> [Int] {
        guard !piece.flags.contains(.delimited) else { return Array(open.indices.reversed()) }
        // A wide gap on the line parts columns: what stands in the next one is no continuation.
        let latest = open.indices.reversed().filter { list.pieces[open[$0].last].line != piece.line }
        guard latest.count > 1 else { return latest }
        let above = latest.filter { at in
            let before = list.pieces[open[at].last]
            return before.line < piece.line && before.line + 4 > piece.line && before.left < piece.right && piece.left < before.right
        }
        return above + latest.filter { !above.contains($0) }
    }

    /// Whether a label that is one already has had its values, and the piece is a label of its own: 其他 above, 结果维持 here.
    private func isOver(_ at: Int, _ index: Int, _ range: Range<Int>) -> Bool {
        guard open[at].mention >= 0, valuesBefore[index] > valuesBefore[open[at].last] else { return false }
        var state = LabelTrie.root
        for place in range {
            state = trie.step(state, list.symbols[place])
            if state == LabelTrie.dead { return false }
        }
        return trie.isTerminal(state)
    }

    /// Whether the piece goes on with an open label.
    private mutating func continues(_ at: Int, _ index: Int, _ range: Range<Int>) -> Bool {
        var state = open[at].state
        var end = range.lowerBound
        var completed: (state: Int32, end: Int)?
        while end < range.upperBound {
            let next = trie.step(state, list.symbols[end])
            if next == LabelTrie.dead { break }
            state = next
            end += 1
            if trie.isTerminal(state) { completed = (state, end) }
        }
        guard end > range.lowerBound else { return false }
        if end == range.upperBound {
            open[at].state = state
            open[at].last = index
            if trie.isTerminal(state) { complete(at, state, index) }
            if trie.isLeaf(state) { open.remove(at: at) }
            return true
        }
        // The label ends inside the piece, and another begins there: 总计商业 / 企业.
        guard let completed, open[at].mention < 0 || valuesBefore[index] == valuesBefore[open[at].last], var rest = sequence(completed.end..<range.upperBound, index) else { return false }
        complete(at, completed.state, index)
        open.remove(at: at)
        commit(&rest)
        return true
    }

    private mutating func complete(_ at: Int, _ state: Int32, _ index: Int) {
        if open[at].mention >= 0 {
            mentions[open[at].mention].state = state
            mentions[open[at].mention].last = index
        } else {
            open[at].mention = mentions.count
            mentions.append(
                Mention(
                    state: state, first: open[at].first, last: index, enumeratorKind: open[at].enumeratorKind,
                    enumerator: open[at].enumerator))
        }
    }

    /// Whether the piece is one label or more from its first symbol to its last, the last possibly only begun.
    private mutating func begins(_ index: Int, _ range: Range<Int>) -> Bool {
        guard var found = sequence(range, index) else { return false }
        commit(&found)
        return true
    }

    private mutating func commit(_ found: inout [(state: Int32, index: Int, isWhole: Bool)]) {
        for (position, entry) in found.enumerated() {
            let piece = list.pieces[entry.index]
            var kind = Piece.EnumeratorKind.none
            var number: UInt8 = 0
            if position == 0 {
                kind = piece.enumeratorKind
                number = piece.enumerator
            }
            var opened = Open(
                state: entry.state, first: entry.index, last: entry.index, enumeratorKind: kind, enumerator: number,
                mention: -1)
            if entry.isWhole {
                opened.mention = mentions.count
                mentions.append(
                    Mention(
                        state: entry.state, first: entry.index, last: entry.index, enumeratorKind: kind, enumerator: number))
            }
            if position == found.count - 1, !trie.isLeaf(entry.state) {
                if open.count == Self.mostOpen {
                    if open[0].mention < 0 { abandon(open[0]) }
                    open.removeFirst()
                }
                open.append(opened)
            }
        }
    }

    /// Splits a stretch of symbols into labels, longest first; nil where it is not labels throughout.
    private func sequence(_ range: Range<Int>, _ index: Int) -> [(state: Int32, index: Int, isWhole: Bool)]? {
        var found: [(state: Int32, index: Int, isWhole: Bool)] = []
        var start = range.lowerBound
        while start < range.upperBound {
            var state = LabelTrie.root
            var at = start
            var completed: (state: Int32, end: Int)?
            while at < range.upperBound {
                let next = trie.step(state, list.symbols[at])
                if next == LabelTrie.dead { break }
                state = next
                at += 1
                if trie.isTerminal(state) { completed = (state, at) }
            }
            if at == range.upperBound && at > start {
                found.append((state, index, trie.isTerminal(state)))
                return found
            }
            guard let completed else { return nil }
            found.append((completed.state, index, true))
            start = completed.end
        }
        return found.isEmpty ? nil : found
    }

    private mutating func abandon(_ stump: Open) {
        stumps.append(
            Mention(
                state: stump.state, first: stump.first, last: stump.last, enumeratorKind: stump.enumeratorKind,
                enumerator: stump.enumerator, isPartial: true))
    }
}
