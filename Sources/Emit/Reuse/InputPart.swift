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
