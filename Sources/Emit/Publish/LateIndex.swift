import Bytes
import ReportModel
import Tables

/// The little that is kept of every report until the end of a run: copies are told by it, and late columns set.
struct LateIndex: Sendable {
    private(set) var reports: [LateReport] = []
    /// By signature.
    private var first = FirstIndex()
    private(set) var duplicates = 0

    var count: Int { reports.count }

    /// Adds the next report in corpus order, and finds out of which one it is a copy.
    mutating func add(_ report: LateReport) {
        var report = report
        report.original = nil
        if report.signature != 0 {
            let signature = report.signature
            if let known = first.find(signature, { reports[$0].signature == signature }) {
                report.original = reports[known].number
                duplicates += 1
            } else {
                let number = reports.count
                first.insert(number) { $0 == number ? signature : reports[$0].signature }
            }
        }
        reports.append(report)
    }

    /// What is known of a report as far as it tells itself.
    func state(of index: Int) -> LateState {
        LateState(id: ReportNumber.id(reports[index].number), columns: reports[index].columns)
    }
}

/// What is kept of one report.
struct LateReport: Hashable, Sendable {
    /// The identifier as a number.
    var number: UInt64
    var signature: UInt64
    private var originalNumber: UInt64 = 0
    var checksFailed: Int32
    var status: ReportStatus
    private var isCopy = false

    /// The first copy, where there is one.
    var original: UInt64? {
        get { isCopy ? originalNumber : nil }
        set {
            isCopy = newValue != nil
            originalNumber = newValue ?? 0
        }
    }

    init(number: UInt64, signature: UInt64, status: ReportStatus, checksFailed: Int32) {
        self.number = number
        self.signature = signature
        self.status = status
        self.checksFailed = checksFailed
    }

    /// Nil where the report's identifier is of another shape.
    init?(_ report: Report) {
        guard let number = ReportNumber.number(report.id) else { return nil }
        let failed = report.checks.count { $0.outcome == .fail }
        self.init(
            number: number, signature: report.signature, status: report.status, checksFailed: Int32(clamping: failed))
    }

    var columns: LateColumns {
        LateColumns(
            checksFailed: Int(checksFailed), status: status, duplicateOf: original.map(ReportNumber.id))
    }

    /// The report in the light of the others.
    func amended(with amendment: ReportAmendment) -> LateReport {
        var report = self
        let failed = amendment.checks.count { $0.outcome == .fail }
        report.checksFailed = Int32(clamping: Int(checksFailed) + failed)
        report.status = amendment.status
        return report
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
