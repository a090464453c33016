import Bytes
import Tables

/// The CSV tables of an earlier run, with what each input has in them, so that the rows of inputs that have not changed can
/// be taken from there.
public final class EarlierTables: Sendable {
    /// One for each input, in the order of the earlier run.
    struct Input: Sendable {
        var extent: TableExtent
        var tallyCount: Int
        var tallies: [UInt8]
        var kept: [KeptShare]
        /// The numbers of its reports.
        var reports: Range<Int>
    }

    let inputs: [Input]
    let reports: [ReportReceipt]
    /// The published folder.
    let directory: String
    /// By place in ``Table``.
    let seals: [TableSeal]

    /// - Parameters:
    ///   - inputs: as ``OutputReceipts`` said, in the order of the earlier run.
    ///   - store: that they come from.
    /// - Returns: nil where the tables are not as they were left, or what is known of them does not add up.
    ///
    /// Throws where a table is there and cannot be read.
    public init?(inputs receipts: [[UInt8]], of store: PublishedStore, options: EmitOptions) throws(EmitFailure) {
        guard options.canReuse else { return nil }
        directory = store.directory
        var seals: [TableSeal] = []
        for table in Table.allCases {
            guard let seal = store.record.tables.first(where: { $0.name == "\(table.rawValue).csv" }) else { return nil }
            seals.append(seal)
        }
        var inputs: [Input] = []
        var reports: [ReportReceipt] = []
        var sum = TableExtent()
        inputs.reserveCapacity(receipts.count)
        reports.reserveCapacity(receipts.count)
        for receipt in receipts {
            guard let input = EarlierTables.read(receipt, into: &reports) else { return nil }
            sum += input.extent
            inputs.append(input)
        }
        self.inputs = inputs
        self.reports = reports
        self.seals = seals
        let style = CSVStyle(flavor: options.flavor, headers: options.headers)
        guard holds(sum, style) else { return nil }
        for seal in seals where try !seal.isIntact(in: store.directory) { return nil }
    }

    private static func read(_ receipt: [UInt8], into reports: inout [ReportReceipt]) -> Input? {
        var packed = PackedReader(receipt)
        let part = InputPart(from: &packed)
        guard packed.isSound else { return nil }
        let first = reports.count
        for _ in 0..<packed.count(atMost: receipt.count) { reports.append(ReportReceipt(from: &packed)) }
        guard packed.isSound, packed.isAtEnd else { return nil }
        return Input(
            extent: part.extent, tallyCount: part.tallyCount, tallies: part.tallies, kept: part.kept,
            reports: first..<reports.count)
    }

    /// Whether the tables are as large as all that is said to be in them.
    private func holds(_ sum: TableExtent, _ style: CSVStyle) -> Bool {
        for (place, table) in TableExtent.tables.enumerated()
        where seals[table.index].bytes != sum[place] + Int64(style.header(of: table.schema).count) {
            return false
        }
        var late: [Table: Int64] = [:]
        for report in reports {
            late[.reports, default: 0] += Int64(report.size.row) + Int64(report.size.rowEnd)
            late[.checks, default: 0] += Int64(report.size.checks) + Int64(report.size.addedChecks)
            late[.panel, default: 0] += Int64(report.size.panel)
        }
        for table in [Table.reports, .checks, .panel]
        where seals[table.index].bytes != late[table, default: 0] + Int64(style.header(of: table.schema).count) {
            return false
        }
        return true
    }

    /// The receipts of an input's reports, which stand behind ``InputPart/append(to:)`` in the input's own.
    static func pack(_ reports: [ReportReceipt]) -> [UInt8] {
        var packed = PackedWriter()
        packed.append(reports.count)
        for report in reports { report.append(to: &packed) }
        return packed.bytes
    }
}

extension EmitOptions {
    /// Whether inputs need not be read again: CSV is kept in a shape for that, and so are formats that say so.
    public var canReuse: Bool { hasCSV && formats.allSatisfy(\.isKept) }
}

/// Where the rows of one input of a run come from.
public enum InputSource: Hashable, Sendable {
    /// It was read in this run; the next in the order of the batches.
    ///
    /// - Parameter replacing: the number that an input of that path had in an earlier run.
    case read(replacing: Int32?)
    /// Its rows are those of an earlier run, where it had this number.
    case earlier(Int32)
}
