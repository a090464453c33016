import ReportModel
import Tables

/// The little that is kept of every report until the end of a run: copies are told by it, and late columns set.
struct LateIndex: Sendable {
    private var reports: [LateReport] = []
    private var firstOfSignature: [UInt64: Int32] = [:]
    private(set) var duplicates = 0

    var count: Int { reports.count }

    /// Adds the next report in corpus order.
    ///
    /// - Returns: false where its identifier is of another shape.
    mutating func add(_ entry: BatchEntry) -> Bool {
        guard let number = ReportNumber.number(entry.id) else { return false }
        var original: Int32 = -1
        if entry.signature != 0 {
            if let known = firstOfSignature[entry.signature] {
                original = known
                duplicates += 1
            } else {
                firstOfSignature[entry.signature] = Int32(reports.count)
            }
        }
        reports.append(
            LateReport(
                number: number, original: original, checksFailed: Int32(clamping: entry.checksFailed),
                status: entry.status))
        return true
    }

    /// The late columns of a report as far as it tells itself.
    func columns(of index: Int) -> LateColumns {
        let report = reports[index]
        return LateColumns(
            checksFailed: Int(report.checksFailed), status: report.status,
            duplicateOf: report.original < 0 ? nil : ReportNumber.id(reports[Int(report.original)].number))
    }

    /// The same with the identifier.
    func state(of index: Int) -> LateState {
        LateState(id: ReportNumber.id(reports[index].number), columns: columns(of: index))
    }
}

/// What is kept of one report.
private struct LateReport {
    /// The identifier as a number.
    var number: UInt64
    /// The place of the first copy; -1 where there is none.
    var original: Int32
    var checksFailed: Int32
    var status: ReportStatus
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
