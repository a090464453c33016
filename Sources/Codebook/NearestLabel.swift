/// Finds the wording that is clearly nearest to a misprinted one.
public enum NearestLabel {
    /// The fewest insertions, deletions and changes that turn one run of symbols into the other; `limit + 1` where it takes more.
    public static func distance(_ left: ArraySlice<UInt16>, _ right: ArraySlice<UInt16>, limit: Int) -> Int {
        if abs(left.count - right.count) > limit { return limit + 1 }
        var row = [Int](0...right.count)
        for symbol in left {
            var diagonal = row[0]
            row[0] += 1
            var best = row[0]
            for (position, other) in right.enumerated() {
                let substituted = diagonal + (symbol == other && symbol != Lexicon.unknown ? 0 : 1)
                diagonal = row[position + 1]
                row[position + 1] = min(substituted, min(row[position], diagonal) + 1)
                best = min(best, row[position + 1])
            }
            if best > limit { return limit + 1 }
        }
        return row[right.count]
    }

    /// The label nearest to `symbols` among those that `admits` accepts; nil where none is near or two name different things and
    /// are about as near.
    ///
    /// Near means: at most a third of the longer wording differs, and any label with another code is at least two further off.
    public static func find(
        _ symbols: ArraySlice<UInt16>, in lexicon: Lexicon, where admits: (Label) -> Bool
    ) -> (index: Int, distance: Int)? {
        let found = search(symbols, in: lexicon) { admits(lexicon.labels[$0]) }
        guard found.index >= 0, found.rival >= found.distance + 2 else { return nil }
        return (found.index, found.distance)
    }

    /// The same where something else speaks for some labels: any other label need only be further off than the nearest of these.
    public static func find(
        _ symbols: ArraySlice<UInt16>, in lexicon: Lexicon, preferring isPreferred: (Int) -> Bool, where admits: (Label) -> Bool
    ) -> (index: Int, distance: Int)? {
        let found = search(symbols, in: lexicon) { admits(lexicon.labels[$0]) && isPreferred($0) }
        guard found.index >= 0, found.rival >= found.distance + 2 else { return nil }
        let code = lexicon.labels[found.index].code
        let other = search(symbols, in: lexicon) { admits(lexicon.labels[$0]) && !isPreferred($0) && lexicon.labels[$0].code != code }
        return other.distance > found.distance ? (found.index, found.distance) : nil
    }

    /// The nearest label, and how far the nearest one with another code is; `index` is -1 where none is near.
    private static func search(
        _ symbols: ArraySlice<UInt16>, in lexicon: Lexicon, where admits: (Int) -> Bool
    ) -> (index: Int, distance: Int, rival: Int) {
        guard symbols.count >= 3 else { return (-1, Int.max, Int.max) }
        // Which of the text's symbols are known: a wording that shares too few with it needs no closer look.
        var present = [Bool](repeating: false, count: 2048)
        for symbol in symbols { present[Int(symbol & 2047)] = true }
        var best = (distance: Int.max, index: -1)
        var rival = Int.max
        for index in lexicon.labels.indices where admits(index) {
            let label = lexicon.labels[index]
            let count = Int(label.symbolCount)
            guard count >= 3 else { continue }
            let limit = max(symbols.count, count) / 3
            guard abs(count - symbols.count) <= limit + 2 else { continue }
            let wording = lexicon.symbols(of: label)
            guard wording.count(where: { !present[Int($0)] }) <= limit + 2 else { continue }
            let distance = distance(symbols, wording, limit: limit + 2)
            if best.index >= 0, lexicon.labels[best.index].code == label.code {
                // A row's name and its group's may be the same: the row has values.
                if distance <= limit, distance < best.distance || distance == best.distance && label.kind == .row {
                    best = (distance, index)
                }
                continue
            }
            if distance <= limit && distance < best.distance {
                if best.index >= 0 { rival = min(rival, best.distance) }
                best = (distance, index)
            } else {
                rival = min(rival, distance)
            }
        }
        return (best.index, best.distance, rival)
    }
}
