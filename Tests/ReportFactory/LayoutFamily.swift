/// The ways in which a report's text is laid out. The raw value names the family in truth files and on the command line.
public enum LayoutFamily: String, CaseIterable, Sendable {
    /// Cells parted by tabs, merged cells empty or lost.
    case tabs
    /// `规章 | 0 | 0 | 2 |`, a row a line.
    case trailingPipes = "trailing_pipes"
    /// Every cell and every pipe on a line of its own.
    case pipeLines = "pipe_lines"
    /// `0 |`, a cell a line.
    case cellPipeLines = "cell_pipe_lines"
    /// A cell a line without separators; labels break, blank cells vanish.
    case cellLines = "cell_lines"
    /// One Markdown table a statutory table.
    case markdownTable = "markdown_table"
    /// One small Markdown table a row.
    case markdownRows = "markdown_rows"
    /// Markdown with an invented header row (`数据1`) over the right columns.
    case markdownHeader = "markdown_header"
    /// Text of a PDF line by line.
    case pdfLines = "pdf_lines"
    /// Text of a PDF with its columns kept by runs of spaces.
    case pdfLayout = "pdf_layout"
    /// Text of a PDF column by column: all labels, then all numbers.
    case pdfColumns = "pdf_columns"
    /// A web page.
    case html

    public static let textFamilies = allCases.filter { $0 != .html }

    public var fileExtension: String {
        switch self {
        case .html: "html"
        case .markdownTable, .markdownRows, .markdownHeader: "md"
        default: "txt"
        }
    }

    /// Whether an empty cell leaves no trace in the text.
    var hidesBlanks: Bool { self == .cellLines || self == .pdfLines || self == .pdfColumns }

    /// Whether cells are parted by spaces alone, so that a space inside a cell would part it too.
    var partsBySpaces: Bool { self == .pdfLines || self == .pdfLayout || self == .pdfColumns }
}
