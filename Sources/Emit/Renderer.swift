public import ReportModel
import Tables

/// Turns what became of a file into rows. Immutable; any number of workers share one, each with batches of its own.
public struct Renderer: Sendable {
    private let style: CSVStyle?
    private let formats: [any TableFormat]

    public init(options: EmitOptions) {
        style = options.hasCSV ? CSVStyle(flavor: options.flavor, headers: options.headers) : nil
        formats = options.formats
    }

    /// An empty batch for this renderer's rows.
    public func makeBatch() -> RowBatch { RowBatch(style: style, formats: formats) }

    /// Appends the rows of one file and its reports to a batch.
    ///
    /// - Parameter document: what the reports' spans refer to; nil only where there are no reports.
    public func render(_ file: FileRecord, reports: [Report], document: Document?, into batch: RowBatch) {
        batch.add(file, reports: reports, document: document)
    }
}
