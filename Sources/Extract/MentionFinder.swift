internal import Codebook
internal import ReportModel

/// Recognises labels in a list of pieces, over the breaks that wrapping, tearing and interleaving have made.
struct MentionFinder {
    /// A label begun and not yet ended.
    private struct Open {
        var state: Int32
        var first: Int32
        var last: Int32
        /// Index of the mention it has become, as soon as what stands there is a label; it may go on to a longer one.
        var mention: Int32
        /// How many numbers and dashes stood in front of its last piece.
        var values: Int32
        var enumeratorKind: Piece.EnumeratorKind
        var enumerator: UInt8
    }

    /// How a stretch of symbols reads as labels.
    private struct Reading {
        /// State at the end of the last label, which may be only begun.
        var state: Int32
        /// Where the last label begins.
        var start: Int
        /// Whether there are labels before the last.
        var isSeveral: Bool
    }

    /// A header of stacked words has as many labels open as it has columns.
    private static let mostOpen = 16

    private let trie = Lexicon.shared.forms
    private var open: [Open] = []
    private(set) var mentions: [Mention] = []
    /// Labels begun and never ended.
    private(set) var stumps: [Mention] = []
    /// By piece: whether it is part of a label.
    private(set) var claimed: [Bool]
    /// How many numbers and dashes stand in front of the piece that is read.
    private var values: Int32 = 0
    /// A remark in brackets that is open behind a label: the label's mention, the values in front of it, and how many more pieces it may take.
    private var remark: (mention: Int, values: Int32, left: Int)?

    /// A remark runs over so many pieces at most.
    private static let longestRemark = 6

    init(_ list: PieceList) {
        claimed = [Bool](repeating: false, count: list.pieces.count)
        mentions.reserveCapacity(64)
        open.reserveCapacity(MentionFinder.mostOpen)
        let pieces = list.pieces
        let symbols = list.symbols.span
        var next = 0
        for text in list.texts {
            let index = Int(text)
            while next < index {
                if pieces[next].kind == .number || pieces[next].kind == .dash { values &+= 1 }
                next += 1
            }
            read(index, pieces, symbols)
        }
        for stump in open where isCut(stump) { abandon(stump) }
    }

    private mutating func read(_ index: Int, _ pieces: [Piece], _ symbols: Span<UInt16>) {
        let range = pieces[index].symbolRange
        if goesOnRemark(index, pieces[index]) { return }
        // A number in front begins a label of its own.
        if !open.isEmpty, pieces[index].enumeratorKind == .none || range.count == 1 {
            let (above, rest) = candidates(index, pieces, symbols)
            if goesOn(above, index, pieces[index], symbols) || goesOn(rest, index, pieces[index], symbols) {
                claimed[index] = true
                return
            }
        }
        if begins(index, range, pieces, symbols) { claimed[index] = true }
    }

    /// The open labels that a piece may go on with, a bit each: those right above it, which come first, and the others.
    private func candidates(_ index: Int, _ pieces: [Piece], _ symbols: Span<UInt16>) -> (above: UInt32, rest: UInt32) {
        let symbol = symbols[Int(pieces[index].symbolStart)]
        var above: UInt32 = 0
        var rest: UInt32 = 0
        for at in 0..<open.count where trie.step(open[at].state, symbol) != LabelTrie.dead {
            switch MentionFinder.relation(of: Int(open[at].last), to: index, pieces) {
            case .beside: break
            case .above: above |= 1 << UInt32(at)
            case .apart: rest |= 1 << UInt32(at)
            }
        }
        return (above, rest)
    }

    /// How a piece stands to one further on.
    private enum Relation {
        /// A wide gap on the line parts columns: what stands in the next one is no continuation.
        case beside
        /// Right above it, in the same column.
        case above
        case apart
    }

