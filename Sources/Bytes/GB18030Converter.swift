internal import CIconv
import Glibc

/// GB18030 (and with it GBK and GB 2312) to UTF-8.
///
/// Two-byte characters, nearly all there are, come from a table which iconv fills once a process; the rare four-byte
/// ones go through iconv each.
@safe public struct GB18030Converter: ~Copyable {
    private let handle: iconv_t

    public init() throws(TextConversionError) {
        guard let handle = unsafe iconv_open("UTF-8", "GB18030"), Int(bitPattern: handle) != -1 else {
            throw .unavailable
        }
        unsafe self.handle = handle
    }

    deinit { unsafe _ = iconv_close(handle) }

    /// Appends `input` as UTF-8. What was converted before a bad sequence stays in `output`.
    public mutating func convert(_ input: Span<UInt8>, into output: inout ByteBuffer) throws(TextConversionError) {
        // Two bytes become at most three, four at most four.
        output.reserve(input.count + input.count / 2 + 8)
        let stop = unsafe input.withUnsafeBufferPointer { source -> Stop in
            unsafe GB18030Converter.table.withUnsafeBufferPointer { table in
                unsafe convert(source, table, &output)
            }
        }
        switch stop {
        case .end: return
        case .bad(let offset): throw .badSequence(offset: offset)
        case .cut(let offset): throw .cutOff(offset: offset)
        }
    }

    private enum Stop {
        case end
        case bad(Int)
        case cut(Int)
    }

    private borrowing func convert(
        _ source: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt16>, _ output: inout ByteBuffer
    ) -> Stop {
        let count = source.count
        guard let bytes = source.baseAddress else { return .end }
        var position = 0
        // The buffer has room for everything, so that its memory stays where it is.
        var out = unsafe output.base + output.used
        defer { unsafe output.used = out - output.base }
        while position < count {
            let lead = unsafe bytes[position]
            if lead < 0x80 {
                unsafe out.pointee = lead
                unsafe out += 1
                position &+= 1
                continue
            }
            if lead == 0x80 || lead == 0xFF { return .bad(position) }
            if position + 1 >= count { return .cut(position) }
            let trail = unsafe bytes[position + 1]
            if trail >= 0x40 {
                if trail == 0x7F || trail == 0xFF { return .bad(position) }
                let unit = unsafe table[(Int(lead) - 0x81) * GB18030Converter.width + Int(trail) - 0x40]
                if unit == 0 { return .bad(position) }
                if unit < 0x800 {
                    unsafe out[0] = 0xC0 | UInt8(truncatingIfNeeded: unit >> 6)
                    unsafe out[1] = 0x80 | UInt8(truncatingIfNeeded: unit & 0x3F)
                    unsafe out += 2
                } else {
                    unsafe out[0] = 0xE0 | UInt8(truncatingIfNeeded: unit >> 12)
                    unsafe out[1] = 0x80 | UInt8(truncatingIfNeeded: (unit >> 6) & 0x3F)
                    unsafe out[2] = 0x80 | UInt8(truncatingIfNeeded: unit & 0x3F)
                    unsafe out += 3
                }
                position &+= 2
            } else {
                guard trail >= 0x30 && trail <= 0x39 else { return .bad(position) }
                if position + 3 >= count { return .cut(position) }
                let four = unsafe (lead, trail, bytes[position + 2], bytes[position + 3])
                unsafe output.used = out - output.base
                let isKnown = convert(one: four, count: 4, into: &output)
                unsafe out = output.base + output.used
                guard isKnown else { return .bad(position) }
                position += 4
            }
        }
        return .end
    }

    /// Appends what iconv makes of one character; false where that is nothing.
    private borrowing func convert(
        one character: (UInt8, UInt8, UInt8, UInt8), count: Int, into output: inout ByteBuffer
    ) -> Bool {
        var character = character
        output.reserve(8)
        return unsafe withUnsafeMutableBytes(of: &character) { input in
            var from = unsafe input.baseAddress?.assumingMemoryBound(to: CChar.self)
            var fromLeft = count
            var to: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutableRawPointer(output.base + output.used)
                .assumingMemoryBound(to: CChar.self)
            var toLeft = 8
            let status = unsafe iconv(handle, &from, &fromLeft, &to, &toLeft)
            guard status == 0, fromLeft == 0 else {
                unsafe _ = iconv(handle, nil, nil, nil, nil)
                return false
            }
            output.used += 8 - toLeft
            return true
        }
    }

    private static let width = 191

    /// UTF-16 units by `(lead - 0x81) * width + (trail - 0x40)`; 0 where iconv knows none.
    private static let table: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 126 * width)
        guard let converter = try? GB18030Converter() else { return table }
        var buffer = ByteBuffer()
        for lead in 0..<126 {
            for trail in 0..<width where trail != 0x7F - 0x40 {
                buffer.removeAll()
                let pair = (UInt8(lead + 0x81), UInt8(trail + 0x40), UInt8(0), UInt8(0))
                guard converter.convert(one: pair, count: 2, into: &buffer) else { continue }
                let scalars = buffer.string(0..<buffer.count).unicodeScalars
                if scalars.count == 1, let scalar = scalars.first, scalar.value < 0x10000 {
                    table[lead * width + trail] = UInt16(scalar.value)
                }
            }
        }
        return table
    }()
}
