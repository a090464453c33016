import Bytes
public import ReportModel

/// Holds the reports of one issuer for consecutive years against each other.
///
/// What could not be paired is told: one `not_assessable` check says which report is missing, or that there are several that
/// contradict each other. Two copies that agree count as one report. A name under which one year has several different reports
/// may stand for several bodies (there is a 城关镇 in many a county), so that none of its years is held against another.
///
/// The checks of a report are worked out when they are asked for: those of all reports would take ten times the memory of what
/// they are made from.
public struct YearLinks: Sendable {
    private let key: @Sendable (Int) -> YearRecord.Key?
    private let record: @Sendable (Int) -> YearRecord?
    /// The first report for each issuer and year.
    private var byYear = FirstIndex()
    /// Names that may stand for several bodies, with the first year that shows it.
    private var shared: [UInt64: Int32] = [:]

    /// - Parameters:
    ///   - count: of the reports.
    ///   - key: of a report's record by the report's number in corpus order, from 0; asked for more often than the record.
    ///   - record: of a report; nil where issuer or year is unknown.
    public init(
        _ count: Int, key: @escaping @Sendable (Int) -> YearRecord.Key?, record: @escaping @Sendable (Int) -> YearRecord?
    ) {
        self.key = key
        self.record = record
        for number in 0..<count {
            guard let own = key(number) else { continue }
            if let known = first(own) {
                if record(known) != record(number) { shared[own.issuer] = min(shared[own.issuer] ?? own.year, own.year) }
            } else {
                byYear.insert(number) { YearLinks.hash($0 == number ? own : key($0)) }
            }
        }
    }

    /// The checks of a report.
    public func checks(of report: Int) -> [Check] {
        guard let own = record(report) else { return [YearLinks.unpaired("issuer or year unknown")] }
        if let year = shared[own.issuer] { return [YearLinks.unpaired("several different reports for \(year)")] }
        let before = YearRecord.Key(issuer: own.issuer, year: own.year - 1)
        guard let number = first(before), let earlier = record(number) else {
            return [YearLinks.unpaired("no report for \(own.year - 1)")]
        }
        return YearLinks.checks(own, earlier)
    }

    /// The number of the first report with a key.
    private func first(_ own: YearRecord.Key) -> Int? { byYear.find(YearLinks.hash(own)) { key($0) == own } }

    private static func hash(_ key: YearRecord.Key?) -> UInt64 {
        guard let key else { return 0 }
        return key.issuer &+ UInt64(truncatingIfNeeded: key.year) &* 0x9E37_79B9_7F4A_7C15
    }

    private static func unpaired(_ why: String) -> Check {
        Check(rule: .yearsApplications, subject: why, left: nil, right: nil, outcome: .notAssessable)
    }

    private static func checks(_ record: YearRecord, _ earlier: YearRecord) -> [Check] {
        var checks: [Check] = []
        for (index, column) in YearLayout.shared.columns.enumerated() {
            let left = value(record.carriedIn[index])
            let right = value(earlier.carriedOut[index])
            checks.append(check(.yearsApplications, "\(column) \(earlier.year)", left, right))
        }
        for (index, row) in ["regulations", "normative_documents"].enumerated() {
            let left = value(record.documents[index * 3 + 2])
            // Form 2019 does not ask for these; a report in it has nothing to hold.
            guard left != nil || record.documents[index * 3] != YearRecord.none else { continue }
            var right: Int64?
            if let issued = value(record.documents[index * 3]), let repealed = value(record.documents[index * 3 + 1]),
                let before = value(earlier.documents[index * 3 + 2])
            {
                right = before + issued - repealed
            }
            checks.append(check(.yearsDocuments, "\(row) \(earlier.year)", left, right))
        }
        return checks
    }

    private static func value(_ stored: Int32) -> Int64? { stored == YearRecord.none ? nil : Int64(stored) }

    private static func check(_ rule: CheckRule, _ subject: String, _ left: Int64?, _ right: Int64?) -> Check {
        let outcome: CheckOutcome = left == nil || right == nil ? .notAssessable : left == right ? .pass : .fail
        return Check(
            rule: rule, subject: subject, left: left.map { DecimalValue(mantissa: $0) },
            right: right.map { DecimalValue(mantissa: $0) }, outcome: outcome)
    }
}
