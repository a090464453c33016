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
        if table == .proceedings { addMisprinted() }
        if table == .applications { readBareNumbers() }
        for mention in mentions {
            for piece in mention.first...mention.last where claimed[piece] { isLabelled[piece] = true }
        }
        readNone()
        markJunk()
        collectRuns()
    }

    // MARK: - Values that are no numbers

    /// `3 其他`: the number of a row, without its point.
    private mutating func readBareNumbers() {
        for index in mentions.indices where mentions[index].enumeratorKind == .none && mentions[index].first > 0 {
            let (number, label) = (list.pieces[mentions[index].first - 1], list.pieces[mentions[index].first])
            guard number.kind == .number, let integer = number.integer, integer > 0, integer < 10, number.line == label.line,
                number.flags.contains(.startsLine) || number.flags.contains(.delimited) && number.left == label.left,
                !number.flags.contains(.delimited) || number.left == label.left
            else { continue }
            let mark = RowNumbers.Mark(kind: .digits, number: UInt8(integer))
            guard mentions[index].labels(lexicon).contains(where: { lexicon.labels[$0].table == table && RowNumbers.shared.hold(mark, forLabel: $0) })
            else { continue }
            list.pieces[mentions[index].first - 1].kind = .text
            mentions[index].first -= 1
            mentions[index].enumeratorKind = .digits
            mentions[index].enumerator = UInt8(integer)
            claimed[mentions[index].first] = true
        }
    }

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

    /// Text in a cell behind a row's label is a value that cannot be read. So is text among the values of section 4, whose labels
    /// stand in rows of their own.
    private mutating func markJunk() {
        if table == .proceedings { markJunkAmongValues() }
        var rowLine: Int32 = -1
        var lastOf = [Int](repeating: -1, count: list.pieces.count)
        for (index, mention) in mentions.enumerated() { lastOf[mention.last] = index }
        for index in list.pieces.indices {
            let piece = list.pieces[index]
            if lastOf[index] >= 0, mentions[lastOf[index]].naming.isRow { rowLine = piece.line }
            if piece.kind == .text, !claimed[index], piece.line == rowLine, piece.flags.contains(.rowwise),
                piece.flags.contains(.delimited), !isFragment(index), misprinted(index) == nil
            {
                list.pieces[index].kind = .junk
            }
        }
    }

    private mutating func markJunkAmongValues() {
        var start = 0
        while start < list.pieces.count {
            let line = list.pieces[start].line
            let end = list.pieces[start...].firstIndex { $0.line != line } ?? list.pieces.count
            let isRow = list.pieces[start..<end].count { $0.kind == .number } >= 4 && !(start..<end).contains { claimed[$0] }
            for index in start..<end
            where isRow && list.pieces[index].kind == .text && list.pieces[index].symbolRange.count <= 4
                && list.pieces[index].flags.contains([.rowwise, .delimited])
            {
                list.pieces[index].kind = .junk
            }
            start = end
        }
    }

    /// The label that a piece misprints.
    private func misprinted(_ index: Int) -> Int? {
        let symbols = list.symbols[list.pieces[index].symbolRange]
        guard symbols.count >= 4, symbols.count <= 40 else { return nil }
        return NearestLabel.find(symbols, in: lexicon, where: { $0.table == table && $0.kind != .heading })?.index
    }

    /// The headers of section 4 stand above the values, not in front of them: a misprinted one is to be known before any value is.
    private mutating func addMisprinted() {
        for index in list.pieces.indices where list.pieces[index].kind == .text && !claimed[index] && list.pieces[index].symbolRange.count <= 12 {
            guard let nearest = misprinted(index) else { continue }
            claimed[index] = true
            var mention = Mention(
                state: LabelTrie.root, first: index, last: index, enumeratorKind: list.pieces[index].enumeratorKind,
                enumerator: list.pieces[index].enumerator, nearest: nearest)
            mention.naming = Naming(mention, table, list, claimed)
            mentions.insert(mention, at: mentions.firstIndex { $0.first > index } ?? mentions.count)
        }
        for index in mentions.indices { mentions[index].index = index }
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
                guard let found = nearest(candidate[...], behind: list.pieces[first]), lexicon.labels[found.index].kind == .row
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

    /// The label of the table nearest to some symbols, the number in front of them being heard.
    private func nearest(_ symbols: ArraySlice<UInt16>, behind piece: Piece) -> (index: Int, distance: Int)? {
        if piece.enumeratorKind != .none {
            let mark = RowNumbers.Mark(kind: piece.enumeratorKind, number: piece.enumerator)
            let numbers = RowNumbers.shared
            let numbered = NearestLabel.find(
                symbols, in: lexicon, preferring: { numbers.hold(mark, forLabel: $0) },
                where: { $0.table == table && $0.kind != .heading })
            if let numbered { return numbered }
        }
        return NearestLabel.find(symbols, in: lexicon, where: { $0.table == table && $0.kind != .heading })
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

    /// Runs without a label that stand between two rows, as many as the form has rows there that were not found.
    ///
    /// - Parameter owned: the rows that were found, each with its first value.
    func rowsByNeighbours(
        _ owned: [(row: Int, piece: Int)], isOpen: (Int) -> Bool, width: (Int) -> Int
    ) -> [(row: Int, run: Run)] {
        let sorted = owned.sorted { $0.piece < $1.piece }
        var found: [(row: Int, run: Run)] = []
        for (before, after) in zip(sorted, sorted.dropFirst()) where after.row > before.row + 1 {
            let between = before.row + 1..<after.row
            guard between.allSatisfy(isOpen) else { continue }
            let runs = self.runs.filter { run in
                run.mention == nil && run.pieces[0] > before.piece && run.pieces[0] < after.piece
                    && run.pieces.contains { list.pieces[$0].kind == .number }
            }
            guard runs.count == between.count else { continue }
            for (row, run) in zip(between, runs) where run.pieces.count == width(row) { found.append((row, run)) }
        }
        return found
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
