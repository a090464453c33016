/// The limits within which a PDF is read.
public struct PDFOptions: Sendable {
    /// The program that gives the words of a PDF with their places; looked up in `PATH` unless it holds a slash.
    public var program = "pdftotext"
    /// The program that gives the drawing of a page, from which the ruling lines of tables are read; empty for none.
    public var drawProgram = "pdftocairo"
    /// The program that gives the picture of a page, for tables whose lines are no drawing; empty for none.
    public var renderProgram = "pdftoppm"
    /// Wall-clock seconds for everything that is done to one PDF.
    public var timeLimitSeconds = 20.0
    /// Address space of each child process, in bytes.
    public var memoryLimitBytes = 1 << 30
    /// The most that is taken from one child process, in bytes.
    public var maxOutputBytes = 64_000_000
    public var maxPages = 500

    public init() {}
}
