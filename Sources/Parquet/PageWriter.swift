import Bytes
import Tables

/// Writes the pages of column chunks, one chunk after the other, into whichever file it is told. Its memory serves all of them.
final class PageWriter {
    private let isCompressed: Bool
    private var record = ChunkRecord()
    private var header = ThriftWriter(capacity: 64)
    /// What a page begins with: its levels, or all of a page that is made here.
    private var body = ByteBuffer()
    private var packed = ByteBuffer()
    private var levels = PageLevels()

    init(isCompressed: Bool) { self.isCompressed = isCompressed }

    func begin(in stream: any OutputStream) {
        record = ChunkRecord()
        record.start = stream.byteCount
    }

    /// What was written since the beginning of the chunk.
    func end() -> ChunkRecord { record }

    /// The page of a dictionary.
    func dictionary(
        _ count: Int, to stream: any OutputStream, _ fill: (inout ByteBuffer) -> Void
    ) throws(WriteFailure) {
        body.removeAll(keepingAtMost: 1 << 20)
        fill(&body)
        record.dictionaryOffset = stream.byteCount
        record.dictionaryPages += 1
        try write(.dictionary, .plain, values: count, tail: Span(), to: stream)
    }

    /// A page of places in a dictionary.
    ///
    /// - Parameters:
    ///   - map: the place for each token; the token itself where it is empty.
    ///   - count: entries of the dictionary.
    func indices(
        _ tokens: Span<UInt32>, map: Span<UInt32>, count: Int, to stream: any OutputStream
    ) throws(WriteFailure) {
        levels.take(tokens, map: map)
        beginBody()
        let width = RunLength.width(of: count)
        body.append(UInt8(width))
        levels.places.withSpan { RunLength.append($0, width: width, to: &body) }
        record.indexPages += 1
        try write(.data, .rleDictionary, values: tokens.count, tail: Span(), to: stream)
    }

    /// A page without a value.
    func nulls(_ count: Int, to stream: any OutputStream) throws(WriteFailure) {
        levels.take(nulls: count)
        beginBody()
        record.plainPages += 1
        try write(.data, .plain, values: count, tail: Span(), to: stream)
    }

    /// A page of truth values.
    func booleans(_ tokens: Span<UInt32>, to stream: any OutputStream) throws(WriteFailure) {
        levels.take(tokens, map: Span())
        beginBody()
        levels.places.withSpan { RunLength.append(bits: $0, to: &body) }
        record.plainPages += 1
        try write(.data, .plain, values: tokens.count, tail: Span(), to: stream)
    }

    /// A page of plain values.
    func plain(_ values: borrowing PlainValues, _ rows: Range<Int>, to stream: any OutputStream) throws(WriteFailure) {
        levels.take(values, rows)
        beginBody()
        record.plainPages += 1
        let bytes = values.end(of: rows.lowerBound - 1)..<values.end(of: rows.upperBound - 1)
        try values.bytes.withSpan(of: bytes) { (span) throws(WriteFailure) in
            try write(.data, .plain, values: rows.count, tail: span, to: stream)
        }
    }

    /// The levels that say which values are there, with their length in front.
    private func beginBody() {
        body.removeAll(keepingAtMost: 1 << 20)
        packed.removeAll()
        if levels.nulls == 0 {
            RunLength.append(run: levels.count, of: 1, width: 1, to: &packed)
        } else {
            levels.flags.withSpan { RunLength.append($0, width: 1, to: &packed) }
        }
        body.append(littleEndian: UInt32(packed.count))
        packed.withSpan { body.append($0) }
    }

    private func write(
        _ type: ParquetPageType, _ encoding: ParquetEncoding, values: Int, tail: Span<UInt8>, to stream: any OutputStream
    ) throws(WriteFailure) {
        let size = body.count + tail.count
        var storedSize = size
        if isCompressed {
            body.append(tail)
            packed.removeAll(keepingAtMost: 1 << 20)
            body.withSpan { Deflate.gzip($0, level: PageWriter.level, into: &packed) }
            storedSize = packed.count
        }
        header.removeAll()
        header.element { header in
            header.integer(1, type.rawValue)
            header.integer(2, Int32(size))
            header.integer(3, Int32(storedSize))
            header.structure(type == .data ? 5 : 7) { header in
                header.integer(1, Int32(values))
                header.integer(2, encoding.rawValue)
                if type == .data {
                    header.integer(3, ParquetEncoding.rle.rawValue)
                    header.integer(4, ParquetEncoding.rle.rawValue)
                }
            }
        }
        if type == .data && record.dataOffset == 0 { record.dataOffset = stream.byteCount }
        record.size += Int64(header.buffer.count + storedSize)
        record.plainSize += Int64(header.buffer.count + size)
        try stream.append(header.buffer)
        if isCompressed {
            try stream.append(packed)
        } else {
            try stream.append(body)
            if !tail.isEmpty { try stream.append(tail) }
        }
    }

    /// Of zlib: more takes far longer for little.
    private static let level = 4
}
