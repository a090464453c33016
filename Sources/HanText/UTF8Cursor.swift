/// Reads scalars from valid UTF-8. Bytes are trusted to be valid: Decode has checked them.
public enum UTF8Cursor {
    /// The scalar that starts at `index`, and the index behind it. `index` must lie inside the text.
    @inlinable @inline(__always)
    public static func scalar(in text: Span<UInt8>, at index: Int) -> (value: UInt32, next: Int) {
        let first = text[index]
        if first < 0x80 { return (UInt32(first), index + 1) }
        let count = text.count
        if first >= 0xE0 && first < 0xF0 && index + 2 < count {
            let value =
                UInt32(first & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
            return (value, index + 3)
        }
        if first < 0xE0 && index + 1 < count {
            return (UInt32(first & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F), index + 2)
        }
        if index + 3 < count {
            let value =
                UInt32(first & 0x07) << 18 | UInt32(text[index + 1] & 0x3F) << 12 | UInt32(text[index + 2] & 0x3F) << 6
                | UInt32(text[index + 3] & 0x3F)
            return (value, index + 4)
        }
        return (0xFFFD, count)
    }

    /// The scalar that ends before `index`, and the index at which it starts.
    @inlinable
    public static func scalarBefore(in text: Span<UInt8>, _ index: Int, from lower: Int) -> (value: UInt32, start: Int) {
        var start = index - 1
        while start > lower && text[start] & 0xC0 == 0x80 { start -= 1 }
        return (scalar(in: text, at: start).value, start)
    }
}
