/// How a cell's value came about. The raw value is what the tables say.
public enum CellStatus: String, CaseIterable, Sendable {
    /// A number stood in print and is taken as it stands.
    case reported
    /// The cell is there, empty or a dash.
    case blank
    /// The print does not say which cell the number belongs to; the arithmetic of the form leaves one answer.
    case inferred
    /// Something stands there that is no number, or numbers that cannot be tied to a cell.
    case unreadable
    /// The row or table is not in the text.
    case absent
}

/// An exact decimal: `mantissa` / 10^`scale`.
public struct DecimalValue: Hashable, Sendable {
    public var mantissa: Int64
    /// 0 ... 12, without trailing zeros after the point.
    public var scale: UInt8

    @inlinable public init(mantissa: Int64, scale: UInt8 = 0) {
        var mantissa = mantissa
        var scale = scale
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10
            scale -= 1
        }
        self.mantissa = mantissa
        self.scale = scale
    }

    @inlinable public init(_ integer: Int) { self.init(mantissa: Int64(integer)) }

    /// The nearest binary fraction.
    public var double: Double {
        var divisor = 1.0
        for _ in 0..<scale { divisor *= 10 }
        return Double(mantissa) / divisor
    }
}

/// One cell of a statutory table before its number is read: what stood where, and why it was put here.
public struct RawCell: Hashable, Sendable {
    /// `reported`, `blank`, `inferred`, `unreadable` or `absent`, as far as placing goes; reading the number may still make
    /// a `reported` cell `unreadable`.
    public var status: CellStatus
    /// What stood in print, remark and unit included.
    public var raw: SourceSpan
    public var locator: Locator
    public var rule: PlacementRule

    public init(
        status: CellStatus, raw: SourceSpan = .empty, locator: Locator = .none, rule: PlacementRule = .none
    ) {
        self.status = status
        self.raw = raw
        self.locator = locator
        self.rule = rule
    }

    public static let absent = RawCell(status: .absent)
}

/// One cell of a statutory table.
public struct Cell: Hashable, Sendable {
    public var value: DecimalValue?
    public var status: CellStatus
    public var raw: SourceSpan
    public var locator: Locator
    public var rule: PlacementRule

    public init(
        value: DecimalValue?, status: CellStatus, raw: SourceSpan, locator: Locator, rule: PlacementRule
    ) {
        self.value = value
        self.status = status
        self.raw = raw
        self.locator = locator
        self.rule = rule
    }
}

/// One statutory table as extracted: a cell for every cell of its form, in codebook order; none where the form is unknown.
public struct RawTable: Sendable {
    public var form: FormVersion?
    public var cells: [RawCell]
    /// The unit that the header over the sums of money prints; nil where it prints none.
    public var moneyHeader: PrintedMoneyUnit?

    public init(form: FormVersion? = nil, cells: [RawCell] = []) {
        self.form = form
        self.cells = cells
    }
}

/// One statutory table with its numbers read.
public struct FormTable: Sendable {
    public var form: FormVersion?
    /// In codebook order.
    public var cells: [Cell]

    public init(form: FormVersion? = nil, cells: [Cell] = []) {
        self.form = form
        self.cells = cells
    }
}
