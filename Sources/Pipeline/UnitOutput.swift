import Bytes
import Emit
import ReportModel

/// What a worker hands over: rows of some documents, in order.
struct UnitOutput: Sendable {
    /// Owned by one side at a time: the worker fills it, the caller writes it and gives it back to the pool.
    var batch: RowBatch
    /// Inputs whose documents all stand in this batch or in one before it.
    var inputs = 0
    var documents = 0
    var failed = 0
    /// One for each input that ends in this batch, in order.
    var ends: [InputEnd] = []
    /// One for each report, in order.
    var years: [ReportYear] = []
    /// The first failures, to be told at once; the tables have them all.
    var failures: [Failure] = []

    struct Failure: Sendable {
        var path: String
        var finding: Finding
    }

    /// What an input came to, in this batch and those before it.
    struct InputEnd: Sendable {
        var documents: Int32 = 0
        var failed: Int32 = 0
        var reports: Int32 = 0
        /// Something could not be opened, and may be the next time.
        var isPassing = false
        /// Of the input's own bytes; nil where it is not one document.
        var sha256: SHA256Digest?

        init() {}

        func append(to packed: inout PackedWriter) {
            for count in [documents, failed, reports] { packed.append(Int(count)) }
            packed.append((isPassing ? 1 : 0) | (sha256 == nil ? 0 : 2))
            sha256?.append(to: &packed)
        }

        init(from packed: inout PackedReader) {
            documents = Int32(clamping: packed.count())
            failed = Int32(clamping: packed.count())
            reports = Int32(clamping: packed.count())
            let flags = packed.count(atMost: 3)
            isPassing = flags & 1 != 0
            sha256 = flags & 2 == 0 ? nil : SHA256Digest(from: &packed)
        }
    }

    init(batch: RowBatch) { self.batch = batch }

    mutating func count(_ file: FileRecord) {
        documents += 1
        guard file.status == .failed else { return }
        failed += 1
        if failures.count < CorpusRun.reportedFailures, let finding = file.findings.last {
            failures.append(Failure(path: file.path, finding: finding))
        }
    }
}
