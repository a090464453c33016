/// Where the columns of a table stand on the line, learned from full rows.
struct ColumnPlaces {
    let width: Int
    private var rows: [[(left: Int32, right: Int32)]] = []

    init(width: Int) { self.width = width }

    mutating func add(_ row: [(left: Int32, right: Int32)]) { rows.append(row) }

    /// By column, twice the middle over all rows: lowest and highest.
    private var bounds: [(low: Int32, high: Int32)] {
        (0..<width).map { column in
            let middles = rows.map { $0[column].left + $0[column].right }
            return (middles.min() ?? 0, middles.max() ?? 0)
        }
    }

    /// Whether each column keeps to itself: the widest wandering of a column is less than half the narrowest step between two.
    var isSteady: Bool {
        guard rows.count >= 2 else { return false }
        let bounds = bounds
        let spread = bounds.map { $0.high - $0.low }.max() ?? 0
        var step = Int32.max
        for column in 1..<max(width, 2) where column < width { step = min(step, bounds[column].low - bounds[column - 1].high) }
        return step > 0 && spread * 2 <= step
    }

    /// The columns of the values of another row; nil where one stands between two columns or two stand in one.
    func places(_ values: [(left: Int32, right: Int32)]) -> [Int]? {
        let bounds = bounds
        var found: [Int] = []
        for value in values {
            let middle = value.left + value.right
            var best = -1
            var distance = Int32.max
            var second = Int32.max
            for (column, bound) in bounds.enumerated() {
                let away = max(0, max(bound.low - middle, middle - bound.high))
                if away < distance {
                    second = distance
                    distance = away
                    best = column
                } else {
                    second = min(second, away)
                }
            }
            guard best >= 0, distance * 3 <= second, best > (found.last ?? -1) else { return nil }
            found.append(best)
        }
        return found
    }
}
