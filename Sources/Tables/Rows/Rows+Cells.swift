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
        let catalogue = CellCatalogue.shared
        let numbers = catalogue.cells(form, kind)
        let cells = table.cells.span
        for index in 0..<numbers.count {
            let number = numbers.lowerBound + index
            sink.beginRow()
            sink.identifier(id)
            sink.constants(ofCell: number)
            guard index < cells.count else {
                sink.null()
                if kind == .disclosures { sink.code(catalogue.cells[number].unit) }
                sink.null()
                sink.code(Code(CellStatus.absent))
                sink.null()
                sink.endRow()
                continue
            }
            let cell = cells[index]
            sink.decimal(cell.value)
            if kind == .disclosures { sink.code(catalogue.cells[number].unit) }
            if cell.raw.start >= 0 && cell.raw.end > cell.raw.start && Int(cell.raw.end) <= text.count {
                sink.text(text.extracting(cell.raw.range))
            } else {
                sink.null()
            }
            sink.code(Code(cell.status))
            sink.place(cell.locator)
            sink.endRow()
        }
    }
}