    private static func relation(of last: Int, to index: Int, _ pieces: [Piece]) -> Relation {
        if pieces[index].flags.contains(.delimited) { return .apart }
        let (before, line) = (pieces[last].line, pieces[index].line)
        if before == line {
            // Two or three blanks within a word: what stands behind them begins no label of its own.
            let isTorn = index == last + 1 && pieces[index].state == LabelTrie.dead && pieces[index].left - pieces[last].right <= 3
            return isTorn ? .apart : .beside
        }
        let isAbove =
            before < line && before + 4 > line && pieces[last].left < pieces[index].right && pieces[index].left < pieces[last].right
        return isAbove ? .above : .apart
    }

    /// Whether the piece goes on with one of these open labels, the latest first.
    private mutating func goesOn(_ these: UInt32, _ index: Int, _ piece: Piece, _ symbols: Span<UInt16>) -> Bool {
        var left = these
        while left != 0 {
            let at = 31 - left.leadingZeroBitCount
            if !isOver(at, piece), continues(at, index, piece, symbols) { return true }
            left &= ~(1 << UInt32(at))
        }
        return false
    }

    /// Whether a label that is one already has had its values, and the piece is a label of its own: 其他 above, 结果维持 here.
    private func isOver(_ at: Int, _ piece: Piece) -> Bool {
        open[at].mention >= 0 && values > open[at].values && piece.state != LabelTrie.dead && trie.isTerminal(piece.state)
    }

    /// Whether the piece goes on with an open label.
    private mutating func continues(_ at: Int, _ index: Int, _ piece: Piece, _ symbols: Span<UInt16>) -> Bool {
        let range = piece.symbolRange
        var state = open[at].state
        var end = range.lowerBound
        var completed: (state: Int32, end: Int)?
        while end < range.upperBound {
            let next = trie.step(state, symbols[end])
            if next == LabelTrie.dead { break }
            state = next
            end += 1
            if trie.isTerminal(state) { completed = (state, end) }
        }
        guard end > range.lowerBound else { return false }
        if end == range.upperBound {
            open[at].state = state
            open[at].last = Int32(index)
            open[at].values = values
            if trie.isTerminal(state) { complete(at, state, index) }
            if trie.isLeaf(state) { open.remove(at: at) }
            return true
        }
        if let completed, piece.remark > 0, completed.end == range.lowerBound + Int(piece.remark) {
            complete(at, completed.state, index)
            if piece.flags.contains(.opensRemark) { remark = (Int(open[at].mention), values, MentionFinder.longestRemark) }
            open.remove(at: at)
            return true
        }
        // The label ends inside the piece, and another begins there: 总计商业 / 企业.
        guard let completed, open[at].mention < 0 || values == open[at].values,
            let rest = labels(completed.end..<range.upperBound, symbols)
        else { return false }
        complete(at, completed.state, index)
        open.remove(at: at)
        commit(rest, completed.end, index, .none, piece.enumerator, symbols)
        return true
    }

    private mutating func complete(_ at: Int, _ state: Int32, _ index: Int) {
        let known = Int(open[at].mention)
        if known >= 0 {
            mentions[known].state = state
            mentions[known].last = index
        } else {
            open[at].mention = Int32(mentions.count)
            mentions.append(
                Mention(
                    state: state, first: Int(open[at].first), last: index, enumeratorKind: open[at].enumeratorKind,
                    enumerator: open[at].enumerator))
        }
    }

    /// Whether the piece is one label or more from its first symbol to its last, the last possibly only begun.
    private mutating func begins(_ index: Int, _ range: Range<Int>, _ pieces: [Piece], _ symbols: Span<UInt16>) -> Bool {
        let state = pieces[index].state
        let isOne = state != LabelTrie.dead
        guard
            let found = isOne
                ? Reading(state: state, start: range.lowerBound, isSeveral: false) : labels(range, symbols)
        else { return isRemarked(index, pieces[index], symbols) }
        commit(found, range.lowerBound, index, pieces[index].enumeratorKind, pieces[index].enumerator, symbols)
        return true
    }

    // MARK: - Remarks

