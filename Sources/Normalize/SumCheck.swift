internal import ReportModel

/// Holds one sum against another, where cells may be blank or missing.
struct SumCheck {
    private var left: Int64 = 0
    private var right: Int64 = 0
    private var leftOpen = false
    private var rightOpen = false
    private var isExact = true

    /// Adds a cell to the left side. A cell without a value leaves the side open upwards: blank is not zero.
    @inline(__always)
    mutating func addLeft(_ cell: Cell) { SumCheck.add(cell, &left, &leftOpen, &isExact) }

    @inline(__always)
    mutating func addRight(_ cell: Cell) { SumCheck.add(cell, &right, &rightOpen, &isExact) }

    @inline(__always)
    private static func add(_ cell: Cell, _ sum: inout Int64, _ open: inout Bool, _ isExact: inout Bool) {
        guard let value = cell.value else {
            open = true
            return
        }
        guard value.scale == 0 else {
            isExact = false
            return
        }
        let (total, overflow) = sum.addingReportingOverflow(value.mantissa)
        sum = total
        if overflow { isExact = false }
    }

    /// `fail` only where no values of the open cells could mend it; `not_assessable` where that hangs on open cells.
    func check(_ rule: CheckRule, _ subject: String) -> Check {
        let outcome: CheckOutcome
        if !isExact {
            outcome = .notAssessable
        } else if !leftOpen && !rightOpen {
            outcome = left == right ? .pass : .fail
        } else if left > right && !rightOpen || right > left && !leftOpen {
            outcome = .fail
        } else {
            outcome = .notAssessable
        }
        return Check(
            rule: rule, subject: subject, left: leftOpen ? nil : DecimalValue(mantissa: left),
            right: rightOpen ? nil : DecimalValue(mantissa: right), outcome: outcome)
    }
}
