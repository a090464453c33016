import Tables

/// The counts that stand in one table and can be made from another. Filled row by row, compared at the end.
struct ReportLedger {
    /// What a report says of itself, less what its rows say; all zero at the end.
    private struct Balance {
        var cells = [Int32](repeating: 0, count: 6)
        var checksFailed: Int32 = 0
        var id = ""
    }

    private var balances: [UInt64: Balance] = [:]
    private var problems: [UInt64: Int] = [:]
    private(set) var fileStatuses: [String: Int] = [:]
    private(set) var reportStatuses: [String: Int] = [:]
    private(set) var codes: [String: Int] = [:]

    private static let countColumns = [
        "cells_expected", "cells_reported", "cells_blank", "cells_inferred", "cells_unreadable", "cells_absent",
    ]
    private static let statuses = ["reported", "blank", "inferred", "unreadable", "absent"]

    mutating func add(_ row: borrowing CSVReader, of table: Table) {
        func place(_ column: String) -> Int { table.schema.index(of: column) ?? 0 }
        func number(_ column: String) -> Int32 { Int32(row.string(place(column))) ?? 0 }
        switch table {
        case .files:
            fileStatuses[row.string(place("status")), default: 0] += 1
            problems[KeyCheck.hash(row, [place("path")]), default: 0] += Int(number("problems"))
        case .errors:
            codes[row.string(place("code")), default: 0] += 1
            problems[KeyCheck.hash(row, [place("path")]), default: 0] -= 1
        case .reports:
            reportStatuses[row.string(place("status")), default: 0] += 1
            var balance = balances[KeyCheck.hash(row, [0])] ?? Balance()
            for (index, column) in ReportLedger.countColumns.enumerated() { balance.cells[index] += number(column) }
            balance.checksFailed += number("checks_failed")
            balance.id = row.string(0)
            balances[KeyCheck.hash(row, [0])] = balance
        case .checks:
            if row.string(place("outcome")) == "fail" {
                balances[KeyCheck.hash(row, [0]), default: Balance()].checksFailed -= 1
            }
        case .disclosures, .applications, .proceedings:
            let status = ReportLedger.statuses.firstIndex(of: row.string(place("status"))) ?? 0
            let key = KeyCheck.hash(row, [0])
            balances[key, default: Balance()].cells[0] -= 1
            balances[key, default: Balance()].cells[status + 1] -= 1
        case .sections, .facts, .panel, .codebook: break
        }
    }

    func check(into notes: inout VerifyNotes) {
        let wrong = problems.values.count { $0 != 0 }
        if wrong > 0 { notes.add("files.csv: problems is not the number of rows in errors.csv for \(wrong) files") }
        for balance in balances.values.sorted(by: { $0.id < $1.id }) {
            for (index, column) in ReportLedger.countColumns.enumerated() where balance.cells[index] != 0 {
                notes.add(
                    "reports.csv", line: nil, column,
                    "\(balance.id): \(column) differs by \(balance.cells[index]) from the rows of its tables")
            }
            if balance.checksFailed != 0 {
                notes.add(
                    "reports.csv", line: nil, "checks_failed",
                    "\(balance.id): checks_failed differs by \(balance.checksFailed) from the rows of checks.csv")
            }
        }
        notes.close()
    }
}
