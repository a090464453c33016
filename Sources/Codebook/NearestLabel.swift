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
        guard symbols.count >= 3 else { return nil }
        // Which of the text's symbols are known: a wording that shares too few with it needs no closer look.
        var present = [Bool](repeating: false, count: 2048)
        for symbol in symbols { present[Int(symbol & 2047)] = true }
        var best = (distance: Int.max, index: -1)
        var rival = Int.max
        for index in lexicon.labels.indices where admits(lexicon.labels[index]) {
            let label = lexicon.labels[index]
            let count = Int(label.symbolCount)
            guard count >= 3 else { continue }
            let limit = max(symbols.count, count) / 3
            guard abs(count - symbols.count) <= limit + 2 else { continue }
            let wording = lexicon.symbols(of: label)
            guard wording.count(where: { !present[Int($0)] }) <= limit + 2 else { continue }
            let distance = distance(symbols, wording, limit: limit + 2)
            if best.index >= 0, lexicon.labels[best.index].code == label.code, lexicon.labels[best.index].kind == label.kind {
                if distance <= limit && distance < best.distance { best = (distance, index) }
                continue
            }
            if distance <= limit && distance < best.distance {
                if best.index >= 0 { rival = min(rival, best.distance) }
                best = (distance, index)
            } else {
                rival = min(rival, distance)
            }
        }
        guard best.index >= 0, rival >= best.distance + 2 else { return nil }
        return (best.index, best.distance)
    }
}
