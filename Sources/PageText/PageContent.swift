/// What one page holds once its words are put together.
struct PageContent: Sendable {
    var number: Int
    var width: Double
    var height: Double
    /// The lines outside of tables, top to bottom.
    var lines: [WordLine]
    /// Top to bottom.
    var tables: [PageTable]

    /// The table that runs to the end of the page with nothing below it.
    var lastTable: PageTable? {
        guard let table = tables.last, lines.allSatisfy({ $0.midY < table.bottom }) else { return nil }
        return table
    }

    /// The table with which the page begins.
    var firstTable: PageTable? {
        guard let table = tables.first, lines.allSatisfy({ $0.midY > table.top }) else { return nil }
        return table
    }
}
