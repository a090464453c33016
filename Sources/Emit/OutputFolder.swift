import Bytes
public import Tables

/// The ordered side: takes batches of rows in corpus order, and publishes all tables in one step or none.
///
/// Holds the lock of the output from its making to its end. Not to be used by two threads at once.
public final class OutputFolder {
    private let options: EmitOptions
    private let style: CSVStyle
    private var place: OutputPlace?
    private let space: AsideFolder
    private var csv: CSVWriter?
    private let writers: [any FormatWriter]
    /// The late rows for the formats that replay them. CSV finds its own way back.
    private let lateSpool: OutputFile?
    private var late = LateIndex()
    private var tally = Tally()
    /// One for each input that was read.
    private var inputs = InputParts()
    private var earlier: EarlierTables?

    private static let lateSpoolName = ".late"
    private static let readFolder = ".read"

    /// Takes the lock, clears up behind dead runs and begins a new set of tables beside the old.
    ///
    /// Throws where another run holds the output, or where the folder holds what no run has written.
    public init(directory: String, options: EmitOptions) throws(EmitFailure) {
        self.options = options
        style = CSVStyle(flavor: options.flavor, headers: options.headers)
        let place = try OutputPlace(directory: directory)
        do throws(EmitFailure) {
            try place.parent.makeFolder(place.newName)
            let space = AsideFolder(try place.parent.folder(place.newName), options)
            self.space = space
            (writers, lateSpool) = try EmitFailure.converting { () throws(WriteFailure) in
                var writers: [any FormatWriter] = []
                for format in options.formats { writers.append(try format.makeWriter(in: space)) }
                let isSpooled = options.formats.contains { $0.readsLateRows }
                let spool = isSpooled ? try space.makeOutputFile(OutputFolder.lateSpoolName) : nil
                return (writers, spool)
            }
        } catch {
            place.abandon()
            throw error
        }
        tally.rows[Table.codebook.index] = CellCatalogue.shared.cells.count
        self.place = consume place
    }

    deinit { abandon() }

    /// The published folder, links looked through; there may be nothing yet.
    public var published: String { place?.path ?? space.path }
    /// What the published run has kept for the next; nil where it has kept nothing.
    public var publishedStore: PublishedStore? {
        guard let record = place?.earlierRun?.store, let path = place?.parent.at(place?.storeName ?? "") else { return nil }
        return PublishedStore(path: path, directory: published, record: record)
    }

    /// Rows will be taken from the tables of an earlier run. Called before the first batch, if at all.
    public func reuse(_ tables: EarlierTables) { earlier = tables }

    private func writer() throws(WriteFailure) -> CSVWriter? {
        if csv == nil && options.hasCSV {
            csv = try CSVWriter(in: space, folder: earlier == nil ? "" : OutputFolder.readFolder + "/", style: style)
        }
        return csv
    }

    /// Writes a batch and empties it. Batches come in corpus order.
    public func append(_ batch: RowBatch) throws(EmitFailure) {
        batch.endPart(isLast: false)
        if let odd = batch.oddIdentifier {
            throw EmitFailure(.inconsistent, path: space.path, reason: "\(odd) is no report identifier")
        }
        for report in batch.reports { late.add(report) }
        for part in batch.parts { inputs.append(part) }
        do throws(WriteFailure) {
            if let csv = try writer(), let lane = batch.csv { try csv.append(lane, late) }
            // Beside earlier inputs, these have their turn at the end.
            if earlier == nil { for (writer, lane) in zip(writers, batch.lanes) { try writer.append(lane) } }
            try lateSpool?.append(batch.late.buffer)
        } catch {
            throw EmitFailure(error)
        }
        tally.add(batch.tally)
        batch.removeAll()
    }

