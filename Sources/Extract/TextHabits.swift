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
        for piece in reading.list.pieces where piece.isValue {
            values += 1
            guard piece.kind == .number, piece.flags.contains(.alone), let integer = piece.integer else { continue }
            alone += 1
            if !seen.insert(integer).inserted { repeated = true }
        }
        let bare = reading.mentions.count { $0.naming.isRow }
        hasLinesRemoved = alone >= 1 && !repeated && alone * 4 >= values * 3 && bare >= 6 && alone < bare
    }

    /// Why cells of a table without repeated lines stay empty.
    static func linesRemoved(_ reading: TableReading) -> Finding {
        Finding(
            .extract, .warning, .linesRemoved, "no line of figures stands here twice: repeated lines were removed, and nothing is inferred",
            at: reading.list.pieces.first?.locator ?? .none)
    }
}
