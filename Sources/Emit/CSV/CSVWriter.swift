import Bytes
import ReportModel
import Tables

/// Writes every table as one CSV file.
final class CSVWriter {
    private let space: AsideFolder
    private let style: CSVStyle
    /// By place in ``Table``.
    private(set) var files: [OutputFile] = []
    private(set) var rows = [Int](repeating: 0, count: Table.allCases.count)
    /// One for each report, as it was written.
    private(set) var sizes = PackedLog()
    private var end: CSVRows

    /// - Parameter folder: where the files stand until they are complete, ending in `/`; empty where they are to stay.
    init(in space: AsideFolder, folder: String = "", style: CSVStyle) throws(WriteFailure) {
        self.space = space
        self.style = style
        end = CSVRows(style: style)
        for table in Table.allCases {
            let file = try space.makeOutputFile(
                "\(folder)\(table.rawValue).csv", table: table, isHashed: !table.isLate && folder.isEmpty)
            try file.append(style.header(of: table.schema).span)
            files.append(file)
        }
        var codebook = CSVRows(style: style, capacity: 1 << 16)
        Rows.codebook(into: &codebook)
        try write(codebook, to: .codebook)
    }

    /// - Parameter late: holds the lane's reports last.
    func append(_ lane: CSVLane, _ late: borrowing LateIndex) throws(WriteFailure) {
        try write(lane.files, to: .files)
        try write(lane.errors, to: .errors)
        try write(lane.sections, to: .sections)
        try write(lane.disclosures, to: .disclosures)
        try write(lane.applications, to: .applications)
        try write(lane.proceedings, to: .proceedings)
        try write(lane.facts, to: .facts)
        try write(lane.checks, to: .checks)
        try write(lane.panel, to: .panel)
        try writeReports(lane, late)
    }

    private func write(_ lane: borrowing CSVRows, to table: Table) throws(WriteFailure) {
        try files[table.index].append(lane.buffer)
        rows[table.index] += lane.rows
    }

    private func writeReports(_ lane: CSVLane, _ late: borrowing LateIndex) throws(WriteFailure) {
        let file = files[Table.reports.index]
        var start = 0
        for size in lane.sizes {
            var size = size
            end.removeAll()
            end.resumeRow()
            Rows.reportEnd(late.reports[sizes.count].columns, into: &end)
            size.rowEnd = UInt8(end.buffer.count)
            let range = start..<(start + Int(size.row))
            try lane.reports.buffer.withSpan(of: range) { (span) throws(WriteFailure) in try file.append(span) }
            try file.append(end.buffer)
            start = range.upperBound
            var packed = PackedWriter()
            size.append(to: &packed)
            sizes.append(packed.bytes)
        }
        rows[Table.reports.index] += lane.sizes.count
    }

    /// The files of all tables, with their headers and all rows of tables that nothing can change any more.
    ///
    /// - Parameter earlier: the tables of an earlier run if rows of them are taken; all rows are to be named then.
    func tables(over earlier: EarlierTables?) throws(WriteFailure) -> [TableFile] {
        var tables: [TableFile] = []
        for table in Table.allCases {
            let file = TableFile(table, written: files[table.index], earlier: earlier, space: space)
            let header = Int64(style.header(of: table.schema).count)
            if let seal = earlier?.seals[table.index] {
                file.pass(header, of: .written)
                try file.copy(table == .codebook ? seal.bytes : header, from: .earlier)
            } else {
                try file.copy(header, from: .written)
                if !table.isLate { try file.copyAllWritten() }
            }
            tables.append(file)
        }
        return tables
    }
}