    /// Completes the tables and puts them in the place of the old ones.
    ///
    /// - Parameters:
    ///   - sources: where the rows of each input come from, in corpus order; nil where all were read.
    ///   - amendments: asked for each report by its number in corpus order, from 0, once in each format; it always gives the
    ///     same answer. Nil leaves a report of an earlier run as it was published then.
    ///   - final: the same for formats that are not made from earlier rows: it leaves out none.
    ///   - keep: writes the store of this run to the path that it is given; nil where none is to be kept.
    public func finish(
        _ manifest: RunManifest, sources: [InputSource]? = nil,
        amendments: @escaping @Sendable (Int) -> ReportAmendment? = { _ in nil },
        final: (@Sendable (Int) -> ReportAmendment?)? = nil,
        keeping keep: ((OutputReceipts, String) throws(WriteFailure) -> Void)? = nil
    ) throws(EmitFailure) -> OutputSummary {
        try checkRows()
        let all = try allReports(sources)
        var store: StoreRecord?
        let (written, pass) = try EmitFailure.converting { () throws(WriteFailure) in
            let writer = try self.writer()
            let done = try Completion(
                style: style, writer: writer, earlier: earlier, sources: earlier == nil ? nil : sources, inputs: inputs
            ).run(
                { tables in
                    LatePass(
                        late: all, written: self.late.reports, inputs: self.inputs, sources: sources,
                        earlier: self.earlier, csv: tables.map { (CSVSizes.Reader(log: (writer?.sizes ?? PackedLog()).reader()), $0) },
                        tally: self.tally,
                        amendments: amendments)
                },
                passed: { (pass) throws(WriteFailure) in
                    if let keep { store = try self.store(pass, keep) }
                }, concurrently: options.concurrently)
            if earlier != nil { try space.removeFolder(OutputFolder.readFolder) }
            return done
        }
        tally = pass.tally
        try check(manifest, written, sources)
        let facts = tally.facts(manifest, startedAt: manifest.times().startedAt, duplicates: all.duplicates)
        let files = try EmitFailure.converting { () throws(WriteFailure) in
            if earlier != nil { try restoreWriters(sources ?? []) }
            return written + (try finishWriters(all, facts, final ?? amendments))
        }
        let times = manifest.times()
        let sketch = RunSketch(facts, values: tally.values, zeros: tally.zeros, times: times)
        let before = place?.earlierRun?.history ?? []
        var summary = OutputSummary(directory: published, facts: facts, written: files)
        if let last = before.first { summary.warnings = sketch.warnings(after: last, manifest.tolerance) }
        let history = [sketch] + before.prefix(RunSketch.limit - 1)
        try EmitFailure.converting { () throws(WriteFailure) in
            store?.tables = files.filter { $0.table != nil && $0.name.hasSuffix(".csv") }
                .compactMap { TableSeal($0, path: space.folder.at($0.name)) }
            try write(DataPackage(files: files, style: style).json, to: DataPackage.fileName)
            let record = RunRecord(manifest, summary, store: store, history: history, times: times)
            try write(record.json, to: RunRecord.fileName)
            try space.sync()
        }
        try place?.publish(withStore: keep != nil, concurrently: options.concurrently)
        place = nil
        return summary
    }

    /// Gives up: nothing is published, and nothing is left behind.
    public func abandon() {
        place?.abandon()
        place = nil
    }

    /// The reports that were read and those that were not, in corpus order. Counts the latter.
    private func allReports(_ sources: [InputSource]?) throws(EmitFailure) -> LateIndex {
        guard let sources, let earlier else { return late }
        let toRead = sources.count { if case .read = $0 { true } else { false } }
        guard toRead == inputs.count, inputs.isWhole else {
            throw EmitFailure(.inconsistent, path: space.path, reason: "inputs were read that nobody asked for")
        }
        var all = LateIndex()
        var read = inputs.reader()
        var report = 0
        for source in sources {
            switch source {
            case .read:
                for _ in 0..<read.reports() {
                    all.add(late.reports[report])
                    report += 1
                }
            case .earlier(let number):
                let input = earlier.inputs[Int(number)]
                for report in input.reports { all.add(earlier.reports[report].own) }
                var packed = PackedReader(input.tallies)
                for _ in 0..<input.tallyCount { tally.add(from: &packed) }
            }
        }
        return all
    }

