public import ReportModel

/// Reads web pages and word processor documents into paragraphs and tables.
public struct MarkupReader: Sendable {
    let options: MarkupOptions

    public init(options: MarkupOptions = .init()) { self.options = options }

    /// Reads a web page.
    ///
    /// A page's own table of metadata is not delivered as a grid; what it says is in the document's metadata. Where the page
    /// has no report but a script of it carries one as a string, that string is read in its place.
    /// A page that ends too soon is read as far as it goes, and is a `cut_off`.
    /// - Parameter charsetHint: the charset that the transport named, if any.
    /// - Throws: `bad_encoding`, `markup_too_complex`, `empty_file`.
    public func html(_ bytes: [UInt8], charsetHint: String? = nil) throws(StageFailure) -> Outcome<Document> {
        let (page, encoding) = try PageCharset.utf8(bytes, hint: charsetHint)
        guard !page.isEmpty else { throw StageFailure(.decode, .emptyFile, "the page is empty") }
        let tree = try HTMLEvents.tree(of: page, options: options)
        var best = read(tree, .page, encoding)
        var marks = count(best)
        if marks < ReportMarks.enough {
            let held = ReportMarks.count(in: tree.text, tree.text.indices)
            for leniency in [Leniency.site, .hidden] where held > marks || best.lines.isEmpty {
                take(read(tree, leniency, encoding), &best, &marks)
                if marks >= ReportMarks.enough { break }
            }
        }
        if marks < ReportMarks.enough {
            for candidate in EmbeddedMarkup.candidates(tree) {
                // What a script holds may be no markup at all.
                guard let inner = try? HTMLEvents.tree(of: candidate, options: options) else { continue }
                var document = read(inner, .page, encoding)
                document.metadata = document.metadata.filled(from: best.metadata)
                take(document, &best, &marks)
            }
        }
        guard !best.lines.isEmpty else { throw StageFailure(.decode, .emptyFile, "the page holds no text") }
        guard let line = tree.cutOffLine else { return Outcome(best) }
        let message = "the page ends too soon, in the middle of its markup; there was more of it"
        return Outcome(best, findings: [Finding(.decode, .warning, .cutOff, message, at: Locator(line: line))])
    }

    private func read(_ tree: MarkupTree, _ leniency: Leniency, _ encoding: TextEncoding) -> Document {
        FlowReader(tree, leniency: leniency, options: options).document(format: .html, encoding: encoding)
    }

    private func count(_ document: Document) -> Int { ReportMarks.count(in: document.text, document.text.indices) }

    /// Takes the other reading where it holds more of a report.
    private func take(_ other: Document, _ best: inout Document, _ marks: inout Int) {
        let found = count(other)
        guard found > marks || best.lines.isEmpty else { return }
        best = other
        marks = found
    }
}

extension DocumentMetadata {
    /// What is not known here is taken from `other`.
    func filled(from other: DocumentMetadata) -> DocumentMetadata {
        var filled = self
        filled.title = title ?? other.title
        filled.issuer = issuer ?? other.issuer
        filled.publishedOn = publishedOn ?? other.publishedOn
        filled.documentNumber = documentNumber ?? other.documentNumber
        return filled
    }
}
