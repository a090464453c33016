import Bytes
import ReportModel

/// The data of the entry at which an archive reader stands, held against the limits.
final class EntrySource: ByteSource {
    private let reader: ArchiveReader
    private let budget: ContainerBudget
    private let ratio: Int64
    private let takenBefore: Int64
    private var given: Int64 = 0

    /// What the reader takes ahead, and below which no ratio can be told.
    private static let slack: Int64 = 1 << 16

    init(_ reader: ArchiveReader, budget: ContainerBudget, ratio: Int64) {
        self.reader = reader
        self.budget = budget
        self.ratio = ratio
        takenBefore = reader.taken
    }

    func read(into buffer: inout ByteBuffer, atMost limit: Int) throws(StageFailure) -> Int {
        let count = try reader.read(into: &buffer, atMost: limit)
        given += Int64(count)
        if !budget.add(bytes: count), let failure = budget.failure { throw failure }
        if given / ratio > max(reader.taken - takenBefore, EntrySource.slack) {
            throw StageFailure(InflateError.ratioTooHigh(limit: ratio))
        }
        return count
    }
}
