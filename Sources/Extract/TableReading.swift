internal import Codebook
internal import ReportModel

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
    /// By piece: the mention that ends there; -1 for none.
    private var lastOf: [Int32]
    private let names: NamingTable
    let lexicon = Lexicon.shared

    init(_ document: Document, _ lines: Range<Int>, except furniture: [Int], _ table: StatutoryTable) {
        self.table = table
        list = PieceScanner.scan(document, lines, except: furniture)
        names = NamingTable.of(table)
        let finder = MentionFinder(list)
        mentions = finder.mentions
        stumps = finder.stumps
        claimed = finder.claimed
        isLabelled = [Bool](repeating: false, count: claimed.count)
        lastOf = [Int32](repeating: -1, count: claimed.count)
        for index in mentions.indices { mentions[index].naming = names.naming(at: mentions[index].state) }
        for index in stumps.indices { stumps[index].naming = naming(stumps[index]) }
        if table == .proceedings { addMisprinted() }
        if table == .applications { readBareNumbers() }
        for index in mentions.indices {
            mentions[index].index = index
            let (first, last) = (mentions[index].first, mentions[index].last)
            lastOf[last] = Int32(index)
            for piece in first...last where claimed[piece] { isLabelled[piece] = true }
        }
        readNone()
        markJunk()
        runs.reserveCapacity(40)
        collectRuns()
    }

    /// What the beginning of a label names.
    private func naming(_ stump: Mention) -> Naming {
        var length = 0
        for piece in stump.first...stump.last where claimed[piece] { length += list.pieces[piece].symbolRange.count }
        return Naming(lexicon.forms.labels(below: stump.state), table, beginning: length)
    }

    // MARK: - Values that are no numbers

    /// `3 其他`: the number of a row, without its point.
    private mutating func readBareNumbers() {
        for index in mentions.indices where mentions[index].enumeratorKind == .none && mentions[index].first > 0 {
            let first = mentions[index].first
            guard list.pieces[first - 1].kind == .number, list.pieces[first - 1].line == list.pieces[first].line else { continue }
            let (number, label) = (list.pieces[first - 1], list.pieces[first])
            guard let integer = number.integer, integer > 0, integer < 10,
                number.flags.contains(.startsLine) || number.flags.contains(.delimited) && number.left == label.left,
                !number.flags.contains(.delimited) || number.left == label.left
            else { continue }
            let mark = RowNumbers.Mark(kind: .digits, number: UInt8(integer))
            let labels = lexicon.forms.labels(at: mentions[index].state)
            guard labels.contains(where: { lexicon.labels[$0].table == table && RowNumbers.shared.hold(mark, forLabel: $0) })
            else { continue }
            list.pieces[first - 1].kind = .text
            list.texts.insert(Int32(first - 1), at: list.texts.firstIndex { $0 >= first } ?? list.texts.count)
            mentions[index].first = first - 1
            mentions[index].enumeratorKind = .digits
            mentions[index].enumerator = UInt8(integer)
            claimed[first - 1] = true
        }
    }

    /// 无 as a word of its own stands for an empty cell, unless it is the first word of 无法提供, torn.
    private mutating func readNone() {
        let none = lexicon.symbol(0x65E0)
        for text in list.texts where text > 0 {
            let index = Int(text)
            guard list.pieces[index].symbolRange.count == 1 else { continue }
            let piece = list.pieces[index]
            guard list.symbols[piece.symbolRange.lowerBound] == none, piece.enumeratorKind == .none, !isLabelled[index] else { continue }
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
        for text in list.texts where list.pieces[Int(text)].kind == .text {
            let index = Int(text)
            let line = list.pieces[index].line
            if lastOf[index] >= 0, mentions[Int(lastOf[index])].naming.isRow { rowLine = line }
            // The procedures of section 4 stand beside each other over their columns: a misprinted one is no value.
            if !claimed[index], line == rowLine, list.pieces[index].flags.isSuperset(of: [.rowwise, .delimited]), !isFragment(index),
                table != .proceedings || hasNumber(index), misprinted(index) == nil
            {
                list.pieces[index].kind = .junk
            }
        }
    }

    /// Whether a number stands on a piece's line.
    private func hasNumber(_ index: Int) -> Bool {
        let line = list.pieces[index].line
        var start = index
        while start > 0, list.pieces[start - 1].line == line { start -= 1 }
        return list.pieces[start...].prefix { $0.line == line }.contains { $0.kind == .number }
    }

    private mutating func markJunkAmongValues() {
        var start = 0
        while start < list.pieces.count {
            let line = list.pieces[start].line
            var end = start
            var numbers = 0
            var isClaimed = false
            while end < list.pieces.count && list.pieces[end].line == line {
                if list.pieces[end].kind == .number { numbers += 1 }
                if claimed[end] { isClaimed = true }
                end += 1
            }
            for index in start..<end
            where numbers >= 4 && !isClaimed && list.pieces[index].kind == .text && list.pieces[index].symbolRange.count <= 4
                && list.pieces[index].flags.contains(.delimited)
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
        for text in list.texts {
            let index = Int(text)
            guard list.pieces[index].kind == .text, !claimed[index], list.pieces[index].symbolRange.count <= 12,
                let nearest = misprinted(index)
            else { continue }
            claimed[index] = true
            let mention = misprinted(nearest, index...index)
            mentions.insert(mention, at: mentions.firstIndex { $0.first > index } ?? mentions.count)
        }
    }

    /// A mention of a label whose wording is none of the codebook's.
    private func misprinted(_ label: Int, _ pieces: ClosedRange<Int>) -> Mention {
        let first = pieces.lowerBound
        var mention = Mention(
            state: LabelTrie.root, first: first, last: pieces.upperBound, enumeratorKind: list.pieces[first].enumeratorKind,
            enumerator: list.pieces[first].enumerator)
        mention.isMisprinted = true
        mention.naming = Naming([label], table)
        return mention
    }

    // MARK: - Runs

    private mutating func collectRuns() {
        let wide = mentions.indices.filter { mentions[$0].last > mentions[$0].first + 1 }
        var start = 0
        for text in list.texts where list.pieces[Int(text)].kind == .text {
            collectRuns(start..<Int(text), wide)
            start = Int(text) + 1
        }
        collectRuns(start..<list.pieces.count, wide)
        doubtCutFigures()
        disownSecondRuns()
        countBareLabels()
    }

    /// Values with no text between them.
    private mutating func collectRuns(_ values: Range<Int>, _ wide: [Int]) {
        guard var start = values.first else { return }
        for index in values.dropFirst() where !isSameRun(index - 1, index) {
            runs.append(owned(PieceStretch(start..<index), wide))
            start = index
        }
        let last = values.upperBound - 1
        if isRowNumber(last, wide) {
            if start < last { runs.append(owned(PieceStretch(start..<last), wide)) }
            runs.append(Run(pieces: PieceStretch(last..<values.upperBound), mention: nil, hasStrangeText: false))
        } else {
            runs.append(owned(PieceStretch(start..<values.upperBound), wide))
        }
    }

    /// Whether a figure begins a line and a label follows it there: it numbers the row.
    private func isRowNumber(_ index: Int, _ wide: [Int]) -> Bool {
        guard index + 1 < list.pieces.count, list.pieces[index].flags.contains(.startsLine) else { return false }
        let (figure, next) = (list.pieces[index], list.pieces[index + 1])
        return figure.kind == .number && figure.span.count <= 2 && next.kind == .text && next.line == figure.line
            && (claimed[index + 1] || next.symbolRange.count >= 4)
            && !wide.contains { mentions[$0].first < index && mentions[$0].last > index }
    }

    /// Values on two lines stand together unless one of the lines is a row.
    private func isSameRun(_ before: Int, _ next: Int) -> Bool {
        list.pieces[before].line == list.pieces[next].line
            || !list.pieces[before].flags.union(list.pieces[next].flags).contains(.rowwise)
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
    private func owned(_ pieces: PieceStretch, _ wide: [Int]) -> Run {
        var run = Run(pieces: pieces, mention: nil, hasStrangeText: false)
        if standsBeforeLabel(pieces) { return run }
        var at = pieces[0] - 1
        var steps = 0
        var group: Mention?
        while at >= 0 && list.pieces[at].kind == .text && steps < 4 {
            steps += 1
            if lastOf[at] >= 0 {
                let mention = Int(lastOf[at])
                if mentions[mention].naming.isRow {
                    if let group, !names.isWithin(mentions[mention].naming, group.state) { return run }
                    run.mention = mentions[mention]
                    return run
                }
                if !mentions[mention].naming.isGroup { return run }  // Headings and columns own no values.
                group = mentions[mention]
                at -= 1
                continue
            }
            if claimed[at], let around = around(at, pieces[0], wide) {
                run.mention = mentions[around]
                return run
            }
            if let stump = stumps.last(where: { $0.last == at && $0.naming.isRow }) {
                run.mention = stump
                return run
            }
            if !isLabelled[at] {
                if let nearest = nearest(endingAt: at, behind: pieces[pieces.count - 1] + 1) {
                    run.mention = nearest
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

    /// Whether values begin a row that ends in a label: then the label of the row above is not theirs.
    private func standsBeforeLabel(_ values: PieceStretch) -> Bool {
        let (first, next) = (list.pieces[values[0]], values.range.upperBound)
        guard first.flags.contains([.rowwise, .startsLine]), first.kind != .blank, next < list.pieces.count else { return false }
        return list.pieces[next].line == first.line && list.pieces[next].kind == .text && claimed[next]
    }

    /// The row label that goes on behind a value, a piece in front of the value being part of it: of several that are open there, the one
    /// that stands in the piece's column.
    private func around(_ piece: Int, _ value: Int, _ wide: [Int]) -> Int? {
        let open = wide.filter { mentions[$0].first <= piece && mentions[$0].last > value && mentions[$0].naming.isRow }
        guard open.count > 1 else { return open.first }
        func isInColumn(_ other: Int) -> Bool {
            list.pieces[other].left < list.pieces[piece].right && list.pieces[piece].left < list.pieces[other].right
        }
        // A group's label in a narrow cell beside them begins above its rows' labels and ends below them.
        let beside = open.filter { isInColumn(mentions[$0].first) && isInColumn(mentions[$0].last) }
        return (beside.isEmpty ? open : beside).max { mentions[$0].first < mentions[$1].first }
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
        return misprinted(best.index, best.first...last)
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
        return symbols.count <= 12 && names.hasFragment(symbols)
    }

    /// Whether numbers stand anywhere without a label.
    var hasBareRuns: Bool { runs.contains(where: isBare) }

    private func isBare(_ run: Run) -> Bool { run.mention == nil && run.pieces.contains { list.pieces[$0].kind == .number } }

    /// Runs without a label that stand between two rows, as many as the form has rows there that were not found; by their indices.
    ///
    /// - Parameter owned: the rows that were found, each with its first value.
    func rowsByNeighbours(
        _ owned: [(row: Int, piece: Int)], isOpen: (Int) -> Bool, width: (Int) -> Int
    ) -> [(row: Int, run: Int)] {
        let sorted = owned.sorted { $0.piece < $1.piece }
        var found: [(row: Int, run: Int)] = []
        for (before, after) in zip(sorted, sorted.dropFirst()) where after.row > before.row + 1 {
            let between = before.row + 1..<after.row
            guard between.allSatisfy(isOpen) else { continue }
            let bare = runs.indices.filter { isBare(runs[$0]) && runs[$0].pieces[0] > before.piece && runs[$0].pieces[0] < after.piece }
            guard bare.count == between.count else { continue }
            for (row, run) in zip(between, bare)
            where runs[run].pieces.count == width(row) && list.pieces[runs[run].pieces[0]].kind != .blank { found.append((row, run)) }
        }
        return found
    }

    private mutating func countBareLabels() {
        guard !runs.isEmpty else { return }
        var ends: [Int] = []
        ends.reserveCapacity(mentions.count)
        for mention in mentions where mention.naming.isRow && !mention.naming.isGroup && mention.naming.column == nil {
            ends.append(mention.last)
        }
        ends.sort()
        // Runs stand in reading order, and so do the places from which on labels count.
        var from = 0
        var floor = -1
        for index in runs.indices {
            while from < ends.count && ends[from] <= floor { from += 1 }
            floor = runs[index].pieces[0]
            guard let before = runs[index].mention?.first else { continue }
            var to = from
            while to < ends.count && ends[to] < before { to += 1 }
            runs[index].bareLabelsBefore = to - from
        }
    }
}
