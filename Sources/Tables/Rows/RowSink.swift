public import ReportModel

/// Takes the rows of one table, cell by cell in the order of its columns. One implementation a format.
///
/// Spans are valid UTF-8 and live only as long as the call. A row that is begun is ended with every cell given.
public protocol RowSink: ~Copyable {
    mutating func beginRow()
    mutating func null()
    mutating func integer(_ value: Int)
    mutating func text(_ bytes: Span<UInt8>)
    /// ASCII letters, digits and `_` only.
    mutating func identifier(_ bytes: Span<UInt8>)
    mutating func code(_ code: Code)
    mutating func decimal(_ value: DecimalValue)
    /// `2024-01-31`.
    mutating func date(_ bytes: Span<UInt8>)
    /// Never ``Locator/none``.
    mutating func locator(_ locator: Locator)
    mutating func boolean(_ value: Bool)
    /// The cells of ``CatalogueCell/codes``, for the cell of this running number of ``CellCatalogue``.
    mutating func constants(ofCell cell: Int)
    /// A whole row of a statutory table: most rows are such rows, so that a format may have a quicker way to the same bytes.
    mutating func cellRow(_ cell: Cell, number: Int, id: Span<UInt8>, text: Span<UInt8>)
    mutating func endRow()
}

extension RowSink where Self: ~Copyable {
    @inlinable public mutating func identifier(_ bytes: Span<UInt8>) { text(bytes) }

    public mutating func constants(ofCell cell: Int) {
        for code in CellCatalogue.shared.cells[cell].codes { self.code(code) }
    }

    @inlinable public mutating func cellRow(_ cell: Cell, number: Int, id: Span<UInt8>, text: Span<UInt8>) {
        let catalogued = CellCatalogue.shared.cells[number]
        beginRow()
        identifier(id)
        constants(ofCell: number)
        decimal(cell.value)
        if catalogued.table == .disclosures { code(catalogued.unit) }
        self.text(cell.raw, of: text)
        code(Code(cell.status))
        place(cell.locator)
        endRow()
    }

    // Nulls for what is not there.

    /// A piece of a document's text.
    @inlinable public mutating func text(_ span: SourceSpan, of text: Span<UInt8>) {
        if span.start >= 0 && span.end > span.start && Int(span.end) <= text.count {
            self.text(text.extracting(span.range))
        } else {
            null()
        }
    }

    public mutating func text(_ string: String?) {
        guard let string, !string.isEmpty else { return null() }
        text(string.utf8.span)
    }

    public mutating func identifier(_ string: String?) {
        guard let string, !string.isEmpty else { return null() }
        identifier(string.utf8.span)
    }

    public mutating func date(_ string: String?) {
        guard let string, !string.isEmpty else { return null() }
        date(string.utf8.span)
    }

    public mutating func integer(_ value: Int?) {
        guard let value else { return null() }
        integer(value)
    }

    @inlinable @inline(__always) public mutating func decimal(_ value: DecimalValue?) {
        guard let value else { return null() }
        decimal(value)
    }

    @inlinable public mutating func code(_ code: Code?) {
        guard let code else { return null() }
        self.code(code)
    }

    @inlinable public mutating func place(_ locator: Locator) {
        if locator.row == 0 { null() } else { self.locator(locator) }
    }
}
