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
        let cells = table.cells.span
        for index in 0..<numbers.count {
            // A cell that was not given is written as absent.
            let cell = index < cells.count ? cells[index] : Rows.absent
            sink.cellRow(cell, number: numbers.lowerBound &+ index, id: id, text: text)
        }
    }

    @usableFromInline static let absent = Cell(value: nil, status: .absent, raw: .empty, locator: .none, rule: .none)
}
