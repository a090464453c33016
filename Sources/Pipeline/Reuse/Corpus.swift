import Bytes
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
            if case .earlier(let input) = source { earlier.memos[Int(input)] } else { nil }
        }
    }
}

/// What the inputs that were read came to, in corpus order.
struct InputsRead: Sendable {
    /// One for each report.
    var years = ReportYears()
    /// One for each input; see ``UnitOutput/InputEnd``.
    private(set) var ends = PackedLog()

    mutating func append(_ end: UnitOutput.InputEnd) {
        var packed = PackedWriter()
        end.append(to: &packed)
        ends.append(packed.bytes)
    }

    func reader() -> Reader { Reader(ends: ends.reader(), years: years) }

    /// Gives what one input after the other came to, with the years of its reports.
    struct Reader: IteratorProtocol {
        fileprivate var ends: PackedLog.Reader
        fileprivate let years: ReportYears
        private var report = 0

        fileprivate init(ends: PackedLog.Reader, years: ReportYears) {
            self.ends = ends
            self.years = years
        }

        mutating func next() -> (end: UnitOutput.InputEnd, years: [ReportYear])? {
            guard let bytes = ends.next() else { return nil }
            var packed = PackedReader(bytes)
            let end = UnitOutput.InputEnd(from: &packed)
            defer { report += Int(end.reports) }
            return (end, (report..<(report + Int(end.reports))).map { years[$0] })
        }
    }
}
