import Bytes
import Codebook
import ReportModel
import Tables

/// The ordered side: takes batches of rows in corpus order, and publishes all tables in one step or none.
///
/// Holds the lock of the output from its making to its end. Not to be used by two threads at once.
public final class OutputFolder {
    private let options: EmitOptions
    private let style: CSVStyle
    private var place: OutputPlace?
    private let folder: Folder
    /// By place in ``Table``.
    private var tables: [OutputFile] = []
    private var rows = [Int](repeating: 0, count: Table.allCases.count)
    private var late = LateIndex()
    private var lateCells: CSVRows
    private var tally = Tally()

    /// Takes the lock, clears up behind dead runs and begins a new set of tables beside the old.
    ///
    /// Throws where another run holds the output, or where the folder holds what no run has written.
    public init(directory: String, options: EmitOptions) throws(EmitFailure) {
        self.options = options
        style = CSVStyle(flavor: options.flavor, headers: options.headers)
        lateCells = CSVRows(style: style)
        let place = try OutputPlace(directory: directory)
        try place.parent.makeFolder(place.newName)
        folder = try place.parent.folder(place.newName)
        self.place = consume place
        for table in Table.allCases {
            let file = try OutputFile("\(table.rawValue).csv", in: folder)
            try file.append(style.header(of: table.schema))
            tables.append(file)
        }
        try writeCodebook()
    }

    deinit { abandon() }

    /// Writes a batch and empties it. Batches come in corpus order.
    public func append(_ batch: RowBatch) throws(EmitFailure) {
        try write(&batch.files, to: .files)
        try write(&batch.errors, to: .errors)
        try write(&batch.sections, to: .sections)
        try write(&batch.disclosures, to: .disclosures)
        try write(&batch.applications, to: .applications)
        try write(&batch.proceedings, to: .proceedings)
        try write(&batch.facts, to: .facts)
        try write(&batch.checks, to: .checks)
        try write(&batch.panel, to: .panel)
        try writeReports(batch)
        tally.add(batch.tally)
        batch.removeAll()
    }

    /// Completes the tables and puts them in the place of the old ones.
    ///
    /// - Parameter amendments: asked once for each report by its number in corpus order, from 0.
    public func finish(
        _ manifest: RunManifest, amendments: (Int) -> ReportAmendment? = { _ in nil }
    ) throws(EmitFailure) -> OutputSummary {
        var written = try finishTables(amendments)
        try check(manifest)
        let counts = summary(written: [])
        written.append(
            try write(DataPackage(files: written, rows: counts.rows, style: style).json, to: DataPackage.fileName))
        let summary = summary(written: written)
        _ = try write(RunRecord(manifest, summary).json, to: RunRecord.fileName)
        if options.isDurable { try folder.sync() }
        try place?.publish()
        place = nil
        return summary
    }

    /// Gives up: nothing is published, and nothing is left behind.
    public func abandon() {
        for table in tables { table.abandon() }
        place?.abandon()
        place = nil
    }

    // MARK: - Tables

    private func write(_ batch: inout CSVRows, to table: Table) throws(EmitFailure) {
        try tables[table.index].append(batch.buffer)
        rows[table.index] += batch.rows
    }

    private func writeReports(_ batch: RowBatch) throws(EmitFailure) {
        let file = tables[Table.reports.index]
        var start = 0
        for entry in batch.entries {
            guard let number = ReportNumber.number(entry.id) else {
                throw EmitFailure(.inconsistent, path: folder.path, reason: "\(entry.id) is no report identifier")
            }
            let first = late.add(entry, number: number)
            lateCells.removeAll()
            lateCells.resumeRow()
            Rows.reportEnd(
                LateColumns(
                    checksFailed: entry.checksFailed, status: entry.status,
                    duplicateOf: first.map { ReportNumber.id(late.reports[$0].number) }),
                into: &lateCells)
            late.setRowEnd(lateCells.buffer.count)
            let range = start..<(start + entry.reportStart)
            try batch.reports.buffer.withSpan(of: range) { (span) throws(EmitFailure) in try file.append(span) }
            try file.append(lateCells.buffer)
            start = range.upperBound
        }
        rows[Table.reports.index] += batch.entries.count
    }

    private func writeCodebook() throws(EmitFailure) {
        var codebook = CSVRows(style: style, capacity: 1 << 16)
        Rows.codebook(into: &codebook)
        try write(&codebook, to: .codebook)
    }

    private func finishTables(_ amendments: (Int) -> ReportAmendment?) throws(EmitFailure) -> [WrittenFile] {
        var amender = LateAmender(late: late, style: style)
        var reports = tally.reports
        for index in late.reports.indices {
            let before = late.reports[index]
            guard let amendment = amendments(index) else {
                amender.pass(before)
                continue
            }
            try amender.amend(before, with: amendment, of: tables, in: folder)
            rows[Table.checks.index] += amendment.checks.count
            reports[Code(before.status).index] -= 1
            reports[Code(amendment.status).index] += 1
        }
        tally.reports = reports
        var written: [WrittenFile] = []
        for table in Table.allCases {
            if let splicer = amender.splicer(of: table) {
                written.append(try splicer.finish(in: folder, durably: options.isDurable))
            } else {
                written.append(try tables[table.index].finish(durably: options.isDurable))
            }
        }
        return written
    }

    private func write(_ json: JSONValue, to name: String) throws(EmitFailure) -> WrittenFile {
        let file = try OutputFile(name, in: folder)
        try file.append(Array((json.text + "\n").utf8))
        return try file.finish(durably: options.isDurable)
    }

    // MARK: - Counts

    /// Holds what was written against what was counted when the rows were made.
    private func check(_ manifest: RunManifest) throws(EmitFailure) {
        func require(_ what: String, _ found: Int, _ expected: Int) throws(EmitFailure) {
            if found == expected { return }
            throw EmitFailure(.inconsistent, path: folder.path, reason: "\(what): \(found) instead of \(expected)")
        }
        try require("rows of files", rows[Table.files.index], manifest.filesFound)
        try require("ok + warned + failed + skipped", tally.files.reduce(0, +), manifest.filesFound)
        try require("rows of errors", rows[Table.errors.index], tally.findings)
        try require("rows of reports", rows[Table.reports.index], tally.reports.reduce(0, +))
        try require("rows of panel", rows[Table.panel.index], rows[Table.reports.index])
        let cells = [Table.disclosures, .applications, .proceedings].reduce(0) { $0 + rows[$1.index] }
        try require("rows of cells", cells, tally.cells)
    }

    private func summary(written: [WrittenFile]) -> OutputSummary {
        let codes = FindingCode.allCases
        let problems = codes.indices.filter { tally.problems[$0] > 0 }
            .sorted { (tally.problems[$1], $0) < (tally.problems[$0], $1) }
        return OutputSummary(
            directory: place?.path ?? folder.path,
            files: Dictionary(uniqueKeysWithValues: FileStatus.allCases.map { ($0, tally.files[Code($0).index]) }),
            reports: Dictionary(uniqueKeysWithValues: ReportStatus.allCases.map { ($0, tally.reports[Code($0).index]) }),
            problems: problems.map { (codes[$0], tally.problems[$0]) },
            rows: Table.allCases.map { ($0, rows[$0.index]) }, duplicates: late.duplicates,
            bytesRead: tally.bytesRead, written: written)
    }
}
