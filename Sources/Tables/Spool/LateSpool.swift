public import Bytes
public import ReportModel

/// The late rows of some reports, spooled: one frame a report.
public struct LateSpool: ~Copyable {
    public var buffer: ByteBuffer
    private var start = SpoolSink()
    private var checks = SpoolSink()
    private var panel = SpoolSink()

    public init() { buffer = ByteBuffer() }

    public mutating func removeAll() { buffer.removeAll(keepingAtMost: 8 << 20) }

    /// Appends the frame of the next report.
    public mutating func add(_ report: Report) {
        let id = report.id.utf8.span
        start.removeAll()
        checks.removeAll()
        panel.removeAll()
        Rows.reportStart(report, id: id, into: &start)
        Rows.checks(report.checks, id: id, into: &checks)
        Rows.panelStart(report, id: id, into: &panel)
        Rows.panelEnd(report, into: &panel)
        LateSpool.append(start, to: &buffer)
        LateSpool.append(checks, to: &buffer)
        LateSpool.append(panel, to: &buffer)
    }

    private static func append(_ part: borrowing SpoolSink, to buffer: inout ByteBuffer) {
        SpoolFrames.append(count: part.buffer.count, to: &buffer)
        part.buffer.withSpan { buffer.append($0) }
    }
}
