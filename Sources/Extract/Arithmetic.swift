/// The sums of section 3, used as an error-correcting code: which way to fill the open rows satisfies all of them?
struct ApplicationsArithmetic {
    /// By row of the form: the ways it may be filled, seven values each (blank counts nothing); one way for a settled row;
    /// none where the row is absent or cannot be read.
    var options: [[[Int64]]]
    let received: Int
    let carriedIn: Int
    let total: Int
    let carriedOut: Int

    private static let nodeLimit = 20_000
    private static let solutionLimit = 64

    /// By row: the one option that all solutions share; nil for rows on which solutions differ, or where there is no solution.
    func solve() -> [Int?] {
        var settled: [Int?] = options.map { $0.count == 1 ? 0 : nil }
        let open = options.indices.filter { options[$0].count > 1 }
        guard !open.isEmpty else { return settled }
        var chosen = options.map { _ in 0 }
        var nodes = 0
        var solutions: [[Int]] = []
        var gaveUp = false
        // The totals first: they bound everything else.
        let order = open.sorted { (rank($0), $0) < (rank($1), $1) }
        func search(_ depth: Int) {
            if gaveUp { return }
            nodes += 1
            if nodes > Self.nodeLimit || solutions.count > Self.solutionLimit {
                gaveUp = true
                return
            }
            let decided = Set(order[depth...])
            guard isPossible(chosen, undecided: decided) else { return }
            if depth == order.count {
                solutions.append(order.map { chosen[$0] })
                return
            }
            for option in options[order[depth]].indices {
                chosen[order[depth]] = option
                search(depth + 1)
            }
        }
        search(0)
        guard !gaveUp, let first = solutions.first else { return settled }
        for (position, row) in order.enumerated() where solutions.allSatisfy({ $0[position] == first[position] }) {
            settled[row] = first[position]
        }
        return settled
    }

    private func rank(_ row: Int) -> Int { row == total ? 0 : row == received || row == carriedIn || row == carriedOut ? 1 : 2 }

    /// Whether the sums can still hold: exactly where all rows are decided, as bounds where some are not.
    private func isPossible(_ chosen: [Int], undecided: Set<Int>) -> Bool {
        func value(_ row: Int, _ column: Int) -> Int64? {
            options[row].isEmpty || undecided.contains(row) ? nil : options[row][chosen[row]][column]
        }
        for column in 0..<7 {
            let all = value(total, column)
            var sum: Int64 = 0
            var isWhole = true
            for row in options.indices where row != received && row != carriedIn && row != total && row != carriedOut {
                if let value = value(row, column) { sum += value } else { isWhole = false }
            }
            if let all, sum > all || isWhole && sum != all { return false }
            if let received = value(received, column), let carriedIn = value(carriedIn, column), let all,
                let carriedOut = value(carriedOut, column), received + carriedIn != all + carriedOut
            {
                return false
            }
        }
        return true
    }
}
