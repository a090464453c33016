/// Finds the wording that is clearly nearest to a misprinted one.
public enum NearestLabel {
    /// The fewest insertions, deletions and changes that turn one run of symbols into the other; `limit + 1` where it takes more.
    public static func distance(_ left: ArraySlice<UInt16>, _ right: [UInt16], limit: Int) -> Int {
        if abs(left.count - right.count) > limit { return limit + 1 }
        var row = [Int](0...right.count)
        for symbol in left {
            var diagonal = row[0]
            row[0] += 1
            var best = row[0]
            for j in 0..<right.count {
                let substituted = diagonal + (symbol == right[j] && symbol != Lexicon.unknown ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, min(row[j], diagonal) + 1)
                best = min(best, row[j + 1])
            }
            if best > limit { return limit + 1 }
        }
        return row[right.count]
    }

    /// The label nearest to `symbols` among those that `admits` accepts; nil where none is near or two name
    /// different things and are about as near.
    ///
    /// Near means: at most a third of the longer wording differs, and any label with another code is at least two further off.
    public static func find(
        _ symbols: ArraySlice<UInt16>, among labels: [Label], where admits: (Label) -> Bool
    ) -> (index: Int, distance: Int)? {
        guard symbols.count >= 3 else { return nil }
        var best = (distance: Int.max, index: -1)
        var rival = Int.max
        for (index, label) in labels.enumerated() where admits(label) && label.symbols.count >= 3 {
            let limit = max(symbols.count, label.symbols.count) / 3
            let distance = distance(symbols, label.symbols, limit: limit + 2)
            if best.index >= 0 && labels[best.index].code == label.code && labels[best.index].kind == label.kind {
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
