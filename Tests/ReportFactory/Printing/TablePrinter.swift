import Codebook
import ReportModel

/// Prints the three tables of a report, oddities included, and keeps the truth about what was printed.
struct TablePrinter {
    let content: ReportContent
    let family: LayoutFamily
    let irregularities: Set<Irregularity>
    var labels: LabelPrinter
    var numbers: NumberPrinter
    var random: SeededGenerator
    /// What stands in print, cell by cell.
    private(set) var printed: [CellAddress: DecimalValue] = [:]
    private(set) var doubtfulRows: Set<RowAddress> = []

    init(
        content: ReportContent, family: LayoutFamily, irregularities: Set<Irregularity>, labels: LabelPrinter,
        numbers: NumberPrinter, random: SeededGenerator
    ) {
        self.content = content
        self.family = family
        self.irregularities = irregularities
        self.labels = labels
        self.numbers = numbers
        self.random = random
    }

    private var vanishes: Bool { irregularities.contains(.vanishedBlanks) || family.hidesBlanks }

    /// The rows of a table, in the order of print.
    mutating func rows(_ table: StatutoryTable) -> [LabelledRow] {
        let spec = content.spec(table)
        guard let values = content.values[table] else { return [] }
        var printedGroups: [String: String] = [:]
        var rows: [LabelledRow] = []
        for (index, row) in spec.rows.enumerated() {
            let parts = row.label.split(separator: "/").map(String.init)
            var groups: [String] = []
            for part in parts.dropLast() {
                groups.append(part)
                if printedGroups[part] == nil { printedGroups[part] = labels.label(part) }
            }
            var cells: [PrintedCell] = []
            for (column, value) in values[index].enumerated() {
                let address = CellAddress(table, index, column)
                let cell = spec.cells[row.cells.lowerBound + column]
                let place = table == .proceedings ? index * 5 + column : column
                let number = numbers.print(value, at: address, cell, column: place)
                if let truth = number.truth { printed[address] = truth }
                if number.isDoubtful { doubtfulRows.insert(address.rowAddress) }
                cells.append(
                    PrintedCell(number.text, .value, addresses: [address], vanishes: number.text.isEmpty && vanishes))
            }
            rows.append(
                LabelledRow(
                    row: RowAddress(table, index), groups: groups, printedGroups: groups.map { printedGroups[$0] ?? $0 },
                    label: labels.label(parts.last ?? ""), cells: cells))
        }
        markVanished(rows, in: table)
        if table != .proceedings {
            reorder(&rows)
            removeRows(&rows)
        }
        spoilCells(&rows, in: table)
        if table == .applications { unlabel(&rows) }
        return rows
    }

    /// Where blanks leave no trace, a row that is blank in part is not determined.
    private mutating func markVanished(_ rows: [LabelledRow], in table: StatutoryTable) {
        func isPartial(_ cells: [PrintedCell]) -> Bool { cells.contains(where: \.vanishes) && !cells.allSatisfy(\.vanishes) }
        let isOneRow = table == .proceedings && !irregularities.contains(.proceedingsSplit)
        if isOneRow {
            if isPartial(rows.flatMap(\.cells)) { doubtfulRows.formUnion(rows.map(\.row)) }
        } else {
            for row in rows where isPartial(row.cells) { doubtfulRows.insert(row.row) }
        }
    }

    private mutating func reorder(_ rows: inout [LabelledRow]) {
        guard irregularities.contains(.rowsReordered) else { return }
        let groups = Set(rows.filter { $0.groups.count == 2 }.map { $0.groups }).sorted { $0[1] < $1[1] }
        let chosen: [Int]
        if groups.isEmpty {
            chosen = rows.indices.filter { ["penalties", "coercive_measures"].contains(content.spec(.disclosures).rows[rows[$0].row.row].code) }
        } else {
            let group = random.pick(groups)
            chosen = rows.indices.filter { rows[$0].groups == group }
        }
        let moved = chosen.map { rows[$0] }
        let shift = random.int(1...max(1, moved.count - 1))
        for (offset, index) in chosen.enumerated() { rows[index] = moved[(offset + shift) % moved.count] }
    }

    private mutating func removeRows(_ rows: inout [LabelledRow]) {
        guard irregularities.contains(.missingRow), rows.count > 2 else { return }
        for _ in 0..<random.int(1...2) {
            let at = random.int(1...(rows.count - 2))
            // Form 2019 has one row where form 2021 has three: without it nothing says which form a table has.
            guard content.spec(rows[at].row.table).rows[rows[at].row.row].code != "other" else { continue }
            let lost = rows.remove(at: at)
            for address in lost.cells.flatMap(\.addresses) { printed[address] = nil }
        }
    }

    private mutating func unlabel(_ rows: inout [LabelledRow]) {
        guard irregularities.contains(.unlabelledRow) else { return }
        let inner = rows.indices.filter { $0 > 2 && $0 < rows.count - 3 && rows[$0].cells.contains { !$0.text.isEmpty } }
        guard !inner.isEmpty else { return }
        let index = random.pick(inner)
        rows[index].label = ""
        doubtfulRows.insert(rows[index].row)
    }

    /// Surplus zeros, and two numbers in one cell.
    private mutating func spoilCells(_ rows: inout [LabelledRow], in table: StatutoryTable) {
        if irregularities.contains(.extraZero), table != .proceedings {
            for _ in 0..<random.int(1...2) {
                let index = random.int(0...(rows.count - 1))
                guard !rows[index].cells.contains(where: { $0.truthless }) else { continue }
                let zero = labels.style.digits("0")
                let allZero = rows[index].cells.allSatisfy { $0.text == zero }
                rows[index].cells.insert(PrintedCell(zero, .value), at: random.int(0...rows[index].cells.count))
                if !allZero { doubtfulRows.insert(rows[index].row) }
            }
        }
        if irregularities.contains(.twoNumbers), table != .proceedings {
            let candidates = rows.indices.filter { rows[$0].cells.filter { !$0.text.isEmpty }.count > 1 }
            guard !candidates.isEmpty else { return }
            let index = random.pick(candidates)
            let filled = rows[index].cells.indices.dropLast().filter {
                !rows[index].cells[$0].text.isEmpty && !rows[index].cells[$0 + 1].text.isEmpty
            }
            guard !filled.isEmpty else { return }
            let at = random.pick(filled)
            let next = rows[index].cells[at + 1]
            rows[index].cells[at].text += " " + next.text
            rows[index].cells[at].addresses += next.addresses
            if random.chance(0.5) {
                rows[index].cells.remove(at: at + 1)
            } else {
                rows[index].cells[at + 1] = PrintedCell("", .value, vanishes: vanishes)
            }
            doubtfulRows.insert(rows[index].row)
        }
    }
}
