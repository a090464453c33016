import Bytes
import Markup
import PageText
import ReportModel

/// Reads one document that is all in memory: the readers of the single formats, behind one door.
final class DocumentReader {
    private let options: DecodeOptions
    private let markup: MarkupReader
    private let pdf: PDFReader
    private var text: TextReader
    private let page = SharedBuffer()

    init(options: DecodeOptions) {
        self.options = options
        markup = MarkupReader(options: options.markup)
        pdf = PDFReader(options: options.pdf)
        text = TextReader(maxLines: options.maxLines)
    }

    /// - Parameters:
    ///   - type: as told from the bytes; no container.
    ///   - location: a file that holds just these bytes, if there is one.
    ///   - charset: the charset that the transport named, if any.
    func read(
        _ bytes: Span<UInt8>, type: ContentType, location: String?, charset: String?
    ) throws(StageFailure) -> Outcome<Document> {
        let outcome = try unbounded(bytes, type: type, location: location, charset: charset)
        let lines = outcome.value.lines.count
        if lines > options.maxLines {
            throw StageFailure(.decode, .tooManyLines, "it has \(lines) lines, more than limits.lines allows, \(options.maxLines)")
        }
        let cells = outcome.value.grids.reduce(0) { $0 + $1.cells.count }
        if cells > options.maxCells {
            throw StageFailure(
                .decode, .tooManyCells, "its tables have \(cells) cells, more than limits.cells allows, \(options.maxCells)")
        }
        return outcome
    }

    private func unbounded(
        _ bytes: Span<UInt8>, type: ContentType, location: String?, charset: String?
    ) throws(StageFailure) -> Outcome<Document> {
        if bytes.isEmpty { throw TextReader.empty }
        switch type {
        case .text: return try text.read(bytes)
        case .html:
            // Blanks, byte order marks and NULs alone are no page.
            if DocumentReader.holdsNothing(bytes) { throw TextReader.empty }
            return try markup.html(ByteCopy.bytes(bytes), charsetHint: charset)
        case .markedText:
            page.clear()
            MarkedText.appendPage(bytes, to: &page.bytes)
            return try markup.html(page.bytes.bytes(), charsetHint: charset)
        case .pdf: return Outcome(try pdf.read(path: location, bytes: location == nil ? ByteCopy.bytes(bytes) : []))
        case .zip: return Outcome(try markup.docx(ByteCopy.bytes(bytes)))
        case .foreign(let format):
            throw StageFailure(.decode, .unsupportedFormat, "it is \(format.advice)", isSkip: format.isNoneOfOurs)
        case .gzip, .compressed, .sevenZip, .tar, .warc, .jsonLines:
            throw StageFailure(.decode, .internalFault, "a container was taken for a document")
        }
    }

    private static func holdsNothing(_ bytes: Span<UInt8>) -> Bool {
        UTF8Survey(bytes).badOffset == nil && BlankText.isBlank(bytes)
    }

    /// What a document was taken for, where reading it failed.
    static func format(of type: ContentType) -> DocumentFormat {
        switch type {
        case .text: .text
        case .html, .markedText: .html
        case .pdf: .pdf
        case .zip: .docx
        default: .unknown
        }
    }
}
