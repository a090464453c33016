/// One decoded document: its text as UTF-8 bytes, cut into lines, and its structured tables, in reading order.
///
/// The text of plain formats is one run of lines. Structured formats (HTML, DOCX, PDF) give their paragraphs as lines and
/// their tables as ``Grid``s; each grid stands in ``lines`` as one anchor line whose `grid` is its index.
public struct Document: Sendable {
    /// Valid UTF-8. Holds the text of lines and of grid cells.
    public var text: [UInt8]
    public var lines: [Line]
    public var grids: [Grid]
    public var format: DocumentFormat
    public var encoding: TextEncoding
    public var metadata: DocumentMetadata

    public init(
        text: [UInt8], lines: [Line], grids: [Grid] = [], format: DocumentFormat, encoding: TextEncoding,
        metadata: DocumentMetadata = DocumentMetadata()
    ) {
        self.text = text
        self.lines = lines
        self.grids = grids
        self.format = format
        self.encoding = encoding
        self.metadata = metadata
    }

    /// The text of a span, for messages and for the edges of the program.
    public func string(_ span: SourceSpan) -> String {
        String(decoding: text[span.range], as: UTF8.self)
    }
}

/// One line (or paragraph) of a document, without its line end.
public struct Line: Hashable, Sendable {
    public var span: SourceSpan
    /// The number of the line in the source, from 1. For HTML the line of the source file, for DOCX the paragraph.
    public var number: Int32
    /// The page, from 1; 0 where there are none.
    public var page: UInt16
    /// Index into ``Document/grids`` where this line stands for a structured table; -1 otherwise.
    public var grid: Int32

    @inlinable public init(span: SourceSpan, number: Int32, page: UInt16 = 0, grid: Int32 = -1) {
        self.span = span
        self.number = number
        self.page = page
        self.grid = grid
    }

    public var locator: Locator { Locator(line: number, page: page) }
}

/// A structured table. Cells stand in source order (row by row, left to right).
public struct Grid: Sendable {
    public var rows: Int
    public var columns: Int
    public var cells: [GridCell]

    public init(rows: Int, columns: Int, cells: [GridCell]) {
        self.rows = rows
        self.columns = columns
        self.cells = cells
    }
}

/// One cell of a structured table, at the place where it starts.
public struct GridCell: Hashable, Sendable {
    /// The cell's text; paragraphs are parted by a line feed.
    public var span: SourceSpan
    /// Row and column of the expanded table (row and column spans counted), from 0.
    public var row: Int32
    public var column: Int32
    public var rowSpan: Int32
    public var columnSpan: Int32
    public var locator: Locator

    public init(
        span: SourceSpan, row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, locator: Locator
    ) {
        self.span = span
        self.row = Int32(row)
        self.column = Int32(column)
        self.rowSpan = Int32(rowSpan)
        self.columnSpan = Int32(columnSpan)
        self.locator = locator
    }
}

/// What kind of document an input proved to be. The raw value is what `files.format` says.
public enum DocumentFormat: String, CaseIterable, Sendable {
    case text, html, docx, pdf, unknown
}

/// The charset an input was read in. The raw value is what `files.encoding` says.
public enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case utf16le = "utf-16le"
    case utf16be = "utf-16be"
    case gb18030
    case none = ""
}

/// What a structured document says of itself outside its body (a page's metadata table, say). Never a source of cells.
public struct DocumentMetadata: Hashable, Sendable {
    public var title: String?
    public var issuer: String?
    /// ISO 8601, `2024-01-31`.
    public var publishedOn: String?
    public var documentNumber: String?

    public init() {}
}
