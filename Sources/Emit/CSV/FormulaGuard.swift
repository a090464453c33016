/// What a spreadsheet would run instead of show.
enum FormulaGuard {
    /// True for a text that begins with one of `=` `+` `-` `@`, their full-width forms, a tab or a line end. A signed number
    /// (`-2`, `+1,204.5`) and dashes alone (`-`, `--`) are harmless and stay as they are in print.
    static func isFormula(_ bytes: Span<UInt8>) -> Bool {
        guard let first = bytes.isEmpty ? nil : bytes[0] else { return false }
        switch first {
        case 0x3D, 0x40, 0x09, 0x0A, 0x0D: return true
        case 0x2B: return !isSignedNumber(bytes)
        case 0x2D: return !isSignedNumber(bytes) && !isDashes(bytes)
        case 0xEF: return isFullWidth(bytes)
        default: return false
        }
    }

    /// `＝` `＋` `－` `＠`; full-width dashes alone are harmless.
    private static func isFullWidth(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 3, bytes[1] == 0xBC else { return false }
        switch bytes[2] {
        case 0x9D, 0x8B, 0xA0: return true
        case 0x8D: return !isDashes(bytes)
        default: return false
        }
    }

    private static func isSignedNumber(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count > 1, isDigit(bytes[1]) else { return false }
        for index in 2..<max(bytes.count, 2)
        where !isDigit(bytes[index]) && bytes[index] != 0x2C && bytes[index] != 0x2E {
            return false
        }
        return true
    }

    /// `-` and `－` only.
    private static func isDashes(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x2D {
                index += 1
            } else if index + 2 < bytes.count && bytes[index] == 0xEF && bytes[index + 1] == 0xBC
                && bytes[index + 2] == 0x8D
            {
                index += 3
            } else {
                return false
            }
        }
        return true
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
