import ReportModel
import Tables

/// The rows of some files, rendered and waiting to be written. Made by ``Renderer/makeBatch()``, filled by one worker, handed
/// to ``OutputFolder/append(_:)``, emptied there and used again.
///
/// `@unchecked Sendable`: it has one owner at a time; the queue that hands it over orders the accesses.
public final class RowBatch: @unchecked Sendable {
    let csv: CSVLane?
    /// In the order of ``EmitOptions/formats``.
    let lanes: [any FormatLane]
    var late = LateSpool()
    private let isSpooled: Bool
    /// One for each report, in order.
    private(set) var entries: [BatchEntry] = []
    private(set) var tally = Tally()

    init(style: CSVStyle?, formats: [any TableFormat]) {
        csv = style.map { CSVLane(style: $0) }
        lanes = formats.map { $0.makeLane() }
        isSpooled = formats.contains { $0.readsLateRows }
    }

    /// The size of the CSV so far, in bytes; without CSV, that of the largest lane.
    public var byteCount: Int { csv?.byteCount ?? lanes.map(\.byteCount).max() ?? 0 }

    /// Forgets the rows and keeps the memory.
    public func removeAll() {
        csv?.removeAll()
        for lane in lanes { lane.removeAll() }
        late.removeAll()
        entries.removeAll(keepingCapacity: true)
        tally = Tally()
    }

    func add(_ file: FileRecord, reports: [Report], document: Document?) {
        csv?.add(file, reports: reports, document: document)
        for lane in lanes { lane.add(file, reports: reports, document: document) }
        tally.add(file)
        for report in reports {
            if isSpooled { late.add(report) }
            entries.append(BatchEntry(report))
            tally.add(report)
        }
    }
}

/// What the ordered side has to know of a report in a batch.
struct BatchEntry {
    var id: String
    var signature: UInt64
    var status: ReportStatus
    var checksFailed: Int

    init(_ report: Report) {
        id = report.id
        signature = report.signature
        status = report.status
        checksFailed = report.checks.count { $0.outcome == .fail }
    }
}
