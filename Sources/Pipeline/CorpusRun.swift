import Decode
import Discover
import Dispatch
import Emit
import ReportModel
import Tables

/// One run over a corpus: inputs in, published tables out. The only place where the stages meet.
public struct CorpusRun: Sendable {
    /// How many failures an observer is told one by one.
    public static let reportedFailures = 20

    private let options: RunOptions
    private let stop: StopSignal

    public init(_ options: RunOptions, stop: StopSignal) {
        self.options = options
        self.stop = stop
    }

    /// Reads every input that is not known from an earlier run, and publishes the tables.
    ///
    /// - Returns: what became of the inputs; failed documents are no failure of the run.
    /// - Throws: ``RunFailure``; the old output stands then, and nothing is left beside it.
    public func publish(telling observer: some RunObserver) throws(RunFailure) -> RunSummary {
        let clock = RunClock()
        let faults = try FaultGuard.known()
        for fault in faults.values.sorted(by: { $0.order < $1.order }) {
            observer.noted(code: fault.finding.code.rawValue, message: "started over without \(fault.path)")
        }
        try Inputs.check(options)
        let emit = options.emit
        let folder = try RunFailure.converting { () throws(EmitFailure) in
            try OutputFolder(directory: options.output, options: emit)
        }
        let corpus: Corpus
        let work: Work
        do throws(RunFailure) {
            corpus = try self.corpus(folder, telling: observer)
            observer.started(found: corpus.files.count, toRead: corpus.plan.read.count, jobs: options.jobs)
            work = try self.work(on: corpus, without: faults, into: folder, telling: observer)
        } catch {
            folder.abandon()
            throw error
        }
        let manifest = RunManifest(
            toolVersion: Release.version, configuration: options.record, filesFound: work.documents, jobs: options.jobs,
            tolerance: options.tolerance, times: { clock.times })
        let keeper = RunKeeper(corpus, work.read, options)
        let amendments = keeper.amendments()
        let all = corpus.earlier == nil ? amendments : keeper.allAmendments()
        let output = try RunFailure.converting { () throws(EmitFailure) in
            try folder.finish(
                manifest, sources: corpus.earlier == nil ? nil : corpus.plan.sources, amendments: { amendments[$0] }, final: { all[$0] },
                keeping: corpus.plan.isOrdered && emit.canReuse
                    ? { (receipts, path) throws(WriteFailure) in try keeper.keep(receipts, at: path) } : nil)
        }
        for warning in output.warnings { observer.warned(code: warning.code, message: warning.message) }
        return RunSummary(output, at: options.output, seconds: clock.seconds)
    }

    /// Lists the inputs and settles which of them are read.
    private func corpus(_ folder: OutputFolder, telling observer: some RunObserver) throws(RunFailure) -> Corpus {
        let reading = Handover<Result<Result<EarlierRun, EarlierRun.Useless>, RunFailure>>()
        let store = options.isFull ? nil : folder.publishedStore
        if let store {
            // While the folders are walked.
            let options = options
            DispatchQueue(label: "gongkai.store").async {
                reading.put(Result { () throws(RunFailure) in try EarlierRun.read(store, options) })
            }
        }
        let files = try Inputs.list(options, stop: stop)
        var earlier: EarlierRun?
        while store != nil {
            try stop.check()
            guard let result = reading.next(milliseconds: 50) else { continue }
            switch try result.get() {
            case .success(let run): earlier = run
            case .failure(let useless):
                observer.noted(code: useless.code, message: "\(useless.why); every input is read")
            }
            break
        }
        var plan = try InputPlan(files, earlier, retriesFailed: options.retriesFailed, jobs: options.jobs, stop: stop)
        if let known = earlier, !plan.isWorthReusing {
            plan.readAll(files, known)
            earlier = nil
        }
        if let earlier { folder.reuse(earlier.tables) }
        return Corpus(files: files, plan: plan, earlier: earlier)
    }

    /// What is known when all inputs are read.
    private struct Work {
        /// The documents in all inputs; a container holds several.
        var documents = 0
        /// What the inputs that were read came to.
        var read = InputsRead()
    }

    private func work(
        on corpus: Corpus, without faults: [String: Fault], into folder: OutputFolder, telling observer: some RunObserver
    ) throws(RunFailure) -> Work {
        let units = WorkPlan(files: corpus.plan.read.count)
        let renderer = Renderer(options: options.emit)
        let pool = BatchPool(renderer: renderer)
        let decodeOptions = options.decode
        let stop = stop
        let clock = RunClock()
        let watch = FaultGuard.watch(seconds: options.limits.seconds)
        defer { watch.end() }
        var progress = RunProgress(found: corpus.files.count)
        var work = Work()
        for memo in corpus.known {
            progress.done += 1
            progress.failed += memo.failed
            work.documents += memo.documents
        }
        var told = 0
        try OrderedMap(width: options.jobs).run(
            count: units.count,
            makeWorker: {
                DocumentWorker(decode: DecodeWorker(options: decodeOptions), renderer: renderer, pool: pool, faults: faults)
            },
            produce: { (worker: inout DocumentWorker, unit: Int, emit: (UnitOutput) -> Bool) -> UnitOutput in
                worker.work(on: corpus.plan.read[units[unit]].lazy.map { corpus.files[Int($0)] }, stop: stop, emit: emit)
            },
            idle: { () throws(RunFailure) in
                try stop.check()
                progress.seconds = clock.seconds
                observer.progressed(progress)
            },
            consume: { (_: Int, output: UnitOutput) throws(RunFailure) in
                try RunFailure.converting { () throws(EmitFailure) in try folder.append(output.batch) }
                pool.giveBack(output.batch)
                for year in output.years { work.read.years.append(year) }
                for end in output.ends { work.read.append(end) }
                work.documents += output.documents
                progress.done += output.inputs
                progress.failed += output.failed
                for failure in output.failures where told < CorpusRun.reportedFailures {
                    observer.failed(path: failure.path, finding: failure.finding)
                    told += 1
                }
            })
        try stop.check()
        try checkGate(failed: progress.failed, of: work.documents)
        return work
    }

    /// Too many failures mean that something is wrong with the run, not with the files.
    private func checkGate(failed: Int, of documents: Int) throws(RunFailure) {
        let share = Double(failed) * 100 / Double(max(1, documents))
        if share > options.maxFailed {
            throw RunFailure(
                .tooManyFailed, code: "too_many_failed", subject: options.output,
                """
                \(failed) of \(documents) files failed: \((share * 10).rounded() / 10) % where \(options.maxFailed) % \
                are allowed; the old output stands
                """)
        }
    }
}
