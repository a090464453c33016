import Bytes

/// Parquet's hybrid of run lengths and packed bits, for levels and dictionary indices.
enum RunLength {
    /// Appends values below 2^`width`: eight and more equal ones as a run, others packed in groups of eight.
    static func append(_ values: Span<UInt32>, width: Int, to buffer: inout ByteBuffer) {
        let count = values.count
        var packedFrom = 0
        var position = 0
        while position < count {
            let value = values[position]
            var end = position + 1
            while end < count && values[end] == value { end += 1 }
            if end - position >= 8 {
                pack(values, packedFrom..<position, width: width, to: &buffer)
                append(run: end - position, of: value, width: width, to: &buffer)
                position = end
                packedFrom = end
            } else {
                // Runs of packed values are groups of eight, so that the next chance for a run is behind this group.
                position = min(position + 8, count)
            }
        }
        pack(values, packedFrom..<count, width: width, to: &buffer)
    }

    /// Appends one run.
    static func append(run count: Int, of value: UInt32, width: Int, to buffer: inout ByteBuffer) {
        buffer.append(unsigned: UInt64(count) << 1)
        var rest = value
        for _ in 0..<((width + 7) / 8) {
            buffer.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    /// Appends truth values in PLAIN encoding, a bit each.
    static func append(bits values: Span<UInt32>, to buffer: inout ByteBuffer) {
        for start in stride(from: 0, to: values.count, by: 8) {
            var byte: UInt8 = 0
            for index in start..<min(start + 8, values.count) where values[index] == 1 { byte |= 1 << UInt8(index - start) }
            buffer.append(byte)
        }
    }

    /// The last group is filled up with zeros.
    private static func pack(_ values: Span<UInt32>, _ range: Range<Int>, width: Int, to buffer: inout ByteBuffer) {
        if range.isEmpty { return }
        let groups = (range.count + 7) / 8
        buffer.append(unsigned: UInt64(groups) << 1 | 1)
        buffer.reserve(groups * width + 8)
        var start = range.lowerBound
        if width <= 8 {
            // Whole groups at once: eight values fill as many bytes as each has bits.
            while range.upperBound - start >= 8 {
                var group: UInt64 = 0
                for place in 0..<8 { group |= UInt64(values[start + place]) << UInt64(place * width) }
                buffer.append(littleEndian: group, bytes: width)
                start += 8
            }
        }
        var bits: UInt64 = 0
        var filled = 0
        for index in start..<range.upperBound {
            bits |= UInt64(values[index]) << UInt64(filled)
            filled += width
            if filled >= 32 {
                buffer.append(littleEndian: UInt32(truncatingIfNeeded: bits))
                bits >>= 32
                filled -= 32
            }
        }
        let rest = range.upperBound - start
        var left = (rest + 7) / 8 * width - (rest * width - filled) / 8
        while left > 0 {
            buffer.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
            left -= 1
        }
    }

    /// Bits that hold the numbers below `count`, one at least.
    static func width(of count: Int) -> Int { max(1, Int.bitWidth - max(0, count - 1).leadingZeroBitCount) }
}

extension ByteBuffer {
    /// Seven bits a byte, the lowest first.
    mutating func append(unsigned value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }
}
