internal import HanText
internal import ReportModel

/// One piece of a table's region: a stretch of label text, a value, or an empty cell.
struct Piece {
    enum Kind: UInt8 {
        case text, number, dash, blank
        /// Something in a value's place that is no number.
        case junk
    }

    enum EnumeratorKind: UInt8 {
        case none
        /// `三、`
        case ordinal
        /// `（三）`
        case bracketed
        /// `3.`
        case digits
    }

    struct Flags: OptionSet {
        var rawValue: UInt8
        /// First piece of its line or table row.
        static let startsLine = Flags(rawValue: 1)
        /// Separators or a grid show where its cell begins and ends.
        static let delimited = Flags(rawValue: 2)
        /// Its line is a row: what comes after the line's end belongs to another row.
        static let rowwise = Flags(rawValue: 4)
        /// A page ends or begins beside it.
        static let besidePageBreak = Flags(rawValue: 8)
        /// A line of its own.
        static let alone = Flags(rawValue: 16)
        /// Part of a label.
        static let claimed = Flags(rawValue: 32)
        /// A bracket opens in it and does not close.
        static let opensRemark = Flags(rawValue: 64)
        /// A bracket closes in it that opened before.
        static let closesRemark = Flags(rawValue: 128)
    }

    var kind: Kind
    var flags: Flags
    var enumeratorKind: EnumeratorKind = .none
    var enumerator: UInt8 = 0
    var span: SourceSpan
    /// Range in ``PieceList/symbols``.
    var symbolStart: Int32 = 0
    var symbolEnd: Int32 = 0
    /// For text: the state of the trie to which all its symbols lead; ``LabelTrie/dead`` where they begin no label.
    var state: Int32 = -1
    /// How many of its symbols stand before the first bracket that opens behind one; 0 where none does.
    var remark: Int32 = 0
    /// Counts the lines of text and the rows of grids.
    var line: Int32
    var locator: Locator
    /// Columns on the line (a Han character is two wide), or columns of the grid.
    var left: Int32
    var right: Int32
    /// How many characters stand before its first one on the line: some converters align by characters, not by width.
    var narrowLeft: Int32 = 0
    var narrowRight: Int32 = 0
    /// No number has this value: they have seventeen digits at most.
    private var number = Int64.min

    /// The number, where it is an integer; nil otherwise.
    var integer: Int64? {
        get { number == Int64.min ? nil : number }
        set { number = newValue ?? Int64.min }
    }

    init(_ kind: Kind, _ flags: Flags, _ span: SourceSpan, line: Int32, _ locator: Locator, left: Int32, right: Int32) {
        self.kind = kind
        self.flags = flags
        self.span = span
        self.line = line
        self.locator = locator
        self.left = left
        self.right = right
    }

    var isValue: Bool { kind != .text }
    var symbolRange: Range<Int> { Int(symbolStart)..<Int(symbolEnd) }
}

/// The pieces of one region, in reading order.
struct PieceList {
    var pieces: [Piece] = []
    /// The symbols of all text pieces, one after another.
    var symbols: [UInt16] = []
    /// Indices of the pieces that were scanned as text.
    var texts: [Int32] = []
    /// How many runs of digits are part of no figure and no number of a row: `A4`, `1/2`, figures glued to words.
    var looseFigures = 0

    /// So many figures could not be read that a row without one cannot be called empty.
    var hidesFigures: Bool { looseFigures >= 8 }

    /// Where in a run so many numbers stand with nothing but empty cells on either side; nil where they do not.
    func fullStart(_ run: PieceStretch, _ width: Int) -> Int? {
        var start = run.range.lowerBound
        var end = run.range.upperBound
        while start < end && pieces[start].kind == .blank { start += 1 }
        while end > start && pieces[end - 1].kind == .blank { end -= 1 }
        guard end - start == width else { return nil }
        for at in start..<end where pieces[at].kind != .number { return nil }
        return start - run.range.lowerBound
    }

    /// The cell of a number.
    func number(_ piece: Int, _ rule: PlacementRule, isInferred: Bool = false) -> RawCell {
        RawCell(
            status: isInferred ? .inferred : .reported, raw: pieces[piece].span, locator: pieces[piece].locator, rule: rule)
    }
}
