public import ReportModel

/// Who wants to know how a run goes. Called on the thread that called the run.
public protocol RunObserver: AnyObject {
    /// The inputs are listed and work begins.
    ///
    /// - Parameters:
    ///   - found: all inputs; a container counts once.
    ///   - toRead: those of them that are read; what is known of the others from an earlier run still holds.
    func started(found: Int, toRead: Int, jobs: Int)
    /// Called at least a few times a second.
    func progressed(_ progress: RunProgress)
    /// A document failed. Called in corpus order, for the first ``CorpusRun/reportedFailures`` of a run only.
    func failed(path: String, finding: Finding)
    /// Something about the run as a whole that is no failure.
    func noted(code: String, message: String)
    /// The run was published and is not like the run before.
    func warned(code: String, message: String)
}
