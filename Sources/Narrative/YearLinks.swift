public import ReportModel

/// Holds the reports of one issuer for consecutive years against each other.
///
/// Reports are added one after the other, in corpus order; when all are in, each gets its checks. What could not be paired is
/// told: one `not_assessable` check says which report is missing, or that there are several that contradict each other. Two
/// copies that agree count as one report. A name under which one year has several different reports may stand for several
/// bodies (there is a 城关镇 in many a county), so that none of its years is held against another.
public struct YearLinks: Sendable {
    private var records: [YearRecord?] = []

    public init() {}

    /// Takes in the next report; nil for one whose issuer or year is unknown.
    public mutating func add(_ record: YearRecord?) { records.append(record) }

    /// The checks of every report, in the order in which the reports were added.
    public func checks() -> [[Check]] { checks(of: { _ in true }).map { $0 ?? [] } }

    /// The same for some reports only, told by their numbers, from 0; nil for the others.
    public func checks(of isWanted: (Int) -> Bool) -> [[Check]?] {
        var byYear: [Key: YearRecord] = [:]
        /// Names that may stand for several bodies, with the first year that shows it.
        var shared: [UInt64: Int32] = [:]
        for case let record? in records {
            let key = Key(issuer: record.issuer, year: record.year)
            if let known = byYear[key], known != record {
                shared[record.issuer] = min(shared[record.issuer] ?? record.year, record.year)
            } else {
                byYear[key] = record
            }
        }
        return records.enumerated().map { index, record in
            guard isWanted(index) else { return nil }
            guard let record else { return [YearLinks.unpaired("issuer or year unknown")] }
            if let year = shared[record.issuer] { return [YearLinks.unpaired("several different reports for \(year)")] }
            guard let earlier = byYear[Key(issuer: record.issuer, year: record.year - 1)] else {
                return [YearLinks.unpaired("no report for \(record.year - 1)")]
            }
            return YearLinks.checks(record, earlier)
        }
    }

    private struct Key: Hashable {
        var issuer: UInt64
        var year: Int32
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
