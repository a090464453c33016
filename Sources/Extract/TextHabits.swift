internal import ReportModel

/// What can be told of how a text was made.
struct TextHabits {
    /// Every line that is a number is there only once: a crawler has removed repeated lines, and what is missing cannot be told.
    let hasLinesRemoved: Bool

    init(_ reading: TableReading) {
        var seen: Set<Int64> = []
        var alone = 0
        var repeated = false
        var values = 0
        let pieces = reading.list.pieces
        for index in pieces.indices where pieces[index].isValue && pieces[index].kind != .blank {
            values += 1
            guard pieces[index].kind == .number, TextHabits.isAlone(index, pieces), let integer = pieces[index].integer else { continue }
            alone += 1
            if !seen.insert(integer).inserted { repeated = true }
        }
        let bare = reading.mentions.count { $0.naming.isRow }
        hasLinesRemoved = alone >= 1 && !repeated && alone * 4 >= values * 3 && bare >= 6 && alone < bare
    }

    /// Whether nothing but empty cells stands beside a piece on its line, and the line is no row.
    private static func isAlone(_ index: Int, _ pieces: [Piece]) -> Bool {
        guard !pieces[index].flags.contains(.rowwise) else { return false }
        for step in [-1, 1] {
            var at = index + step
            while pieces.indices.contains(at), pieces[at].line == pieces[index].line {
                if pieces[at].kind != .blank { return false }
                at += step
            }
        }
        return true
    }

    /// Why cells of a table without repeated lines stay empty.
    static func linesRemoved(_ reading: TableReading) -> Finding {
        Finding(
            .extract, .warning, .linesRemoved, "no line of figures stands here twice: repeated lines were removed, and nothing is inferred",
            at: reading.list.pieces.first?.locator ?? .none)
    }
}
