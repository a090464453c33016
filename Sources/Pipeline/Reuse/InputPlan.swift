import Bytes
import Discover
import Emit
import ReportModel
import Store

/// Which inputs of a run have to be read, and which have their rows in the tables of an earlier run.
struct InputPlan: Sendable {
    /// One for each input of the listing.
    private(set) var sources: [InputSource] = []
    /// Places in the listing of the inputs to be read.
    private(set) var read: [Int32] = []
    /// What the file system said of these.
    private(set) var stamps = StampLog()
    /// Earlier inputs that are the same but for their stamps, by their numbers.
    private(set) var restamped: [(input: Int, stamp: FileStamp)] = []
    /// When the file system was asked, in nanoseconds since 1970.
    let seen: Int64
    /// False where the listing is not in the order of its paths, so that inputs cannot be told by them.
    private(set) var isOrdered = true

    private static let chunk = 256

    /// Asks the file system about all inputs.
    init(
        _ files: FileList, _ earlier: EarlierRun?, retriesFailed: Bool, jobs: Int, stop: StopSignal
    ) throws(RunFailure) {
        seen = FileStamp.now
        sources.reserveCapacity(files.count)
        let seen = seen
        var verdicts: [Verdict] = []
        verdicts.reserveCapacity(files.count)
        try OrderedMap(width: jobs).run(
            count: (files.count + InputPlan.chunk - 1) / InputPlan.chunk,
            makeWorker: { InputProbe(earlier, retriesFailed: retriesFailed, seen: seen) },
            produce: { (probe: inout InputProbe, chunk: Int, _) -> [Verdict] in
                let first = chunk * InputPlan.chunk
                return probe.look(at: files, first..<min(files.count, first + InputPlan.chunk))
            },
            idle: { () throws(RunFailure) in try stop.check() },
            consume: { (_, part: [Verdict]) throws(RunFailure) in verdicts += part })
        isOrdered = verdicts.allSatisfy(\.isOrdered)
        for (place, verdict) in verdicts.enumerated() {
            if isOrdered, let input = verdict.input {
                sources.append(.earlier(Int32(input)))
                if let stamp = verdict.stamp { restamped.append((input, stamp)) }
            } else {
                sources.append(.read(replacing: isOrdered ? verdict.replaced.map { Int32($0) } : nil))
                read.append(Int32(place))
                stamps.append(verdict.stamp)
            }
        }
    }

    /// Takes rows of an earlier run only where that is less work than to read all anew.
    var isWorthReusing: Bool { isOrdered && read.count <= sources.count / 2 }

    /// The same inputs, all to be read.
    mutating func readAll(_ files: FileList, _ earlier: EarlierRun) {
        var all = StampLog()
        var known: [Int: FileStamp] = [:]
        for (input, stamp) in restamped { known[input] = stamp }
        var read = stamps.reader()
        for source in sources {
            switch source {
            case .read: all.append(read.next() ?? nil)
            case .earlier(let input): all.append(known[Int(input)] ?? earlier.inputs[Int(input)].stamp)
            }
        }
        stamps = all
        self.read = Array(0..<Int32(files.count))
        sources = Array(repeating: .read(replacing: nil), count: files.count)
        restamped = []
    }

    /// What is known of one input.
    struct Verdict: Sendable {
        /// The number of the earlier input with the same content; nil where it has to be read.
        var input: Int?
        /// The number of the earlier input of that path, where its content is another.
        var replaced: Int?
        /// Nil where it is that of the earlier input, or there is none.
        var stamp: FileStamp?
        var isOrdered = true
    }
}
