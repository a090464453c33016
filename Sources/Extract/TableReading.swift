internal import Codebook
internal import ReportModel

/// Values that stand together, and the label they belong to.
struct Run {
    /// Indices of value pieces.
    var pieces: [Int]
    /// The label in front of the values, or around them; nil where there is none.
    var mention: Mention?
    /// Index of the piece behind the label's last piece in front of the values; where the row begins.
    var labelPiece: Int
    /// Text stands between label and values, or there is text and it is no label.
    var hasStrangeText: Bool
    /// How many mentions of rows without values stand directly in front of the label.
    var bareLabelsBefore = 0
}

/// One region read as labels and runs of values. The same for all three tables.
struct TableReading {
    let table: StatutoryTable
    var list: PieceList
    var mentions: [Mention]
    var runs: [Run] = []
    private var stumps: [Mention]
    private var claimed: [Bool]
    /// By piece: whether it is part of a whole label.
    private var isLabelled: [Bool]
    let lexicon = Lexicon.shared

    init(_ document: Document, _ lines: Range<Int>, except furniture: [Int], _ table: StatutoryTable) {
        self.table = table
        list = PieceScanner.scan(document, lines, except: furniture)
        let finder = MentionFinder(list)
        mentions = finder.mentions
        stumps = finder.stumps
        claimed = finder.claimed
        for index in mentions.indices {
            mentions[index].index = index
            mentions[index].naming = Naming(mentions[index], table, list, claimed)
        }
        for index in stumps.indices { stumps[index].naming = Naming(stumps[index], table, list, claimed) }
        isLabelled = [Bool](repeating: false, count: list.pieces.count)
        for mention in mentions {
            for piece in mention.first...mention.last where claimed[piece] { isLabelled[piece] = true }
        }
        readNone()
        markJunk()
        collectRuns()
    }

    // MARK: - Values that are no numbers

    /// 无 as a word of its own stands for an empty cell, unless it is the first word of 无法提供, torn.
    private mutating func readNone() {
        let none = lexicon.symbol(0x65E0)
        for index in list.pieces.indices.dropFirst() {
            let piece = list.pieces[index]
            guard piece.kind == .text, piece.symbolRange.count == 1, list.symbols[piece.symbolRange.lowerBound] == none,
                piece.enumeratorKind == .none, !isLabelled[index]
            else { continue }
            let before = list.pieces[index - 1]
            let isBehind = before.line == piece.line && before.kind == .text || before.isValue
            guard isBehind || isLabelled[index - 1] else { continue }
            if index + 1 < list.pieces.count, list.pieces[index + 1].kind == .text, before.line != piece.line,
                list.symbols[list.pieces[index + 1].symbolRange.lowerBound] == lexicon.symbol(0x6CD5)
            {
                continue
            }
            list.pieces[index].kind = .dash
        }
        stumps.removeAll { list.pieces[$0.first].kind == .dash }
    }

    /// Text in a cell behind a row's label is a value that cannot be read.
    private mutating func markJunk() {
        var rowLine: Int32 = -1
        var lastOf = [Int](repeating: -1, count: list.pieces.count)
        for (index, mention) in mentions.enumerated() { lastOf[mention.last] = index }
        for index in list.pieces.indices {
            let piece = list.pieces[index]
            if lastOf[index] >= 0, mentions[lastOf[index]].naming.isRow { rowLine = piece.line }
            if piece.kind == .text, !claimed[index], piece.line == rowLine, piece.flags.contains(.rowwise),
                piece.flags.contains(.delimited), !isFragment(index)
            {
                list.pieces[index].kind = .junk
            }
        }
    }

    // MARK: - Runs

    private mutating func collectRuns() {
        var lastOf = [Int](repeating: -1, count: list.pieces.count)
        for (index, mention) in mentions.enumerated() { lastOf[mention.last] = index }
        let wide = mentions.indices.filter { mentions[$0].last > mentions[$0].first + 1 }
        var current: [Int] = []
        var index = 0
        let count = list.pieces.count
        while index <= count {
            let ends: Bool
            if index == count || !list.pieces[index].isValue {
                ends = true
            } else if let last = current.last {
                let before = list.pieces[last]
                ends = list.pieces[index].line != before.line && (before.flags.contains(.rowwise) || list.pieces[index].flags.contains(.rowwise))
            } else {
                ends = false
            }
            if ends && !current.isEmpty {
                runs.append(owned(current, lastOf, wide))
                current = []
            }
            if index < count && list.pieces[index].isValue { current.append(index) }
            index += 1
        }
        disownSecondRuns()
        countBareLabels()
    }

