import Bytes
import Tables

/// One Parquet file while it is written. Rows gather in a column chunk for each column until the row group is full.
final class TableFile {
    let layout: TableLayout
    private let limits: GroupLimits
    private let rowLimit: Int
    private let stream: any OutputStream
    private let pages: PageWriter
    private let isCompressed: Bool
    private let columns: [Column]
    private let hasLong: Bool
    /// Rows of the group at hand, and the bytes of its long texts.
    private var rows = 0
    private var longBytes = 0
    /// Rows of the groups that are written, and these groups for the file's metadata.
    private var writtenRows = 0
    private var groups = ThriftWriter(capacity: 1024)
    private var groupCount = 0
    /// The lane that the chunks know the words of; 0 where they know none.
    private var lane = 0

    /// Rows of a group after which its memory is looked at.
    private static let stride = 1024
    static let magic: StaticString = "PAR1"

    /// Gives a ``ColumnChunk`` a place in an array.
    private final class Column {
        let layout: ColumnLayout
        var chunk: ColumnChunk

        init(_ layout: ColumnLayout, _ limits: GroupLimits) {
            self.layout = layout
            chunk = ColumnChunk(layout, limits)
        }
    }

    init(
        _ layout: TableLayout, _ options: ParquetOptions, to stream: any OutputStream, with pages: PageWriter
    ) throws(WriteFailure) {
        self.layout = layout
        limits = options.limits
        rowLimit = options.limits.rows(columns: layout.columns.count)
        isCompressed = options.compression == .gzip
        self.stream = stream
        self.pages = pages
        columns = layout.columns.map { Column($0, options.limits) }
        hasLong = layout.columns.contains { $0.storage == .long }
        var start = ByteBuffer(capacity: 4)
        start.append(literal: TableFile.magic)
        try stream.append(start)
    }

    /// Bytes that the group at hand holds.
    var heldBytes: Int { columns.reduce(0) { $0 + $1.chunk.byteCount } }

    /// Takes rows of a lane.
    ///
    /// - Parameter number: of the lane, from 1; another number for other values.
    func append(_ rows: Range<Int>, of source: borrowing TableLane, number: Int) throws(WriteFailure) {
        var row = rows.lowerBound
        while row < rows.upperBound {
            enter(source.values, number)
            var end = min(rows.upperBound, row + room)
            let before = row == 0 ? 0 : source.longBytes[row - 1]
            if hasLong { end = cut(row..<end, of: source, before: before) }
            let width = source.width
            source.tokens.withSpan { tokens in
                for column in columns {
                    column.chunk.append(
                        tokens, from: row * width + column.layout.source, stride: width, count: end - row, source.values)
                }
            }
            longBytes += source.longBytes[end - 1] - before
            row = try added(end - row, upTo: end)
        }
    }

    /// Takes the cells of one report.
    func append(
        _ run: CellLane.Run, of source: borrowing CellLane, _ roles: [CellRole], number: Int
    ) throws(WriteFailure) {
        var done = 0
        while done < run.count {
            enter(source.values, number)
            let end = min(run.count, done + room)
            let count = end - done
            source.tokens.withSpan { tokens in
                for (column, role) in zip(columns, roles) {
                    switch role {
                    case .identifier: column.chunk.append(word: run.id, count: count, source.values)
                    case .constant(let codes):
                        let first = run.first + done
                        column.chunk.append(codes: codes.span.extracting(first..<(first + count)))
                    case .token(let place):
                        let from = (run.start + done) * CellLane.width + place
                        column.chunk.append(tokens, from: from, stride: CellLane.width, count: count, source.values)
                    }
                }
            }
            done = try added(count, upTo: end)
        }
    }

    /// Rows until the group is full or looked at.
    private var room: Int { min(rowLimit - rows, TableFile.stride - rows % TableFile.stride) }

    private func enter(_ values: borrowing LaneValues, _ number: Int) {
        if lane == number { return }
        for column in columns { column.chunk.begin(values) }
        lane = number
    }

    /// The row behind that with which the long texts of the group reach their limit.
    private func cut(_ rows: Range<Int>, of source: borrowing TableLane, before: Int) -> Int {
        let limit = before + limits.bytes - longBytes
        var low = rows.lowerBound
        var high = rows.upperBound - 1
        while low < high {
            let middle = (low + high) / 2
            if source.longBytes[middle] >= limit { high = middle } else { low = middle + 1 }
        }
        return low + 1
    }

    /// - Returns: `position`, to go on from.
    private func added(_ count: Int, upTo position: Int) throws(WriteFailure) -> Int {
        rows += count
        if rows >= rowLimit || longBytes >= limits.bytes
            || (rows % TableFile.stride == 0 && heldBytes >= limits.held)
        {
            try writeGroup()
        }
        return position
    }

    /// Writes the rows at hand as a row group.
    func writeGroup() throws(WriteFailure) {
        if rows == 0 { return }
        let start = stream.byteCount
        var chunks = ThriftWriter(capacity: columns.count * 160)
        var plainSize: Int64 = 0
        for column in columns {
            let (record, statistics) = try column.chunk.write(with: pages, pageSize: limits.page, to: stream)
            plainSize += record.plainSize
            record.write(
                column.layout, rows: rows, statistics, isCompressed: isCompressed, to: &chunks)
            column.chunk.removeAll()
        }
        groups.element { groups in
            groups.structures(1, count: columns.count)
            chunks.buffer.withSpan { groups.buffer.append($0) }
            groups.long(2, plainSize)
            groups.long(3, Int64(rows))
            groups.long(5, start)
            groups.long(6, stream.byteCount - start)
            groups.short(7, Int16(truncatingIfNeeded: groupCount))
        }
        groupCount += 1
        writtenRows += rows
        rows = 0
        longBytes = 0
        lane = 0
    }

    /// Completes the file.
    func finish(toolVersion: String) throws(WriteFailure) -> WrittenFile {
        try writeGroup()
        var footer = ThriftWriter(capacity: groups.buffer.count + 4096)
        footer.element { footer in
            FileMetadata.write(layout, rows: writtenRows, to: &footer)
            footer.structures(4, count: groupCount)
            groups.buffer.withSpan { footer.buffer.append($0) }
            FileMetadata.writeEnd(layout, toolVersion: toolVersion, to: &footer)
        }
        footer.buffer.append(littleEndian: UInt32(footer.buffer.count))
        footer.buffer.append(literal: TableFile.magic)
        try stream.append(footer.buffer)
        var written = try stream.finish()
        written.table = layout.table
        return written
    }
}
