public import ReportModel

extension Rows {
    /// The rows of `disclosures`, `applications` or `proceedings`: one for every cell of the table's form, none where the
    /// form is unknown.
    ///
    /// - Parameters:
    ///   - id: the report's identifier.
    ///   - text: the text of its document, for `raw`.
    @inlinable public static func cells<Sink: RowSink & ~Copyable>(
        _ table: FormTable, of kind: StatutoryTable, id: Span<UInt8>, text: Span<UInt8>, into sink: inout Sink
    ) {
        guard let form = table.form else { return }
        let numbers = CellCatalogue.shared.cells(form, kind)
        var number = numbers.lowerBound
        forEachCell(table, count: numbers.count) { cell in
            sink.cellRow(cell, number: number, id: id, text: text)
            number &+= 1
        }
    }

    /// The cells of a table in form order, for formats that have their own way with them.
    ///
    /// - Parameter count: the cells of the table's form.
    @inlinable @inline(__always) public static func forEachCell(_ table: FormTable, count: Int, _ body: (Cell) -> Void) {
        let cells = table.cells.span
        for index in 0..<count {
            // A cell that was not given is written as absent.
            body(index < cells.count ? cells[index] : Rows.absent)
        }
    }

    @usableFromInline static let absent = Cell(value: nil, status: .absent, raw: .empty, locator: .none, rule: .none)
}
