import Bytes
import Tables

/// The ordered side: takes batches of rows in corpus order, and publishes all tables in one step or none.
///
/// Holds the lock of the output from its making to its end. Not to be used by two threads at once.
public final class OutputFolder {
    private let options: EmitOptions
    private let style: CSVStyle
    private var place: OutputPlace?
    private let space: AsideFolder
    private let csv: CSVWriter?
    private let writers: [any FormatWriter]
    /// The late rows for the formats that replay them. CSV finds its own way back.
    private let lateSpool: OutputFile?
    private var late = LateIndex()
    private var tally = Tally()

    private static let lateSpoolName = ".late"

    /// Takes the lock, clears up behind dead runs and begins a new set of tables beside the old.
    ///
    /// Throws where another run holds the output, or where the folder holds what no run has written.
    public init(directory: String, options: EmitOptions) throws(EmitFailure) {
        self.options = options
        let style = CSVStyle(flavor: options.flavor, headers: options.headers)
        self.style = style
        let place = try OutputPlace(directory: directory)
        do throws(EmitFailure) {
            try place.parent.makeFolder(place.newName)
            let space = AsideFolder(try place.parent.folder(place.newName), isDurable: options.isDurable)
            self.space = space
            (csv, writers, lateSpool) = try EmitFailure.converting { () throws(WriteFailure) in
                let csv = options.hasCSV ? try CSVWriter(in: space, style: style) : nil
                var writers: [any FormatWriter] = []
                for format in options.formats { writers.append(try format.makeWriter(in: space)) }
                let isSpooled = options.formats.contains { $0.readsLateRows }
                let spool = isSpooled ? try space.makeOutputFile(OutputFolder.lateSpoolName) : nil
                return (csv, writers, spool)
            }
        } catch {
            place.abandon()
            throw error
        }
        tally.rows[Table.codebook.index] = CellCatalogue.shared.cells.count
        self.place = consume place
    }

    deinit { abandon() }

    /// Writes a batch and empties it. Batches come in corpus order.
    public func append(_ batch: RowBatch) throws(EmitFailure) {
        for entry in batch.entries where !late.add(entry) {
            throw EmitFailure(.inconsistent, path: space.path, reason: "\(entry.id) is no report identifier")
        }
        do throws(WriteFailure) {
            if let csv, let lane = batch.csv { try csv.append(lane, late) }
            for (writer, lane) in zip(writers, batch.lanes) { try writer.append(lane) }
            try lateSpool?.append(batch.late.buffer)
        } catch {
            throw EmitFailure(error)
        }
        tally.add(batch.tally)
        batch.removeAll()
    }

    /// Completes the tables and puts them in the place of the old ones.
    ///
    /// - Parameter amendments: asked for each report by its number in corpus order, from 0, once in each format; it always
    ///   gives the same answer.
    public func finish(
        _ manifest: RunManifest, amendments: @escaping @Sendable (Int) -> ReportAmendment? = { _ in nil }
    ) throws(EmitFailure) -> OutputSummary {
        for index in 0..<late.count {
            if let amendment = amendments(index) { tally.amend(late.columns(of: index).status, with: amendment) }
        }
        let facts = tally.facts(manifest, startedAt: manifest.times().startedAt, duplicates: late.duplicates)
        var written = try EmitFailure.converting { () throws(WriteFailure) in
            try csv?.finish(late, amendments: amendments) ?? []
        }
        try check(manifest)
        written += try EmitFailure.converting { () throws(WriteFailure) in try finishWriters(facts, amendments) }
        let summary = OutputSummary(directory: place?.path ?? space.path, facts: facts, written: written)
        try EmitFailure.converting { () throws(WriteFailure) in
            try write(DataPackage(files: written, style: style).json, to: DataPackage.fileName)
            try write(RunRecord(manifest, summary).json, to: RunRecord.fileName)
            try space.sync()
        }
        try place?.publish()
        place = nil
        return summary
    }

    /// Gives up: nothing is published, and nothing is left behind.
    public func abandon() {
        place?.abandon()
        place = nil
    }

    private func finishWriters(
        _ facts: RunFacts, _ amendments: @escaping @Sendable (Int) -> ReportAmendment?
    ) throws(WriteFailure) -> [WrittenFile] {
        _ = try lateSpool?.finish()
        let late = late
        let rows = LateRows(count: late.count, spool: space.folder.at(OutputFolder.lateSpoolName)) { index in
            var state = late.state(of: index)
            if let amendment = amendments(index) {
                state.columns = amendment.columns(from: state.columns)
                state.addedChecks = amendment.checks
            }
            return state
        }
        var written: [WrittenFile] = []
        for writer in writers { written += try writer.finish(rows, facts) }
        if lateSpool != nil { try space.remove(OutputFolder.lateSpoolName) }
        return written
    }

    private func write(_ json: JSONValue, to name: String) throws(WriteFailure) {
        let file = try space.makeOutputFile(name)
        try file.append(Array((json.text + "\n").utf8).span)
        _ = try file.finish()
    }

    /// Holds what was written against what was counted when the rows were made, and that against what was found.
    private func check(_ manifest: RunManifest) throws(EmitFailure) {
        func require(_ what: String, _ found: Int, _ expected: Int) throws(EmitFailure) {
            if found == expected { return }
            throw EmitFailure(.inconsistent, path: space.path, reason: "\(what): \(found) instead of \(expected)")
        }
        try require("rows of files", tally.rows[Table.files.index], manifest.filesFound)
        try require("ok + warned + failed + skipped", tally.files.reduce(0, +), manifest.filesFound)
        try require("reports by status", tally.reports.reduce(0, +), tally.rows[Table.reports.index])
        if let csv {
            for table in Table.allCases {
                try require("rows of \(table.rawValue)", csv.rows[table.index], tally.rows[table.index])
            }
        }
    }
}
