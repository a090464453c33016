import Bytes
import ReportModel
import Tables

/// Rows of a statutory table. Most of their columns follow from the cell's number, so that four tokens a row are kept, and one
/// entry for the cells of a report.
struct CellLane: ~Copyable {
    /// The cells of one report's table.
    struct Run: BitwiseCopyable {
        /// The token of the report's identifier.
        var id: UInt32
        /// The running number of the first cell in ``Tables/CellCatalogue``.
        var first: Int
        var count: Int
        /// Rows of the lane in front of it.
        var start: Int
    }

    /// Tokens of a row: value, raw, status, locator.
    static let width = 4

    private(set) var values = LaneValues()
    private(set) var tokens = ValueBuffer<UInt32>()
    /// One for each report in order; empty where the table's form is unknown.
    private(set) var runs = ValueBuffer<Run>()

    var byteCount: Int { values.byteCount + tokens.count * 4 }

    mutating func removeAll() {
        values.removeAll()
        tokens.removeAll(keepingAtMost: 1 << 20)
        runs.removeAll(keepingAtMost: 1 << 12)
    }

    mutating func add(_ table: FormTable, of kind: StatutoryTable, id: Span<UInt8>, text: Span<UInt8>) {
        let start = tokens.count / CellLane.width
        guard let form = table.form else { return runs.append(Run(id: Token.null, first: 0, count: 0, start: start)) }
        let numbers = CellCatalogue.shared.cells(form, kind)
        runs.append(
            Run(id: values.token(identifier: id), first: numbers.lowerBound, count: numbers.count, start: start))
        tokens.reserve(numbers.count * CellLane.width)
        Rows.forEachCell(table, count: numbers.count) { cell in add(cell, text: text) }
    }

    @inline(__always)
    private mutating func add(_ cell: Cell, text: Span<UInt8>) {
        if let value = cell.value {
            tokens.append(values.token(mantissa: value.mantissa, scale: value.scale))
        } else {
            tokens.append(Token.null)
        }
        let raw = cell.raw
        if raw.start >= 0 && raw.end > raw.start && Int(raw.end) <= text.count {
            tokens.append(values.token(word: text.extracting(raw.range)))
        } else {
            tokens.append(Token.null)
        }
        tokens.append(UInt32(truncatingIfNeeded: Code(cell.status).index))
        tokens.append(values.token(cell.locator))
    }
}
