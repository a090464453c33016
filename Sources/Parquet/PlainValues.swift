import Bytes
import ReportModel

/// Rows of a column whose values stand one behind the other in PLAIN encoding.
struct PlainValues: ~Copyable {
    private(set) var bytes = ByteBuffer(capacity: 64)
    /// Where each row's value ends. A row that takes no bytes is a null: every value takes some.
    private(set) var ends = ValueBuffer<Int>()

    var rows: Int { ends.count }

    mutating func removeAll() {
        bytes.removeAll(keepingAtMost: 4 << 20)
        ends.removeAll(keepingAtMost: 1 << 16)
    }

    mutating func appendNull() { ends.append(bytes.count) }

    mutating func append(text: Span<UInt8>) {
        bytes.append(littleEndian: UInt32(text.count))
        bytes.append(text)
        ends.append(bytes.count)
    }

    mutating func append(_ value: DecimalValue, _ type: NumberType) {
        type.append(value.mantissa, scale: value.scale, to: &bytes)
        ends.append(bytes.count)
    }

    func end(of row: Int) -> Int { row < 0 ? 0 : ends[row] }

    func isNull(_ row: Int) -> Bool { end(of: row) == end(of: row - 1) }

    /// The row behind the last of a page that begins with `row`: one value at least, and no more bytes than `limit` where
    /// that can be had.
    func pageEnd(from row: Int, limit: Int) -> Int {
        let start = end(of: row - 1)
        var next = row
        while next < rows && (next == row || ends[next] - start <= limit) { next += 1 }
        return next
    }
}
