/// Where the columns of a table stand on the line, learned from all its values and headers.
///
/// What stands in one column overlaps, what stands in two does not: the stretches fall into bands, and if there are as many bands
/// as columns, a band is a column.
struct ColumnPlaces {
    private var bands: [(left: Int32, right: Int32)] = []

    /// Bands of the given stretches.
    init(_ stretches: [(left: Int32, right: Int32)]) {
        for stretch in stretches.sorted(by: { $0.left < $1.left }) {
            if let last = bands.last, stretch.left < last.right {
                bands[bands.count - 1].right = max(last.right, stretch.right)
            } else {
                bands.append(stretch)
            }
        }
    }

    var count: Int { bands.count }

    /// Whether values are set in columns: nearly always two blanks or more stand between neighbours on a line. Where one blank parts
    /// the words, what stands below what is chance.
    static func areAligned(_ lines: [[Piece]]) -> Bool {
        var gaps = 0
        var wide = 0
        for line in lines {
            for (before, next) in zip(line, line.dropFirst()) {
                gaps += 1
                if next.left - before.right >= 2 { wide += 1 }
            }
        }
        return wide * 5 >= gaps * 4
    }

    /// The bands of values, by their order; nil where one overlaps none or two share one.
    func places(_ values: [(left: Int32, right: Int32)]) -> [Int]? {
        var found: [Int] = []
        for value in values {
            guard let band = bands.firstIndex(where: { value.left < $0.right && $0.left < value.right }),
                band > (found.last ?? -1)
            else { return nil }
            found.append(band)
        }
        return found
    }
}
