import Discover
import Emit

/// The inputs of a run, and what is known of them before any is read.
struct Corpus: Sendable {
    let files: FileList
    let plan: InputPlan
    /// Set where rows are taken from its tables.
    let earlier: EarlierRun?

    /// What an earlier run remembers of the inputs that are not read.
    var known: [InputMemo] {
        guard let earlier else { return [] }
        return plan.sources.compactMap { source in
            if case .earlier(let input) = source { earlier.memos[input] } else { nil }
        }
    }
}

/// What the inputs that were read came to, in corpus order.
struct InputsRead: Sendable {
    /// One for each report.
    var years = ReportYears()
    /// One for each input.
    var ends: [UnitOutput.InputEnd] = []
}
