import Bytes
import Tables

/// The file of one table, put together in order: from rows that this run has written to a file of their own, from the same
/// table of an earlier run, and from rows in between.
///
/// Where it comes to the whole of one file as it is, that file is taken, and nothing is copied.
final class TableFile {
    enum Source {
        case written, earlier
    }

    private let table: Table
    private let written: OutputFile
    private let seal: TableSeal?
    /// The earlier table.
    private let earlierPath: String
    private let space: AsideFolder
    private var target: OutputFile?
    private var rows: BlockReader?
    private var earlier: BlockReader?
    /// Bytes that come next and are not copied yet.
    private var pending: (source: Source, offset: Int64, count: Int64) = (.written, 0, 0)
    /// Rows that may come out as they were.
    private var gathered = ByteBuffer(capacity: 64)
    private var isGathering = false
    /// Where the next bytes of each source begin.
    private var writtenOffset: Int64 = 0
    private var earlierOffset: Int64 = 0

    /// - Parameters:
    ///   - written: the rows of this run behind a header; closed when the table is complete.
    ///   - tables: those of an earlier run, if rows of them are taken.
    init(_ table: Table, written: OutputFile, earlier tables: EarlierTables?, space: AsideFolder) {
        self.table = table
        self.written = written
        seal = tables?.seals[table.index]
        earlierPath = "\(tables?.directory ?? "")/\(table.rawValue).csv"
        self.space = space
    }

    private var name: String { "\(table.rawValue).csv" }

    /// Takes the next bytes of a source.
    func copy(_ count: Int64, from source: Source) throws(WriteFailure) {
        let offset = source == .written ? writtenOffset : earlierOffset
        pass(count, of: source)
        if count == 0 { return }
        if isGathering { return try reader(of: source).copy(count, at: offset, to: &gathered) }
        if pending.count > 0 && pending.source == source && pending.offset + pending.count == offset {
            pending.count += count
        } else {
            try drain()
            pending = (source, offset, count)
        }
    }

    /// Leaves out the next bytes of a source.
    func pass(_ count: Int64, of source: Source) {
        if source == .written { writtenOffset += count } else { earlierOffset += count }
    }

    /// Takes what is left of the written rows.
    func copyAllWritten() throws(WriteFailure) { try copy(written.byteCount - writtenOffset, from: .written) }

    func insert(_ bytes: borrowing ByteBuffer) throws(WriteFailure) {
        if isGathering { return bytes.withSpan { gathered.append($0) } }
        try drain()
        try open().append(bytes)
    }

    /// Takes what `body` takes in the place of the next bytes of the earlier table. Where both are the same, it is those: a
    /// table whose rows all come out as they were need not be written.
    ///
    /// - Parameter size: about how much the body takes; more than a little is not compared.
    func replace(_ count: Int64, size: Int64, _ body: () throws(WriteFailure) -> Void) throws(WriteFailure) {
        if count == 0 || count > TableFile.comparedSize || size > TableFile.comparedSize {
            try body()
            return pass(count, of: .earlier)
        }
        gathered.removeAll()
        isGathering = true
        try body()
        isGathering = false
        if Int64(gathered.count) == count {
            var before = ByteBuffer(capacity: Int(count))
            try reader(of: .earlier).copy(count, at: earlierOffset, to: &before)
            let isSame = before.withSpan { first in
                gathered.withSpan { second in first.indices.allSatisfy { first[$0] == second[$0] } }
            }
            if isSame { return try copy(count, from: .earlier) }
        }
        pass(count, of: .earlier)
        try drain()
        try open().append(gathered)
    }

    private static let comparedSize: Int64 = 1 << 22

    func finish() throws(WriteFailure) -> WrittenFile {
        if target == nil, pending.offset == 0 {
            if let seal {
                if pending.source == .earlier, pending.count == seal.bytes, space.link(earlierPath, to: name) {
                    written.abandon()
                    return WrittenFile(name: name, bytes: seal.bytes, sha256: seal.sha256, table: table)
                }
            } else if pending.count == written.byteCount {
                return try written.finish()
            }
        }
        try drain()
        let target = try open()
        written.abandon()
        var finished = try target.finish()
        if finished.name != name {
            try space.rename(finished.name, to: name)
            finished.name = name
        }
        return finished
    }

    private func open() throws(WriteFailure) -> OutputFile {
        if let target { return target }
        let opened = try space.makeOutputFile(written.name == name ? ".\(name).new" : name, table: table)
        target = opened
        return opened
    }

    private func reader(of source: Source) throws(WriteFailure) -> BlockReader {
        switch source {
        case .written:
            if let rows { return rows }
            let opened = try written.reader()
            rows = opened
            return opened
        case .earlier:
            if let earlier { return earlier }
            let opened = try BlockReader(path: earlierPath)
            earlier = opened
            return opened
        }
    }

    private func drain() throws(WriteFailure) {
        if pending.count == 0 { return }
        let source = try reader(of: pending.source)
        try source.copy(pending.count, at: pending.offset, to: try open())
        // Rows end where they were said to end, or these are not the rows that were meant.
        if pending.source == .earlier && !table.isLate && source.lastByte != 0x0A {
            throw WriteFailure(path: earlierPath, reason: "it is not as it was left", isReading: true)
        }
        pending.count = 0
    }
}
