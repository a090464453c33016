/// The runs found for each row of a form.
struct RowSet {
    /// By row: its first run. Nearly all rows have one.
    private var first: [Run?]
    /// Further runs of rows that were found more than once.
    private var further: [(row: Int, run: Run)] = []
    /// By row: its label stands in the text.
    private var isNamed: [Bool]
    /// By row: its run was tied to it by its neighbours, not by a label.
    private(set) var isInferred: [Bool]

    init(_ count: Int) {
        first = Array(repeating: nil, count: count)
        isNamed = Array(repeating: false, count: count)
        isInferred = Array(repeating: false, count: count)
    }

    mutating func add(_ row: Int, _ run: Run?, isInferred inferred: Bool = false) {
        isNamed[row] = true
        isInferred[row] = inferred
        guard let run else { return }
        if first[row] == nil { first[row] = run } else { further.append((row, run)) }
    }

    func isAbsent(_ row: Int) -> Bool { !isNamed[row] }

    func first(_ row: Int) -> Run? { first[row] }

    /// The run of a row that was found once.
    func only(_ row: Int) -> Run? { further.isEmpty || !further.contains { $0.row == row } ? first[row] : nil }

    /// All runs of a row, in reading order.
    func runs(_ row: Int) -> [Run] {
        guard let run = first[row] else { return [] }
        return [run] + further.filter { $0.row == row }.map(\.run)
    }

    /// All runs, row by row.
    var all: [Run] { first.indices.flatMap { runs($0) } }

    func holds(_ run: Run) -> Bool {
        first.contains { $0?.pieces == run.pieces } || further.contains { $0.run.pieces == run.pieces }
    }
}
