/// UTF-16 to UTF-8.
public enum UTF16Converter {
    /// Appends `input` as UTF-8. What was converted before a bad sequence stays in `output`.
    public static func convert(
        _ input: Span<UInt8>, bigEndian: Bool, into output: inout ByteBuffer
    ) throws(TextConversionError) {
        output.reserve(input.count + input.count / 2 + 4)
        var position = 0
        while position < input.count {
            guard position + 1 < input.count else { throw .cutOff(offset: position) }
            var scalar = unit(input, position, bigEndian)
            var length = 2
            if scalar & 0xF800 == 0xD800 {
                guard scalar < 0xDC00 else { throw .badSequence(offset: position) }
                guard position + 3 < input.count else { throw .cutOff(offset: position) }
                let second = unit(input, position + 2, bigEndian)
                guard second & 0xFC00 == 0xDC00 else { throw .badSequence(offset: position) }
                scalar = 0x10000 + ((scalar & 0x3FF) << 10 | second & 0x3FF)
                length = 4
            }
            output.append(scalar: scalar)
            position += length
        }
    }

    private static func unit(_ bytes: Span<UInt8>, _ position: Int, _ bigEndian: Bool) -> UInt32 {
        let first = UInt32(bytes[position])
        let second = UInt32(bytes[position + 1])
        return bigEndian ? first << 8 | second : second << 8 | first
    }
}
