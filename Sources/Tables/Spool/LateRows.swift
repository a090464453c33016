import Bytes
public import ReportModel

/// The rows of the late tables in corpus order, with what is known of them at the end.
///
/// Each pass over it reads the spool anew, so that every format can make one.
public struct LateRows: Sendable {
    /// How many reports there are.
    public let count: Int
    @usableFromInline let spool: String
    @usableFromInline let state: @Sendable (Int) -> LateState

    /// - Parameters:
    ///   - spool: the path of a file that holds the frames of ``LateSpool``.
    ///   - state: what is known of each report by its number, from 0.
    public init(count: Int, spool: String, state: @escaping @Sendable (Int) -> LateState) {
        self.count = count
        self.spool = spool
        self.state = state
    }

    /// What is known of a report at the end, by its number in corpus order.
    public subscript(index: Int) -> LateState { state(index) }

    /// Gives the rows of one report after the other to the sinks of `reports`, `checks` and `panel`.
    ///
    /// - Parameters:
    ///   - tables: those whose rows are given.
    ///   - afterEach: called when the rows of a report are given, so that full sinks can be emptied.
    @inlinable
    public func replay<Reports: RowSink & ~Copyable, Checks: RowSink & ~Copyable, Panel: RowSink & ~Copyable>(
        _ tables: Set<Table> = [.reports, .checks, .panel],
        reports: inout Reports, checks: inout Checks, panel: inout Panel,
        afterEach: (inout Reports, inout Checks, inout Panel) throws(WriteFailure) -> Void = { _, _, _ in }
    ) throws(WriteFailure) {
        var frames = try SpoolFrames(path: spool)
        let hasReports = tables.contains(.reports)
        let hasChecks = tables.contains(.checks)
        let hasPanel = tables.contains(.panel)
        let start = Table.reports.schema.columns.count - 3
        let values = Table.panel.schema.columns.count - 4
        for index in 0..<count {
            let state = state(index)
            try frames.next { bytes in
                if !hasReports { return }
                var reader = SpoolReader()
                reports.beginRow()
                reader.cells(start, in: bytes, into: &reports)
                Rows.reportEnd(state.columns, into: &reports)
            }
            try frames.next { bytes in
                if !hasChecks { return }
                var reader = SpoolReader()
                reader.rows(of: .checks, in: bytes, into: &checks)
            }
            if hasChecks { Rows.checks(state.addedChecks, id: state.id.utf8.span, into: &checks) }
            try frames.next { bytes in
                if !hasPanel { return }
                var reader = SpoolReader()
                panel.beginRow()
                reader.cells(3, in: bytes, into: &panel)
                panel.code(Code(state.columns.status))
                reader.cells(values, in: bytes, into: &panel)
                panel.endRow()
            }
            try afterEach(&reports, &checks, &panel)
        }
    }
}

/// What is known of a report at the end.
public struct LateState: Sendable {
    public var id: String
    public var columns: LateColumns
    /// Rows of `checks` behind the report's own.
    public var addedChecks: [Check]

    public init(id: String, columns: LateColumns, addedChecks: [Check] = []) {
        self.id = id
        self.columns = columns
        self.addedChecks = addedChecks
    }
}
