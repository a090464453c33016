import Decode
import Discover
import Emit
import ReportModel

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

    /// Reads every input and publishes the tables.
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
        let folder = try RunFailure.converting { () throws(EmitFailure) in
            try OutputFolder(directory: options.output, options: options.emit)
        }
        let jobs = options.jobs
        let work: Work
        do throws(RunFailure) {
            let files = try Inputs.list(options, stop: stop)
            observer.started(found: files.count, jobs: jobs)
            work = try self.work(on: files, without: faults, into: folder, telling: observer)
        } catch {
            folder.abandon()
            throw error
        }
        let manifest = RunManifest(
            toolVersion: Release.version, configuration: options.record, filesFound: work.documents, jobs: jobs,
            times: { clock.times })
        let amendments = YearAmendments(work.years)
        let output = try RunFailure.converting { () throws(EmitFailure) in
            try folder.finish(manifest, amendments: { amendments[$0] })
        }
        return RunSummary(output, at: options.output, seconds: clock.seconds)
    }

    /// What is known when all inputs are read.
    private struct Work {
        /// The documents in the inputs; a container holds several.
        var documents = 0
        /// One for each report, in corpus order.
        var years: [ReportYear] = []
    }

    private func work(
        on files: FileList, without faults: [String: Fault], into folder: OutputFolder, telling observer: some RunObserver
    ) throws(RunFailure) -> Work {
        let plan = WorkPlan(files: files.count)
        let renderer = Renderer(options: options.emit)
        let pool = BatchPool(renderer: renderer)
        let decodeOptions = options.decode
        let stop = stop
        let clock = RunClock()
        let watch = FaultGuard.watch(seconds: options.limits.seconds)
        defer { watch.end() }
        var progress = RunProgress(found: files.count)
        var work = Work()
        var told = 0
        try OrderedMap(width: options.jobs).run(
            count: plan.count,
            makeWorker: {
                DocumentWorker(decode: DecodeWorker(options: decodeOptions), renderer: renderer, pool: pool, faults: faults)
            },
            produce: { (worker: inout DocumentWorker, unit: Int, emit: (UnitOutput) -> Bool) -> UnitOutput in
                worker.work(on: files[plan[unit]], stop: stop, emit: emit)
            },
            idle: { () throws(RunFailure) in
                try stop.check()
                progress.seconds = clock.seconds
                observer.progressed(progress)
            },
            consume: { (_: Int, output: UnitOutput) throws(RunFailure) in
                try RunFailure.converting { () throws(EmitFailure) in try folder.append(output.batch) }
                pool.giveBack(output.batch)
                work.years += output.years
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
