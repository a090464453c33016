/// The runs found for each row of a form.
struct RowSet {
    /// By row. More than one where a row was found twice.
    var runs: [[Run]]
    /// By row: its label stands in the text.
    var isNamed: [Bool]
    /// By row: its run was tied to it by its neighbours, not by a label.
    var isInferred: [Bool]

    init(_ count: Int) {
        runs = Array(repeating: [], count: count)
        isNamed = Array(repeating: false, count: count)
        isInferred = Array(repeating: false, count: count)
    }

    mutating func add(_ row: Int, _ run: Run?, isInferred inferred: Bool = false) {
        isNamed[row] = true
        isInferred[row] = inferred
        if let run { runs[row].append(run) }
    }

    func isAbsent(_ row: Int) -> Bool { !isNamed[row] }

    func holds(_ run: Run) -> Bool { runs.contains { $0.contains { $0.pieces == run.pieces } } }
}
