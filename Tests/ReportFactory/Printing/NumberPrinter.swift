import Codebook
import ReportModel

/// Prints the numbers of a report as clerks do, and says what truth stands in print.
struct NumberPrinter {
    var style: PrintStyle
    var irregularities: Set<Irregularity>
    var random: SeededGenerator
    /// Layouts that part cells by spaces cannot hold a space in a cell.
    var avoidsSpaces: Bool
    /// Columns whose zeros are blank, per table.
    private var blankColumns: [StatutoryTable: Set<Int>] = [:]

    /// One printed value. `truth` is nil for a blank.
    struct Value {
        var text: String
        var truth: DecimalValue?
        var isDoubtful = false
    }

    init(style: PrintStyle, irregularities: Set<Irregularity>, avoidsSpaces: Bool, random: SeededGenerator) {
        self.style = style
        self.irregularities = irregularities
        self.random = random
        self.avoidsSpaces = avoidsSpaces
        if irregularities.contains(.blankColumns) {
            blankColumns = [
                .disclosures: [self.random.int(0...2)],
                .applications: Set(self.random.sample(Array(0..<7), self.random.int(1...5))),
                .proceedings: Set(self.random.pick([Array(0..<5), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [4, 9, 14], [12]])),
            ]
        }
    }

    mutating func print(_ value: DecimalValue, at address: CellAddress, _ cell: CellSpec, column: Int) -> Value {
        if value == .zero && isBlanked(address, cell, column: column) {
            let hasDash = irregularities.contains(.dashes) && (irregularities.isDisjoint(with: [.blankAll, .blankColumns]) || random.chance(0.7))
            return Value(text: hasDash ? style.dash : "", truth: nil)
        }
        switch cell.unit {
        case .yuan: return Value(text: yuan(value), truth: value)
        case .tenThousandYuan: return Value(text: tenThousands(value), truth: value)
        case .count: return count(value, isChange: cell.column == "change")
        }
    }

    private func isBlanked(_ address: CellAddress, _ cell: CellSpec, column: Int) -> Bool {
        if irregularities.contains(.blankAll) { return true }
        if let columns = blankColumns[address.table], columns.contains(column) { return true }
        let isTotal = address.table == .disclosures ? column == 2 : cell.column == "total" || cell.row == "total"
        if irregularities.contains(.blankTotals) && isTotal { return true }
        let others: Set<Irregularity> = [.blankColumns, .blankTotals]
        return irregularities.isDisjoint(with: others) && !irregularities.isDisjoint(with: [.vanishedBlanks, .dashes])
    }

    private mutating func count(_ value: DecimalValue, isChange: Bool) -> Value {
        if isChange && irregularities.contains(.signs) && value != .zero {
            let digits = digits(DecimalValue(mantissa: abs(value.mantissa)))
            if value.mantissa > 0 { return Value(text: random.pick(["+", "+", "＋", ""]) + digits, truth: value) }
            let sign = random.pick(["-", "-", "－", "−", "--"])
            return Value(text: sign + digits, truth: value, isDoubtful: sign == "--")
        }
        let text = (value.mantissa < 0 ? "-" : "") + digits(DecimalValue(mantissa: abs(value.mantissa)))
        if irregularities.contains(.remarks) && value.mantissa > 3 && random.chance(0.15) {
            let part = style.digits(String(random.int(1...3)))
            let gap = avoidsSpaces ? "" : random.pick(["", " "])
            return Value(
                text: text + random.pick(["（其中修订\(gap)\(part)\(gap)件）", "（含联合发文\(gap)\(part)\(gap)件）", "(其中\(part)件为上年受理)", "（注\(part)）"]),
                truth: value)
        }
        if irregularities.contains(.unitsInCells) && random.chance(0.35) {
            return Value(text: text + random.pick(avoidsSpaces ? ["件", "项"] : ["件", " 件", "项", " 项", "件 "]), truth: value)
        }
        return Value(text: text, truth: value)
    }

    private mutating func yuan(_ value: DecimalValue) -> String {
        if value == .zero { return digits(value) }
        let tenThousands = DecimalValue(mantissa: value.mantissa, scale: value.scale + 4)
        if irregularities.contains(.unitsInHeader) { return digits(tenThousands) }
        let gap = avoidsSpaces ? "" : random.pick(["", " "])
        if irregularities.contains(.unitsInCells) || random.chance(0.3) { return digits(tenThousands) + gap + "万元" }
        return digits(value) + random.pick(["", "", "元", gap + "元"])
    }

    private mutating func tenThousands(_ value: DecimalValue) -> String {
        let text = digits(value)
        return irregularities.contains(.unitsInCells) && value != .zero ? text + random.pick(["万元", avoidsSpaces ? "万元" : " 万元"]) : text
    }

    private func digits(_ value: DecimalValue) -> String {
        let plain = value.plain
        guard style.groupsThousands else {
            return style.digits(style.wideDigits ? plain.replacing(".", with: style.wideDecimalPoint) : plain)
        }
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        var whole = ""
        for (index, digit) in parts[0].enumerated() {
            if index > 0 && (parts[0].count - index) % 3 == 0 { whole.append(",") }
            whole.append(digit)
        }
        return style.digits(parts.count > 1 ? whole + "." + parts[1] : whole)
    }
}
