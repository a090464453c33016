import Bytes
import Tables

/// Reads CSV (RFC 4180) record by record through one buffer, strictly: what a lax reader would guess about is an error.
///
/// Lines end with CRLF or LF. A byte order mark at the start is passed over.
struct CSVReader: ~Copyable {
    private let file: InputFile
    private let path: String
    private var block = ByteBuffer(capacity: CSVReader.blockSize)
    private var position = 0
    private var isAtEnd = false
    private var hasStarted = false
    private var values = ByteBuffer(capacity: 4096)
    private var ends: [Int] = []
    /// The number of the last record's first line, from 1.
    private(set) var line = 0
    private var nextLine = 1
    /// Every byte of the file is given to it, in order.
    private var hasher = SHA256Hasher()
    private(set) var byteCount: Int64 = 0

    private static let blockSize = 256 << 10

    init(path: String) throws(WriteFailure) {
        self.path = path
        do throws(InputFileError) {
            file = try InputFile(path: path)
        } catch {
            throw WriteFailure(path: path, error)
        }
    }

    /// The fields of the last record.
    var count: Int { ends.count }

    /// A field, for as long as `body` runs.
    borrowing func withField<Result>(_ index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
        values.withSpan(of: range(index), body)
    }

    borrowing func string(_ index: Int) -> String { values.string(range(index)) }
    borrowing func isEmpty(_ index: Int) -> Bool { range(index).isEmpty }

    private borrowing func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

    /// Reads the next record; false at the end of the file.
    mutating func next() throws(WriteFailure) -> Bool {
        values.removeAll()
        ends.removeAll(keepingCapacity: true)
        if !hasStarted {
            hasStarted = true
            try fill()
            if block.count >= 3 && block[0] == 0xEF && block[1] == 0xBB && block[2] == 0xBF { position = 3 }
        }
        guard let first = try peek() else { return false }
        line = nextLine
        var byte: UInt8? = first
        while true {
            let isQuoted = byte == 0x22
            if isQuoted { try readQuoted() } else { try readPlain() }
            ends.append(values.count)
            byte = try peek()
            guard let separator = byte else { return true }
            position += 1
            if separator == 0x2C {
                byte = try peek()
                continue
            }
            // CR is given by `peek` only before LF.
            if separator == 0x0D { position += 1 }
            nextLine += 1
            return true
        }
    }

    /// The digest of the whole file, once the last record is read.
    mutating func digest() -> String { hasher.finish().hex }

    private mutating func readPlain() throws(WriteFailure) {
        while true {
            let start = position
            position = block.withSpan { CSVReader.endOfPlain($0, from: start) }
            block.withSpan(of: start..<position) { values.append($0) }
            if position == block.count { try fill() }
            if position == block.count { return }
            switch block[position] {
            case 0x2C, 0x0A: return
            case 0x22: throw failure("a quote inside a field without quotes")
            case 0x0D:
                _ = try peek()
                return
            default: break
            }
        }
    }

    /// The place of the next byte that may end a field without quotes.
    private static func endOfPlain(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var position = start
        while position < bytes.count {
            let byte = bytes[position]
            // All of them lie at or below the comma.
            if byte <= 0x2C && (byte == 0x2C || byte == 0x0A || byte == 0x0D || byte == 0x22) { return position }
            position += 1
        }
        return position
    }

    private mutating func readQuoted() throws(WriteFailure) {
        position += 1
        while true {
            let start = position
            position = block.withSpan { ByteSearch.first(0x22, in: $0, from: start) }
            block.withSpan(of: start..<position) { run in
                values.append(run)
                for index in run.indices where run[index] == 0x0A { nextLine += 1 }
            }
            if position == block.count {
                try fill()
                if position == block.count { throw failure("a quote is not closed", from: line) }
                continue
            }
            position += 1
            guard let next = try peek() else { return }
            if next == 0x22 {
                values.append(0x22)
                position += 1
            } else if next == 0x2C || next == 0x0A || next == 0x0D {
                return
            } else {
                throw failure("text behind a closing quote")
            }
        }
    }

    /// The next byte outside quotes. A CR must have an LF behind it.
    private mutating func peek() throws(WriteFailure) -> UInt8? {
        guard let byte = try raw() else { return nil }
        if byte == 0x0D {
            if position + 1 == block.count { try fill() }
            guard position + 1 < block.count, block[position + 1] == 0x0A else {
                throw failure("a carriage return without a line feed")
            }
        }
        return byte
    }

    private mutating func raw() throws(WriteFailure) -> UInt8? {
        if position == block.count { try fill() }
        return position < block.count ? block[position] : nil
    }

    /// Drops what was read and reads on.
    private mutating func fill() throws(WriteFailure) {
        if isAtEnd { return }
        block.removeFirst(position)
        position = 0
        let before = block.count
        do throws(InputFileError) {
            isAtEnd = try file.read(into: &block, atMost: CSVReader.blockSize) == 0
        } catch {
            throw WriteFailure(path: path, error)
        }
        byteCount += Int64(block.count - before)
        block.withSpan(of: before..<block.count) { hasher.update($0) }
    }

    private func failure(_ reason: String, from line: Int? = nil) -> WriteFailure {
        WriteFailure(path: path, reason: "line \(line ?? nextLine): \(reason)", isReading: true)
    }
}
