import Tables

/// The counts that stand in one table and can be made from another. Filled row by row, compared at the end.
struct ReportLedger {
    private var balances: [UInt64: ReportBalance] = [:]
    /// The rows of one report stand together: only when the next begins is its balance put back.
    private var current = ReportBalance()
    private var currentKey: UInt64?
    private var problems: [UInt64: Int] = [:]
    private(set) var fileStatuses: [String: Int] = [:]
    private(set) var reportStatuses: [String: Int] = [:]
    private(set) var codes: [String: Int] = [:]

    private static let counts = [
        "cells_expected", "cells_reported", "cells_blank", "cells_inferred", "cells_unreadable", "cells_absent",
        "checks_failed",
    ]

    /// Where the columns stand that are counted.
    struct Places {
        var table: Table
        /// `path` or `report_id`.
        fileprivate var key: Int
        /// `status`, `outcome` or `code`.
        fileprivate var word = 0
        fileprivate var numbers: [Int] = []

        /// Nil for a table that has nothing to be counted.
        init?(_ table: Table) {
            func place(_ column: String) -> Int { table.schema.index(of: column) ?? 0 }
            self.table = table
            key = 0
            switch table {
            case .files:
                word = place("status")
                numbers = [place("problems")]
            case .errors: word = place("code")
            case .reports:
                word = place("status")
                numbers = ReportLedger.counts.map { place($0) }
            case .checks: word = place("outcome")
            case .disclosures, .applications, .proceedings: word = place("status")
            case .sections, .facts, .panel, .codebook: return nil
            }
        }
    }

    mutating func add(_ row: borrowing CSVReader, _ places: Places) {
        let key = KeyCheck.hash(row, [places.key])
        switch places.table {
        case .files:
            fileStatuses[row.string(places.word), default: 0] += 1
            problems[key, default: 0] += Int(ReportLedger.number(row, places.numbers[0]))
        case .errors:
            codes[row.string(places.word), default: 0] += 1
            problems[key, default: 0] -= 1
        case .reports:
            reportStatuses[row.string(places.word), default: 0] += 1
            turn(to: key)
            current.id = row.string(places.key)
            for (index, column) in places.numbers.enumerated() {
                current.counts[index] += ReportLedger.number(row, column)
            }
        case .checks:
            turn(to: key)
            // `fail` is the only word that begins so.
            if ReportLedger.letter(row, places.word) == UInt8(ascii: "f") { current.counts[6] -= 1 }
        default:
            turn(to: key)
            current.counts[0] -= 1
            switch ReportLedger.letter(row, places.word) {
            case UInt8(ascii: "r"): current.counts[1] -= 1
            case UInt8(ascii: "b"): current.counts[2] -= 1
            case UInt8(ascii: "i"): current.counts[3] -= 1
            case UInt8(ascii: "u"): current.counts[4] -= 1
            default: current.counts[5] -= 1
            }
        }
    }

    private mutating func turn(to key: UInt64) {
        if currentKey == key { return }
        if let currentKey { balances[currentKey] = current }
        current = balances[key] ?? ReportBalance()
        currentKey = key
    }

    private static func letter(_ row: borrowing CSVReader, _ column: Int) -> UInt8 {
        row.withField(column) { $0.isEmpty ? 0 : $0[0] }
    }

    private static func number(_ row: borrowing CSVReader, _ column: Int) -> Int32 {
        Int32(row.string(column)) ?? 0
    }

    /// What does not add up.
    mutating func check(into notes: inout VerifyNotes) {
        if let currentKey { balances[currentKey] = current }
        let wrong = problems.values.count { $0 != 0 }
        if wrong > 0 { notes.add("files.csv: problems is not the number of rows in errors.csv for \(wrong) files") }
        let odd = balances.values.filter { !$0.isEven }.sorted { $0.id < $1.id }
        for balance in odd {
            for (index, column) in ReportLedger.counts.enumerated() where balance.counts[index] != 0 {
                let rows = column == "checks_failed" ? "the rows of checks.csv" : "the rows of its tables"
                notes.add(
                    "reports.csv", line: nil, column,
                    "\(balance.id): \(column) differs by \(balance.counts[index]) from \(rows)")
            }
        }
        notes.close()
    }
}

/// What a report says of itself, less what its rows say; all zero at the end.
private struct ReportBalance {
    var id = ""
    /// In the order of the ledger's columns.
    var counts = InlineArray<7, Int32>(repeating: 0)

    var isEven: Bool {
        for index in counts.indices where counts[index] != 0 { return false }
        return true
    }
}
