extension ByteBuffer {
    @inlinable public mutating func append(_ byte: UInt8) {
        reserve(1)
        unsafe base[used] = byte
        used &+= 1
    }

    /// The UTF-8 bytes of text known at build time.
    @inlinable public mutating func append(literal: StaticString) {
        let count = literal.utf8CodeUnitCount
        reserve(count)
        unsafe (base + used).update(from: literal.utf8Start, count: count)
        used &+= count
    }

    @inlinable public mutating func append(_ bytes: [UInt8]) { append(bytes, 0..<bytes.count) }

    /// A part of an array, without an intermediate slice.
    @inlinable public mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "outside the array")
        let count = range.count
        if count == 0 { return }
        reserve(count)
        unsafe bytes.withUnsafeBufferPointer { source in
            unsafe (base + used).update(from: source.baseAddress.unsafelyUnwrapped + range.lowerBound, count: count)
        }
        used &+= count
    }

    @inlinable public mutating func append(_ bytes: ArraySlice<UInt8>) {
        reserve(bytes.count)
        unsafe bytes.withUnsafeBufferPointer { source in
            guard let start = source.baseAddress else { return }
            unsafe (base + used).update(from: start, count: source.count)
        }
        used &+= bytes.count
    }

    @inlinable public mutating func append(_ bytes: Span<UInt8>) {
        reserve(bytes.count)
        unsafe bytes.withUnsafeBufferPointer { source in
            guard let start = source.baseAddress else { return }
            unsafe (base + used).update(from: start, count: source.count)
        }
        used &+= bytes.count
    }

    /// The text's UTF-8 bytes.
    @inlinable public mutating func append(_ text: String) {
        let done: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { source in
            let count = source.count
            if count == 0 { return }
            reserve(count)
            unsafe (base + used).update(from: source.baseAddress.unsafelyUnwrapped, count: count)
            used &+= count
        }
        if done == nil {
            for byte in text.utf8 { append(byte) }
        }
    }

    /// The UTF-8 bytes of one Unicode scalar value.
    public mutating func append(scalar: UInt32) {
        reserve(4)
        let tail = UInt8(truncatingIfNeeded: scalar & 0x3F) | 0x80
        let middle = UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F) | 0x80
        switch scalar {
        case 0..<0x80: append(UInt8(scalar))
        case 0x80..<0x800:
            append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
            append(tail)
        case 0x800..<0x10000:
            append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
            append(middle)
            append(tail)
        default:
            append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18 & 7))
            append(UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F) | 0x80)
            append(middle)
            append(tail)
        }
    }

    @inlinable public mutating func append(repeating byte: UInt8, count: Int) {
        if count <= 0 { return }
        reserve(count)
        unsafe (base + used).update(repeating: byte, count: count)
        used &+= count
    }

    /// An integer in decimal digits, `-` in front where negative.
    @inlinable public mutating func appendDecimal(_ value: Int64) {
        if value >= 0 && value < 10 {
            append(UInt8(truncatingIfNeeded: value) &+ 0x30)
        } else {
            if value < 0 { append(UInt8(ascii: "-")) }
            appendDigits(value.magnitude, atLeast: 1)
        }
    }

    @inlinable public mutating func appendDecimal(_ value: Int) { appendDecimal(Int64(value)) }

    /// The number `mantissa` / 10^`scale`, with `scale` digits behind the point.
    public mutating func appendDecimal(mantissa: Int64, scale: Int) {
        if scale <= 0 { return appendDecimal(mantissa) }
        if mantissa < 0 { append(UInt8(ascii: "-")) }
        appendDigits(mantissa.magnitude, atLeast: scale + 1)
        reserve(1)
        for position in stride(from: used, to: used - scale, by: -1) { unsafe base[position] = base[position - 1] }
        unsafe base[used - scale] = UInt8(ascii: ".")
        used += 1
    }

    @usableFromInline mutating func appendDigits(_ value: UInt64, atLeast width: Int) {
        var digits = 1
        var power: UInt64 = 10
        while value >= power {
            digits &+= 1
            let (next, overflow) = power.multipliedReportingOverflow(by: 10)
            if overflow { break }
            power = next
        }
        digits = max(digits, width)
        reserve(digits)
        var rest = value
        var position = used &+ digits
        while position > used {
            position &-= 1
            unsafe base[position] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
            rest /= 10
        }
        used &+= digits
    }
}

extension ByteBuffer {
    /// The bytes of an integer, the lowest first.
    @inlinable public mutating func append<Integer: FixedWidthInteger & BitwiseCopyable>(littleEndian value: Integer) {
        let size = MemoryLayout<Integer>.size
        reserve(size)
        unsafe UnsafeMutableRawPointer(base + used).storeBytes(of: value.littleEndian, as: Integer.self)
        used &+= size
    }

    /// The lowest bytes of a word, the lowest first; eight at most.
    @inlinable public mutating func append(littleEndian word: UInt64, bytes count: Int) {
        precondition(count >= 0 && count <= 8, "more bytes than a word has")
        reserve(8)
        unsafe UnsafeMutableRawPointer(base + used).storeBytes(of: word.littleEndian, as: UInt64.self)
        used &+= count
    }
}