    /// Whether the piece is a label and a remark in brackets behind it: 规章（含政府令）, 上一年项目数量（指上年末）.
    private mutating func isRemarked(_ index: Int, _ piece: Piece, _ symbols: Span<UInt16>) -> Bool {
        let end = piece.symbolRange.lowerBound + Int(piece.remark)
        guard piece.remark >= 2, let label = longest(piece.symbolRange.lowerBound..<end, symbols), label.end == end else { return false }
        if piece.flags.contains(.opensRemark) { remark = (mentions.count, values, MentionFinder.longestRemark) }
        mentions.append(
            Mention(
                state: label.state, first: index, last: index, enumeratorKind: piece.enumeratorKind, enumerator: piece.enumerator))
        return true
    }

    /// Whether the piece belongs to the remark that is open.
    private mutating func goesOnRemark(_ index: Int, _ piece: Piece) -> Bool {
        guard let open = remark else { return false }
        // A label of its own, or a value in between: the bracket was never closed.
        let isLabel = piece.state != LabelTrie.dead && trie.isTerminal(piece.state) && piece.symbolRange.count >= 4
        guard open.values == values, open.left > 0, !isLabel, piece.enumeratorKind == .none else {
            remark = nil
            return false
        }
        remark?.left -= 1
        mentions[open.mention].last = index
        claimed[index] = true
        if piece.flags.contains(.closesRemark) { remark = nil }
        return true
    }

    /// Takes the labels of a stretch that begins at `start`; the number in front is the first one's.
    private mutating func commit(
        _ found: Reading, _ start: Int, _ index: Int, _ kind: Piece.EnumeratorKind, _ number: UInt8, _ symbols: Span<UInt16>
    ) {
        var (kind, number) = (kind, number)
        if found.isSeveral {
            var at = start
            while at < found.start {
                guard let label = longest(at..<found.start, symbols) else { break }
                mentions.append(
                    Mention(state: label.state, first: index, last: index, enumeratorKind: kind, enumerator: number))
                (kind, number) = (.none, 0)
                at = label.end
            }
        }
        var opened = Open(
            state: found.state, first: Int32(index), last: Int32(index), mention: -1, values: values, enumeratorKind: kind,
            enumerator: number)
        if trie.isTerminal(found.state) {
            opened.mention = Int32(mentions.count)
            mentions.append(
                Mention(state: found.state, first: index, last: index, enumeratorKind: kind, enumerator: number))
        }
        guard !trie.isLeaf(found.state) else { return }
        if open.count == MentionFinder.mostOpen {
            if isCut(open[0]) { abandon(open[0]) }
            open.removeFirst()
        }
        open.append(opened)
    }

    /// Splits a stretch of symbols into labels, longest first; nil where it is not labels throughout.
    private func labels(_ range: Range<Int>, _ symbols: Span<UInt16>) -> Reading? {
        var start = range.lowerBound
        while start < range.upperBound {
            var state = LabelTrie.root
            var at = start
            var end = start
            while at < range.upperBound {
                let next = trie.step(state, symbols[at])
                if next == LabelTrie.dead { break }
                state = next
                at += 1
                if trie.isTerminal(state) { end = at }
            }
            if at == range.upperBound { return Reading(state: state, start: start, isSeveral: start > range.lowerBound) }
            guard end > start else { return nil }
            start = end
        }
        return nil
    }

    /// The longest label at the beginning of a stretch.
    private func longest(_ range: Range<Int>, _ symbols: Span<UInt16>) -> (state: Int32, end: Int)? {
        var state = LabelTrie.root
        var found: (state: Int32, end: Int)?
        for at in range {
            state = trie.step(state, symbols[at])
            if state == LabelTrie.dead { break }
            if trie.isTerminal(state) { found = (state, at + 1) }
        }
        return found
    }

    /// Whether a label was never ended, or went on behind a shorter one that it begins with and never ended.
    private func isCut(_ stump: Open) -> Bool { stump.mention < 0 || Int(stump.last) > mentions[Int(stump.mention)].last }

    private mutating func abandon(_ stump: Open) {
        var mention = Mention(
            state: stump.state, first: Int(stump.first), last: Int(stump.last), enumeratorKind: stump.enumeratorKind,
            enumerator: stump.enumerator)
        mention.isPartial = true
        stumps.append(mention)
    }
}
