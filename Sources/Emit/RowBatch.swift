import Bytes
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
    /// The lanes whose shares are kept.
    private let kept: [Int]
    /// One for each report, in order.
    private(set) var reports: [LateReport] = []
    /// Identifiers that are of another shape than a report's.
    private(set) var oddIdentifier: String?
    private(set) var tally = Tally()
    /// One for each input, in order; the last may go on in the next batch.
    private(set) var parts: [InputPart] = []

    /// What was added since the last part ended.
    private var open = Tally()
    private var isOpen = false
    private var openReports = 0
    /// The extent of all ended parts.
    private var ended = TableExtent()

    init(style: CSVStyle?, formats: [any TableFormat]) {
        csv = style.map { CSVLane(style: $0) }
        lanes = formats.map { $0.makeLane() }
        isSpooled = formats.contains { $0.readsLateRows }
        kept = formats.indices.filter { formats[$0].isKept }
    }

    /// The size of the CSV so far, in bytes; without CSV, that of the largest lane.
    public var byteCount: Int { csv?.byteCount ?? lanes.map(\.byteCount).max() ?? 0 }

    /// Forgets the rows and keeps the memory.
    public func removeAll() {
        csv?.removeAll()
        for lane in lanes { lane.removeAll() }
        late.removeAll()
        reports.removeAll(keepingCapacity: true)
        tally.removeAll()
        parts.removeAll(keepingCapacity: true)
        open.removeAll()
        isOpen = false
        openReports = 0
        ended = TableExtent()
    }

    func add(_ file: FileRecord, reports added: [Report], document: Document?) {
        csv?.add(file, reports: added, document: document)
        for lane in lanes { lane.add(file, reports: added, document: document) }
        isOpen = true
        open.add(file)
        for report in added {
            if isSpooled { late.add(report) }
            open.add(report)
            if let kept = LateReport(report) { reports.append(kept) } else { oddIdentifier = report.id }
        }
        openReports += added.count
    }

    /// Ends the input at hand: all its rows are in.
    public func endInput() { endPart(isLast: true) }

    /// Ends the part of an input that stands in this batch.
    func endPart(isLast: Bool) {
        if !isLast && !isOpen { return }
        var part = InputPart()
        let extent = csv?.extent ?? TableExtent()
        part.extent = extent - ended
        ended = extent
        if isOpen {
            var packed = PackedWriter()
            open.append(to: &packed)
            part.tallyCount = 1
            part.tallies = packed.bytes
            tally.add(open)
            open.removeAll()
        }
        part.reports = openReports
        for lane in kept { part.kept.append(KeptShare(lane: lane, bytes: lanes[lane].endInput())) }
        part.isLast = isLast
        openReports = 0
        isOpen = false
        parts.append(part)
    }
}
