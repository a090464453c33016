import Bytes
import Narrative
import ReportModel

/// What a run remembers of an input besides its rows.
struct InputMemo: Sendable {
    var documents = 0
    var failed = 0
    /// True where it may come out otherwise the next time although the input stays as it is: something could not be opened.
    var isPassing = false
    /// One for each report, in order.
    var years: [ReportYear] = []

    init() {}

    var packed: [UInt8] {
        var packed = PackedWriter()
        packed.append(documents)
        packed.append(failed)
        packed.append(isPassing ? 1 : 0)
        packed.append(years.count)
        for year in years {
            packed.append(ReportStatus.allCases.firstIndex(of: year.status) ?? 0)
            packed.append(year.record == nil ? 0 : 1)
            guard let record = year.record else { continue }
            packed.append(wide: record.issuer)
            packed.append(signed: Int64(record.year))
            for place in 0..<YearRecord.figureCount { packed.append(signed: Int64(record[place])) }
        }
        return packed.bytes
    }

    /// Nil for bytes that are no memo.
    init?(_ bytes: [UInt8]) {
        var packed = PackedReader(bytes)
        documents = packed.count()
        failed = packed.count()
        isPassing = packed.count(atMost: 1) == 1
        let statuses = ReportStatus.allCases
        for _ in 0..<packed.count(atMost: bytes.count) {
            let status = statuses[packed.count(atMost: statuses.count - 1)]
            var record: YearRecord?
            if packed.count(atMost: 1) == 1 {
                var known = YearRecord(issuer: packed.wide(), year: Int32(truncatingIfNeeded: packed.signed()))
                for place in 0..<YearRecord.figureCount { known[place] = Int32(truncatingIfNeeded: packed.signed()) }
                record = known
            }
            years.append(ReportYear(record: record, status: status))
        }
        guard packed.isSound, packed.isAtEnd else { return nil }
    }
}
