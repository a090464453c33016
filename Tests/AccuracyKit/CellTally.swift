/// How the cells of some reports came out.
public struct CellTally: Sendable {
    public var reports = 0
    /// Reports that were not found, or found where there is none.
    public var misplacedReports = 0
    public var wrongIssuers = 0
    public var wrongYears = 0
    /// Cells that the text determines, or where something was given although it does not.
    public var cells = 0
    public var exact = 0
    public var wrong = 0
    public var missing = 0
    public var extra = 0
    /// Wrong or extra, and nothing warns of it: the cell is `reported`, its report is `clean`.
    public var silent = 0
    /// Nothing was given where the text does not determine the cell.
    public var doubted = 0

    public init() {}

    /// Not exact, but with a warning.
    public var flagged: Int { cells - exact - silent }

    public static func += (left: inout CellTally, right: CellTally) {
        left.reports += right.reports
        left.misplacedReports += right.misplacedReports
        left.wrongIssuers += right.wrongIssuers
        left.wrongYears += right.wrongYears
        left.cells += right.cells
        left.exact += right.exact
        left.wrong += right.wrong
        left.missing += right.missing
        left.extra += right.extra
        left.silent += right.silent
        left.doubted += right.doubted
    }
}
