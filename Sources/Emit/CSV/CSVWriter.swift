import Bytes
import ReportModel
import Tables

/// Writes every table as one CSV file.
final class CSVWriter {
    private let space: AsideFolder
    private let style: CSVStyle
    /// By place in ``Table``.
    private var files: [OutputFile] = []
    private(set) var rows = [Int](repeating: 0, count: Table.allCases.count)
    private var sizes: [CSVSizes] = []
    private var end: CSVRows

    init(in space: AsideFolder, style: CSVStyle) throws(WriteFailure) {
        self.space = space
        self.style = style
        end = CSVRows(style: style)
        for table in Table.allCases {
            let file = try space.makeOutputFile("\(table.rawValue).csv", table: table, isHashed: !table.isLate)
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
            Rows.reportEnd(late.columns(of: sizes.count), into: &end)
            size.rowEnd = UInt8(end.buffer.count)
            let range = start..<(start + Int(size.row))
            try lane.reports.buffer.withSpan(of: range) { (span) throws(WriteFailure) in try file.append(span) }
            try file.append(end.buffer)
            start = range.upperBound
            sizes.append(size)
        }
        rows[Table.reports.index] += lane.sizes.count
    }

    /// Sets the late columns and completes the files.
    func finish(
        _ late: LateIndex, amendments: (Int) -> ReportAmendment?
    ) throws(WriteFailure) -> [WrittenFile] {
        var amender = CSVAmender(style: style, files: files, space: space)
        for index in sizes.indices {
            if let amendment = amendments(index) {
                try amender.amend(sizes[index], from: late.state(of: index), with: amendment)
                rows[Table.checks.index] += amendment.checks.count
            }
            amender.pass(sizes[index])
        }
        var written: [WrittenFile] = []
        for table in Table.allCases {
            if let changed = try amender.finish(table) {
                written.append(changed)
            } else {
                written.append(try files[table.index].finish())
            }
        }
        return written
    }
}
