/// Rows in which each value stands behind the name of its column: `予以公开：自然人 3，商业企业 0`, or a pair a line, as lists, programs'
/// objects and careful clerks have them. They become rows under a header.
struct PairRows {
    /// True where rows were found.
    static func unfold(_ lines: inout [TextLine]) -> Bool {
        guard var pairs = PairRows(lines) else { return false }
        return pairs.unfold(&lines)
    }

    /// Names that stand in front of values so often that they are the applicants of section 3.
    private let names: Set<[UInt32]>
    /// All names that stand in front of a value more than once, or are parted from it by a mark of their own.
    private let known: Set<[UInt32]>
    /// The names of section 3 in the order in which most rows have them, once that is known.
    private var order: [[UInt32]] = []
    /// How many rows have all of them, by their order.
    private var orders: [[[UInt32]]: Int] = [:]
    private let first: Int
    private let last: Int

    private static let leastNames = 6
    private static let leastTimes = 10
    private static let longest = 2000
    /// So many lines above the first pair of section 3, the tables of section 2 begin.
    private static let reach = 80

    private init?(_ lines: [TextLine]) {
        var times: [[UInt32]: Int] = [:]
        var places: [[UInt32]: (first: Int, last: Int)] = [:]
        for (index, line) in lines.enumerated() where line.scalars.count <= PairRows.longest {
            for pair in PairLine(line.scalars).pairs where !pair.key.isEmpty {
                times[pair.key, default: 0] += 1
                places[pair.key] = (places[pair.key]?.first ?? index, index)
            }
        }
        names = Set(times.filter { $0.value >= PairRows.leastTimes }.keys)
        guard names.count >= PairRows.leastNames else { return nil }
        known = Set(times.filter { $0.value >= 2 }.keys)
        let found = names.compactMap { places[$0] }
        first = max(0, (found.map(\.first).min() ?? 0) - PairRows.reach)
        last = min(lines.count - 1, (found.map(\.last).max() ?? 0) + PairRows.reach)
    }

    // MARK: - Rows

    private struct Cell {
        var text: [UInt32]
        var line: TextLine
    }

    private var result: [TextLine] = []
    private var header: [[UInt32]] = []
    /// A line without a pair: the label of the pairs below it, if there are any.
    private var held: TextLine?
    private var label: [UInt32] = []
    private var keys: [[UInt32]] = []
    private var values: [Cell] = []
    private var rows = 0

    private mutating func unfold(_ lines: inout [TextLine]) -> Bool {
        readAll(lines)
        guard let usual = orders.max(by: { ($0.value, $1.key.count) < ($1.value, $0.key.count) }), usual.value >= PairRows.leastTimes / 2
        else { return false }
        order = usual.key
        (result, header, rows) = ([], [], 0)
        readAll(lines)
        guard rows >= PairRows.leastTimes else { return false }
        lines = result
        return true
    }

    private mutating func readAll(_ lines: [TextLine]) {
        for (index, line) in lines.enumerated() {
            guard index >= first, index <= last, line.scalars.count <= PairRows.longest else {
                release()
                result.append(line)
                continue
            }
            read(line)
        }
        release()
    }

    private mutating func read(_ line: TextLine) {
        let parsed = PairLine(line.scalars, known: known)
        if parsed.isEmpty { return }
        guard parsed.isPure, !parsed.pairs.isEmpty, !parsed.label.isEmpty || isRow(parsed) else {
            release()
            // Without the marks round it, it may be a label.
            if parsed.pairs.isEmpty, !line.isProse {
                held = TextLine(parsed.label, like: line)
            } else {
                result.append(line)
            }
            return
        }
        if !parsed.label.isEmpty {
            release()
            label = parsed.label
        } else if let above = held {
            flush()
            label = above.scalars
            held = nil
        } else if parsed.pairs.contains(where: { keys.contains($0.key) }) {
            flush()
        }
        for pair in parsed.pairs {
            keys.append(pair.key)
            values.append(Cell(text: pair.value, line: line))
        }
    }

    /// Whether pairs without a label in their line go on with a row, or stand under a label.
    private func isRow(_ parsed: PairLine) -> Bool {
        (held != nil || !keys.isEmpty)
            && parsed.pairs.allSatisfy { known.contains($0.key) || $0.isLinked && $0.key.contains { $0 > 0x2E80 } }
    }

    /// Names of a row that others of its kind have, and it has not, get an empty cell.
    private mutating func fillGaps() {
        guard keys.count < order.count, keys.count > 1, keys.allSatisfy(names.contains) else { return }
        let places = keys.compactMap { order.firstIndex(of: $0) }
        guard places == places.sorted(), Set(places).count == keys.count else { return }
        let line = values[0].line
        var filled = order.map { _ in Cell(text: [], line: line) }
        for (place, value) in zip(places, values) { filled[place] = value }
        keys = order
        values = filled
    }

    private mutating func release() {
        flush()
        if let held { result.append(held) }
        held = nil
    }

    private mutating func flush() {
        defer {
            label = []
            keys = []
            values = []
        }
        guard let start = values.first else { return }
        rows += 1
        if order.isEmpty, keys.count == names.count, Set(keys) == names { orders[keys, default: 0] += 1 }
        fillGaps()
        let isNamed = keys.allSatisfy { !$0.isEmpty }
        if isNamed, keys != header {
            result.append(TextLine(cells: [[]] + keys, like: start.line))
            header = keys
        }
        // Values that stand a line each keep their lines, unless an empty one is among them.
        let isStack = zip(values, values.dropFirst()).allSatisfy { $0.line.number != $1.line.number }
        if isStack, values.count > 1, values.allSatisfy({ !$0.text.isEmpty }) {
            result.append(TextLine(label, like: start.line))
            result += values.map { TextLine($0.text, like: $0.line) }
        } else {
            result.append(TextLine(cells: [label] + values.map(\.text), like: start.line))
        }
    }
}
