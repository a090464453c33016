public import ReportModel

/// Tables that a text draws or parts in unusual ways: frames of `+--+` or box characters, commas, lists of quoted cells, a whole
/// report on one line.
///
/// A text that was not understood as it stands is written anew with tabs between the cells and a row a line. Figures are
/// copied as they stand; nothing is added.
public enum TextTables {
    /// The same text with rows that tabs part; nil where nothing in it is unusual.
    public static func rewritten(_ document: Document) -> Rewriting? {
        guard document.text.count <= mostBytes else { return nil }
        guard document.grids.isEmpty else {
            let cleaned = IndexedGrids.cleaned(document)
            return (TurnedGrids.turned(cleaned ?? document) ?? cleaned).map { Rewriting(document: $0, isDrawn: false) }
        }
        guard document.format == .text || document.format == .html else { return nil }
        var lines = document.lines.map { TextLine(document, $0) }
        var isChanged = LinePrefixes.drop(&lines)
        if TabLines.unfold(&lines) { isChanged = true }
        if JSONTables.unfold(&lines) { isChanged = true }
        if MarkedRows.unfold(&lines) { isChanged = true }
        if Glosses.drop(&lines) { isChanged = true }
        if LineMarks.clean(&lines) { isChanged = true }
        if HeadingMarks.clean(&lines) { isChanged = true }
        if LongLines.cut(&lines) { isChanged = true }
        if BracketedCells.unfold(&lines) { isChanged = true }
        if IndexedRows.unfold(&lines) { isChanged = true }
        let isDrawn = DrawnTables.unfold(&lines)
        if isDrawn { isChanged = true }
        if PairRows.unfold(&lines) || SeparatedRows.unfold(&lines) { isChanged = true }
        if IndexColumn.drop(&lines) { isChanged = true }
        if TurnedRows.unfold(&lines) { isChanged = true }
        if StackedCells.unfold(&lines) { isChanged = true }
        guard isChanged else { return nil }
        return Rewriting(document: self.document(lines, like: document), isDrawn: isDrawn)
    }

    /// A document of these lines.
    static func document(_ lines: [TextLine], like document: Document) -> Document {
        var text: [UInt8] = []
        text.reserveCapacity(document.text.count + document.text.count / 8)
        let cut = lines.map { line in
            let start = text.count
            text += line.utf8
            defer { text.append(0x0A) }
            return Line(span: SourceSpan(start, text.count), number: line.number, page: line.page)
        }
        return Document(text: text, lines: cut, format: document.format, encoding: document.encoding, metadata: document.metadata)
    }

    /// A report has some ten thousand bytes; what is much larger is not looked at twice.
    private static let mostBytes = 1 << 21
}
