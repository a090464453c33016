import Bytes
import Emit
import Narrative
import ReportModel

/// What of a report is kept until all are read: it is held against the reports of the same issuer for other years.
struct ReportYear: Sendable {
    var record: YearRecord?
    var status: ReportStatus

    init(_ report: Report) {
        record = YearRecord(report)
        status = report.status
    }

    init(record: YearRecord?, status: ReportStatus) {
        self.record = record
        self.status = status
    }

    func append(to packed: inout PackedWriter) {
        packed.append(ReportStatus.allCases.firstIndex(of: status) ?? 0)
        packed.append(record == nil ? 0 : 1)
        guard let record else { return }
        packed.append(wide: record.issuer)
        packed.append(signed: Int64(record.year))
        // A cell without a value is the most frequent, and takes the zero.
        for place in 0..<YearRecord.figureCount {
            let figure = Int64(record[place])
            packed.append(signed: figure == Int64(YearRecord.none) ? 0 : figure < 0 ? figure : figure + 1)
        }
    }

    init(from packed: inout PackedReader) {
        status = ReportStatus.allCases[packed.count(atMost: ReportStatus.allCases.count - 1)]
        guard let key = ReportYear.key(from: &packed) else { return }
        var known = YearRecord(issuer: key.issuer, year: key.year)
        for place in 0..<YearRecord.figureCount {
            let figure = packed.signed()
            known[place] = figure == 0 ? YearRecord.none : Int32(truncatingIfNeeded: figure < 0 ? figure : figure - 1)
        }
        record = known
    }

    /// The beginning of a record; nil where there is none.
    fileprivate static func key(from packed: inout PackedReader) -> YearRecord.Key? {
        guard packed.count(atMost: 1) == 1 else { return nil }
        return YearRecord.Key(issuer: packed.wide(), year: Int32(truncatingIfNeeded: packed.signed()))
    }
}

/// One for each report, by its number, packed.
struct ReportYears: Sendable {
    private var list = PackedList()

    var count: Int { list.count }

    mutating func append(_ year: ReportYear) {
        var packed = PackedWriter()
        year.append(to: &packed)
        list.append(packed.bytes)
    }

    subscript(number: Int) -> ReportYear {
        var packed = list.reader(of: number)
        return ReportYear(from: &packed)
    }

    func key(of number: Int) -> YearRecord.Key? {
        var packed = list.reader(of: number)
        _ = packed.count()
        return ReportYear.key(from: &packed)
    }
}

/// The checks between reports of one issuer, by report in corpus order.
struct YearAmendments: Sendable {
    private let years: ReportYears
    private let links: YearLinks
    /// Nil where all are.
    private let isOpen: [Bool]?

    /// - Parameter isOpen: false for a report of an earlier run, by its number, whose checks come out as they did then.
    init(_ years: ReportYears, isOpen: [Bool]? = nil) {
        self.years = years
        links = YearLinks(years.count, key: { years.key(of: $0) }, record: { years[$0].record })
        self.isOpen = isOpen
    }

    subscript(report: Int) -> ReportAmendment? {
        guard report < years.count, isOpen?[report] ?? true else { return nil }
        let checks = links.checks(of: report)
        let status = years[report].status
        let fails = checks.contains { $0.outcome == .fail }
        return ReportAmendment(checks: checks, status: fails && status == .clean ? .review : status)
    }
}
