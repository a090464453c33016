import ReportModel

/// The little that is kept of every report until the end of a run, so that late columns can be set and copies be told.
struct LateIndex {
    private(set) var reports: [LateReport] = []
    private var firstOfSignature: [UInt64: Int32] = [:]
    private(set) var duplicates = 0

    /// Adds the next report and tells of which earlier one it is a copy.
    mutating func add(_ entry: BatchEntry, number: UInt64) -> Int? {
        var first: Int?
        if entry.signature != 0 {
            if let known = firstOfSignature[entry.signature] {
                first = Int(known)
                duplicates += 1
            } else {
                firstOfSignature[entry.signature] = Int32(reports.count)
            }
        }
        reports.append(LateReport(entry, number: number, duplicateOf: first))
        return first
    }

    mutating func setRowEnd(_ size: Int) { reports[reports.count - 1].rowEnd = UInt8(size) }

    /// The identifier of the report of which this one is a copy.
    func duplicateOf(_ report: LateReport) -> String? {
        report.duplicateOf < 0 ? nil : ReportNumber.id(reports[Int(report.duplicateOf)].number)
    }
}

/// Sizes are in bytes of CSV.
struct LateReport {
    /// The identifier as a number.
    var number: UInt64
    var row: UInt32
    var checks: UInt32
    var panel: UInt32
    var panelStart: UInt32
    /// Place of the first copy; -1 where there is none.
    var duplicateOf: Int32
    var checksFailed: UInt16
    /// The late columns of the row of `reports`.
    var rowEnd: UInt8 = 0
    var status: ReportStatus

    init(_ entry: BatchEntry, number: UInt64, duplicateOf: Int?) {
        self.number = number
        row = UInt32(entry.reportStart)
        checks = UInt32(entry.checks)
        panel = UInt32(entry.panel)
        panelStart = UInt32(entry.panelStart)
        self.duplicateOf = Int32(duplicateOf ?? -1)
        checksFailed = UInt16(clamping: entry.checksFailed)
        status = entry.status
    }
}

/// A report's identifier, `r` and 16 hexadecimal digits, as a number.
enum ReportNumber {
    /// Nil for a text of another shape.
    static func number(_ id: String) -> UInt64? {
        guard id.utf8.count == 17, id.utf8.first == UInt8(ascii: "r") else { return nil }
        var number: UInt64 = 0
        for byte in id.utf8.dropFirst() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt64(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): number = number << 4 | UInt64(byte - UInt8(ascii: "a") + 10)
            default: return nil
            }
        }
        return number
    }

    static func id(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return "r" + String(repeating: "0", count: 16 - digits.count) + digits
    }
}
