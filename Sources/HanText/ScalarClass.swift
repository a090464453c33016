/// What a scalar is, as far as this form's prints go.
public enum ScalarClass {
    /// Full-width ASCII folded to ASCII, and the few other scalars that stand for an ASCII one.
    @inlinable @inline(__always)
    public static func folded(_ value: UInt32) -> UInt32 {
        if value < 0x2000 || value >= 0x4E00 && value < 0xFE00 { return value }
        if value >= 0xFF01 && value <= 0xFF5E { return value - 0xFEE0 }
        switch value {
        case 0x3000, 0x2002...0x200A, 0x202F, 0x205F: return 0x20
        case 0x2010...0x2015, 0x2212, 0xFE63, 0xFE58, 0x2500, 0x30FC: return 0x2D
        case 0xFE55: return 0x3A
        default: return value
        }
    }

    /// White space, no-break blanks, and marks that print nothing.
    @inlinable @inline(__always)
    public static func isBlank(_ value: UInt32) -> Bool {
        if value > 0x20 && value < 0x85 || value >= 0x3165 && value < 0xE4C6 { return false }
        switch value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0xAD, 0x3000, 0x2000...0x200F, 0x2028...0x202F, 0x205F, 0x2060, 0xFEFF,
            0x180E, 0x3164, 0xE4C6, 0xE5E5:
            return true
        default: return false
        }
    }

    @inlinable @inline(__always)
    public static func digit(_ value: UInt32) -> UInt32? {
        if value >= 0x30 && value <= 0x39 { return value - 0x30 }
        if value >= 0xFF10 && value <= 0xFF19 { return value - 0xFF10 }
        return nil
    }

    /// A Han character or a letter: what labels are made of.
    @inlinable @inline(__always)
    public static func isLetter(_ value: UInt32) -> Bool {
        if value >= 0x3400 { return value <= 0x9FFF || (value >= 0xF900 && value <= 0xFAFF) || value >= 0x20000 }
        if value == 0x3007 || value == 0x3005 { return true }
        if value < 0x80 { return (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
        return value >= 0xC0 && value <= 0x24F
    }

    /// 1 ... 10 for 一 ... 十, as they number headings and rows; 0 for all else.
    @inlinable @inline(__always)
    public static func hanOrdinal(_ value: UInt32) -> Int {
        switch value {
        case 0x4E00: 1
        case 0x4E8C: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        case 0x5341: 10
        default: 0
        }
    }

    @inlinable @inline(__always)
    public static func isOpeningBracket(_ value: UInt32) -> Bool {
        value == 0x28 || value == 0xFF08 || value == 0x5B || value == 0x3010 || value == 0x3014
    }

    @inlinable @inline(__always)
    public static func isClosingBracket(_ value: UInt32) -> Bool {
        value == 0x29 || value == 0xFF09 || value == 0x5D || value == 0x3011 || value == 0x3015
    }

    /// A dash of any width, or a run-on bar: what clerks put into a cell that holds nothing.
    @inlinable @inline(__always)
    public static func isDash(_ value: UInt32) -> Bool {
        switch value {
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D, 0xFE63, 0xFE58, 0x2500, 0x2501, 0x30FC: true
        default: false
        }
    }
}
