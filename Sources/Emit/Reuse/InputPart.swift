import Bytes
import Tables

/// What one input, or a part of one that goes on in the next batch, has put into a batch.
struct InputPart: Sendable {
    var extent = TableExtent()
    /// How many tallies, and these behind one another; see ``Tally/append(to:)``.
    var tallyCount = 0
    var tallies: [UInt8] = []
    var reports = 0
    /// What lanes keep of it: the lane's number, and its bytes.
    var kept: [KeptShare] = []
    /// True where the input has nothing more.
    var isLast = false

    mutating func add(_ other: InputPart) {
        extent += other.extent
        tallyCount += other.tallyCount
        tallies += other.tallies
        reports += other.reports
        kept += other.kept
        isLast = other.isLast
    }

    /// All but its reports.
    func append(to packed: inout PackedWriter) {
        extent.append(to: &packed)
        packed.append(tallyCount)
        packed.append(tallies.count)
        packed.append(tallies)
        packed.append(kept.count)
        for share in kept {
            packed.append(share.lane)
            packed.append(share.bytes.count)
            packed.append(share.bytes)
        }
    }

    init() {}

    init(from packed: inout PackedReader) {
        extent = TableExtent(from: &packed)
        tallyCount = packed.count()
        tallies = packed.bytes(packed.count())
        for _ in 0..<packed.count() where packed.isSound {
            let lane = packed.count(atMost: 1000)
            kept.append(KeptShare(lane: lane, bytes: packed.bytes(packed.count())))
        }
        isLast = true
    }
}

/// What all inputs of a run have put into its batches, in order, packed.
struct InputParts: Sendable {
    /// The number of its reports, then all else.
    private var log = PackedLog()
    /// The last one, where it goes on in the next batch.
    private var open: InputPart?
    /// Of all inputs.
    private(set) var extent = TableExtent()

    var count: Int { log.count }
    /// Whether no input is left that has not ended.
    var isWhole: Bool { open == nil }

    mutating func append(_ part: InputPart) {
        extent += part.extent
        var whole = open ?? part
        if open != nil { whole.add(part) }
        open = whole.isLast ? nil : whole
        guard whole.isLast else { return }
        var packed = PackedWriter()
        packed.append(whole.reports)
        whole.append(to: &packed)
        log.append(packed.bytes)
    }

    func reader() -> Reader { Reader(log.reader()) }

    /// Gives the inputs one after the other.
    struct Reader: Sendable {
        private var items: PackedLog.Reader

        fileprivate init(_ items: PackedLog.Reader) { self.items = items }

        /// What the next input has put in.
        mutating func part() -> InputPart {
            var (reports, packed) = item()
            var part = InputPart(from: &packed)
            part.reports = reports
            return part
        }

        mutating func reports() -> Int { item().reports }

        mutating func extent() -> TableExtent {
            var (_, packed) = item()
            return TableExtent(from: &packed)
        }

        /// What the next input has to be remembered by, with the receipts of its reports as ``EarlierTables/pack(_:)`` gives them.
        mutating func receipt(reports: [UInt8]) -> [UInt8] { Array(item().packed.rest) + reports }

        private mutating func item() -> (reports: Int, packed: PackedReader) {
            guard let bytes = items.next() else { preconditionFailure("an input that nobody has read") }
            var packed = PackedReader(bytes)
            return (packed.count(), packed)
        }
    }
}

/// The share of an input in what a lane of another format than CSV has gathered.
struct KeptShare: Hashable, Sendable {
    var lane: Int
    var bytes: [UInt8]
}

extension Tally {
    /// Only what is not zero.
    func append(to packed: inout PackedWriter) {
        for counts in [files, reports, problems, rows] {
            packed.append(counts.count { $0 != 0 })
            for (index, count) in counts.enumerated() where count != 0 {
                packed.append(index)
                packed.append(count)
            }
        }
        packed.append(signed: bytesRead)
        packed.append(values)
        packed.append(zeros)
    }

    /// Adds a packed tally.
    mutating func add(from packed: inout PackedReader) {
        Tally.add(&packed, to: &files)
        Tally.add(&packed, to: &reports)
        Tally.add(&packed, to: &problems)
        Tally.add(&packed, to: &rows)
        bytesRead += packed.signed()
        values += packed.count(atMost: Int.max / 2)
        zeros += packed.count(atMost: Int.max / 2)
    }

    private static func add(_ packed: inout PackedReader, to counts: inout [Int]) {
        for _ in 0..<packed.count(atMost: counts.count) {
            let index = packed.count(atMost: counts.count - 1)
            counts[index] += packed.count(atMost: Int.max / 2)
        }
    }

    /// Forgets everything and keeps the memory.
    mutating func removeAll() {
        for index in files.indices { files[index] = 0 }
        for index in reports.indices { reports[index] = 0 }
        for index in problems.indices { problems[index] = 0 }
        for index in rows.indices { rows[index] = 0 }
        bytesRead = 0
        values = 0
        zeros = 0
    }
}
