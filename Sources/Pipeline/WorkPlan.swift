/// How a listing is cut into units of work: several files together, so that handing over costs nothing next to the work.
///
/// The cut depends on the length of the listing only, never on the number of jobs.
struct WorkPlan: Sendable {
    private let files: Int
    private let stride: Int

    init(files: Int) {
        self.files = files
        // The rows of twelve reports take some 300 kB, and several units' rows wait to be written. A short listing is cut finer, so that every worker gets something to do to the end.
        stride = min(12, max(1, files / 256))
    }

    var count: Int { (files + stride - 1) / stride }

    /// The files of a unit.
    subscript(unit: Int) -> Range<Int> { (unit * stride)..<min(files, (unit + 1) * stride) }
}
