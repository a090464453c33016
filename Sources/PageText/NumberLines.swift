/// What the lines of numbers in a table's cells show of how it writes them.
struct NumberLines {
    /// Width of a cell and of the widest number on one line in it, for cells that hold numbers.
    private var widest: [(cell: Double, number: Double)] = []
    /// No digit of the table stands right beside another one.
    private(set) var areSpread = true

    init(_ cells: some Sequence<([WordLine], Double)>) {
        for (lines, width) in cells {
            for line in lines where line.words.allSatisfy(\.isNumber) {
                widest.append((width, line.right - line.left))
                if line.words.contains(where: { $0.text.count(where: CharacterRepair.isNumber) > 1 }) { areSpread = false }
            }
        }
    }

    /// Whether no cell as narrow as this one has a number on one line that is wider than the given one.
    func isWidest(_ number: Double, in cell: Double) -> Bool {
        !widest.contains { $0.cell < cell + 1 && $0.number > number + 1 }
    }
}
