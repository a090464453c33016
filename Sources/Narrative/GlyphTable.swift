internal import HanText

/// What every code unit of the Basic Multilingual Plane is folded to.
struct GlyphTable: Sendable {
    /// Left out: blanks, Markdown marks.
    static let skipped: UInt16 = 0x8000
    /// Ends a sentence; left out too.
    static let sentenceEnd: UInt16 = 0x8001
    /// A digit, Chinese figure or multiplier.
    static let figure: UInt16 = 0x4000
    /// A mark that parts clauses, or a bracket or quotation mark.
    static let mark: UInt16 = 0x2000
    /// Starts a measure word, or may stand between a figure and its measure word, or ends a clause.
    static let followsFigure: UInt16 = 0x1000
    /// May be part of a "none": 没, 未, 无, 收, 零.
    static let negation: UInt16 = 0x0800
    static let flags: UInt16 = 0xF800
    /// The character's number in the vocabulary; 0 for one that occurs in no word.
    static let number: UInt16 = 0x07FF

    /// Code and symbol, side by side.
    let entries: [UInt32]

    /// - Parameters:
    ///   - folded: the standard form of every code unit
    ///   - symbols: the number in the vocabulary of every standard code unit
    ///   - unitStarts: the first characters of measure words
    init(folded: [UInt16], symbols: [UInt16], unitStarts: Set<UInt16>) {
        entries = (0..<0x10000).map { code in
            let standard = folded[code]
            var symbol = symbols[Int(standard)]
            if ChineseNumber.digit(UInt32(standard)) != nil || ChineseNumber.multiplier(UInt32(standard)) != nil
                || (standard >= 0x30 && standard <= 0x39)
            {
                symbol |= GlyphTable.figure
            }
            if unitStarts.contains(standard) { symbol |= GlyphTable.followsFigure }
            switch standard {
            case 0x2C, 0x3B, 0x3A, 0x7C, 0x3001, 0x28, 0x29:
                symbol |= GlyphTable.mark | GlyphTable.followsFigure
            case 0x3010, 0x3011, 0x3014, 0x3015, 0x5B, 0x5D, 0x300A, 0x300B, 0x201C, 0x201D:
                symbol |= GlyphTable.mark
            // 余 多 来 几, 分 as in 百分之, percent signs
            case 0x4F59, 0x591A, 0x6765, 0x51E0, 0x5206, 0x25, 0x2030:
                symbol |= GlyphTable.followsFigure
            // 没 未 无, 收 as in 不收取, 零 as in 零申请
            case 0x6CA1, 0x672A, 0x65E0, 0x6536, 0x96F6: symbol |= GlyphTable.negation
            case 0x3002, 0x21, 0x3F, 0xFF61: symbol = GlyphTable.sentenceEnd
            case 0x2A, 0x23: symbol = GlyphTable.skipped
            default: break
            }
            if ScalarClass.isBlank(UInt32(code)) { symbol = GlyphTable.skipped }
            return UInt32(standard) << 16 | UInt32(symbol)
        }
    }

    /// The half-width, standard form of a code unit.
    func folded(_ code: UInt16) -> UInt16 { UInt16(truncatingIfNeeded: entries[Int(code)] >> 16) }

    @inline(__always)
    func symbol(_ scalar: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: entries[Int(scalar)]) }
}