    /// A label that has values inside it does not own those behind it too.
    private mutating func disownSecondRuns() {
        for index in runs.indices.dropFirst() {
            guard let mention = runs[index].mention, let before = runs[index - 1].mention, before.first == mention.first,
                before.last == mention.last, runs[index - 1].pieces[0] < mention.last, runs[index].pieces[0] > mention.last,
                runs[index - 1].pieces.contains(where: { list.pieces[$0].kind == .number })
            else { continue }
            runs[index].mention = nil
        }
    }

    /// Finds the label of a run: the one that ends right before it, the one that goes on behind it, or the nearest misprinted one.
    private func owned(_ pieces: [Int], _ lastOf: [Int], _ wide: [Int]) -> Run {
        var run = Run(pieces: pieces, mention: nil, labelPiece: pieces[0], hasStrangeText: false)
        var at = pieces[0] - 1
        var steps = 0
        while at >= 0 && list.pieces[at].kind == .text && steps < 4 {
            steps += 1
            if lastOf[at] >= 0 {
                let mention = mentions[lastOf[at]]
                if mention.naming.isRow {
                    run.mention = mention
                    run.labelPiece = mention.first
                    return run
                }
                if !mention.naming.isGroup { return run }  // Headings and columns own no values.
                at -= 1
                continue
            }
            if let around = wide.last(where: { mentions[$0].first <= at && mentions[$0].last > pieces[0] && mentions[$0].naming.isRow }), claimed[at] {
                run.mention = mentions[around]
                run.labelPiece = mentions[around].first
                return run
            }
            if let stump = stumps.last(where: { $0.last == at && $0.naming.isRow }) {
                run.mention = stump
                run.labelPiece = stump.first
                return run
            }
            if !isLabelled[at] {
                if let nearest = nearest(endingAt: at, behind: pieces[pieces.count - 1] + 1) {
                    run.mention = nearest
                    run.labelPiece = nearest.first
                    return run
                }
                if !isFragment(at) {
                    run.hasStrangeText = true
                    return run
                }
            }
            at -= 1
        }
        return run
    }

    /// The misprinted label that ends at a piece, or goes on behind the values.
    private func nearest(endingAt last: Int, behind: Int) -> Mention? {
        var tail: [UInt16] = []
        var next = behind
        while next < min(list.pieces.count, behind + 2), list.pieces[next].kind == .text, !isLabelled[next],
            list.pieces[next].enumeratorKind == .none
        {
            tail += list.symbols[list.pieces[next].symbolRange]
            next += 1
        }
        var best: (index: Int, distance: Int, first: Int, length: Int)?
        var symbols: [UInt16] = []
        var first = last
        while first >= 0 && first > last - 4 && list.pieces[first].kind == .text && !isLabelled[first] {
            symbols = Array(list.symbols[list.pieces[first].symbolRange]) + symbols
            if symbols.count > 48 { break }
            for candidate in tail.isEmpty ? [symbols] : [symbols, symbols + tail] {
                guard
                    let found = NearestLabel.find(
                        candidate[...], in: lexicon, where: { $0.table == table && $0.kind != .heading }),
                    lexicon.labels[found.index].kind == .row
                else { continue }
                if best.map({ found.distance * $0.length < $0.distance * candidate.count }) ?? true {
                    best = (found.index, found.distance, first, candidate.count)
                }
            }
            if list.pieces[first].enumeratorKind != .none { break }
            first -= 1
        }
        guard let best else { return nil }
        var mention = Mention(
            state: LabelTrie.root, first: best.first, last: last, enumeratorKind: list.pieces[best.first].enumeratorKind,
            enumerator: list.pieces[best.first].enumerator, nearest: best.index)
        mention.naming = Naming(mention, table, list, claimed)
        return mention
    }

    /// A few characters that are part of a group's label, torn by a vertical cell, or the tail of a label.
    private func isFragment(_ index: Int) -> Bool {
        let symbols = list.symbols[list.pieces[index].symbolRange]
        guard symbols.count <= 12 else { return false }
        for label in lexicon.labels where label.table == table && (label.kind == .group || label.kind == .row && symbols.count >= 2) {
            let wording = lexicon.symbols(of: label)
            guard symbols.count < wording.count else { continue }
            for start in wording.startIndex...(wording.endIndex - symbols.count)
            where wording[start..<(start + symbols.count)].elementsEqual(symbols) { return true }
        }
        return false
    }

    private mutating func countBareLabels() {
        guard !runs.isEmpty else { return }
        var rowMentions = mentions.filter { $0.naming.isRow && !$0.naming.isGroup && $0.naming.column == nil }
        rowMentions.sort { $0.last < $1.last }
        for index in runs.indices {
            guard let mention = runs[index].mention else { continue }
            let floor = index > 0 ? runs[index - 1].pieces[0] : -1
            runs[index].bareLabelsBefore = rowMentions.count { $0.last > floor && $0.last < mention.first }
        }
    }
}