    /// Writes the store. What it says of the tables comes later.
    private func store(
        _ pass: LatePass, _ keep: (OutputReceipts, String) throws(WriteFailure) -> Void
    ) throws(WriteFailure) -> StoreRecord? {
        guard let path = place?.parent.at(place?.newStoreName ?? "") else { return nil }
        try keep(pass.receipts, path)
        return StoreRecord(sha256: try FileDigest.measure(path, andSync: options.isDurable).digest, tables: [])
    }

    /// Gives the writers of other formats what was kept of all inputs.
    private func restoreWriters(_ sources: [InputSource]) throws(WriteFailure) {
        let lanes = options.formats.map { $0.makeLane() }
        func handOver() throws(WriteFailure) {
            for (writer, lane) in zip(writers, lanes) {
                try writer.append(lane)
                lane.removeAll()
            }
        }
        var read = inputs.reader()
        for (number, source) in sources.enumerated() {
            var shares: [KeptShare] = []
            switch source {
            case .read: shares = read.part().kept
            case .earlier(let input): shares = earlier?.inputs[Int(input)].kept ?? []
            }
            for share in shares where share.lane < lanes.count { lanes[share.lane].restore(share.bytes) }
            if number % 4096 == 4095 { try handOver() }
        }
        try handOver()
    }

    private func finishWriters(
        _ late: LateIndex, _ facts: RunFacts, _ amendments: @escaping @Sendable (Int) -> ReportAmendment?
    ) throws(WriteFailure) -> [WrittenFile] {
        _ = try lateSpool?.finish()
        let rows = LateRows(count: late.count, spool: space.folder.at(OutputFolder.lateSpoolName)) { index in
            var state = late.state(of: index)
            if let amendment = amendments(index) {
                state.columns = late.reports[index].amended(with: amendment).columns
                state.addedChecks = amendment.checks
            }
            return state
        }
        let works = writers.map { writer in TableWork { () throws(WriteFailure) in try writer.finish(rows, facts) } }
        let written = try TableWork.files(of: works, options.concurrently)
        if lateSpool != nil { try space.remove(OutputFolder.lateSpoolName) }
        return written
    }

    private func write(_ json: JSONValue, to name: String) throws(WriteFailure) {
        let file = try space.makeOutputFile(name)
        try file.append(Array((json.text + "\n").utf8).span)
        _ = try file.finish()
    }

    private func require(_ what: String, _ found: Int, _ expected: Int) throws(EmitFailure) {
        if found == expected { return }
        throw EmitFailure(.inconsistent, path: space.path, reason: "\(what): \(found) instead of \(expected)")
    }

    /// Holds the rows that were written against those that were counted when they were made.
    private func checkRows() throws(EmitFailure) {
        guard let csv else { return }
        for table in Table.allCases {
            try require("rows of \(table.rawValue)", csv.rows[table.index], tally.rows[table.index])
        }
    }

    /// Holds the tables against what was found, and the counts against each other.
    private func check(
        _ manifest: RunManifest, _ written: [WrittenFile], _ sources: [InputSource]?
    ) throws(EmitFailure) {
        try require("rows of files", tally.rows[Table.files.index], manifest.filesFound)
        try require("ok + warned + failed + skipped", tally.files.reduce(0, +), manifest.filesFound)
        try require("reports by status", tally.reports.reduce(0, +), tally.rows[Table.reports.index])
        try require("rows of errors", tally.problems.reduce(0, +), tally.rows[Table.errors.index])
        try require("rows of panel", tally.rows[Table.panel.index], tally.rows[Table.reports.index])
        var extent = inputs.extent
        for case .earlier(let number) in sources ?? [] {
            if let input = earlier?.inputs[Int(number)] { extent += input.extent }
        }
        for (place, table) in TableExtent.tables.enumerated() {
            guard let file = written.first(where: { $0.table == table }) else { continue }
            let header = style.header(of: table.schema).count
            try require("bytes of \(file.name)", Int(file.bytes), header + Int(extent[place]))
        }
    }
}
