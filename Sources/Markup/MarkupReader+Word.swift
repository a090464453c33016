public import ReportModel

extension MarkupReader {
    private static let mainPart = "word/document.xml"
    private static let listParts = ["word/styles.xml", "word/numbering.xml"]

    /// Reads a word processor document (WordprocessingML in a zip): its body, as it would be printed with all tracked changes
    /// accepted. Headers, footers, notes and comments are no part of it; links and outside parts are never followed.
    ///
    /// A line's number is that of its paragraph.
    /// - Throws: `bad_docx`, `inflated_too_large`, `ratio_too_high`, `markup_too_complex`, `empty_file`.
    public func docx(_ bytes: [UInt8]) throws(StageFailure) -> Document {
        let parts = try ZipParts.read(
            bytes, names: Set([MarkupReader.mainPart] + MarkupReader.listParts), options: options)
        guard let main = parts[MarkupReader.mainPart] else {
            throw StageFailure(.decode, .badDocx, "there is no \(MarkupReader.mainPart) in the document")
        }
        let lists = WordNumberingSink()
        for name in MarkupReader.listParts {
            if let part = parts[name] { try XMLEvents.read(part, named: name, options: options, into: lists) }
        }
        let sink = WordDocumentSink(numbering: lists.finish(), options: options)
        try XMLEvents.read(main, named: MarkupReader.mainPart, options: options, into: sink)
        if let failure = sink.failure { throw failure }
        let document = FlowReader(sink.tree(), paragraphMode: .preformatted, options: options)
            .document(format: .docx, encoding: .none)
        guard !document.lines.isEmpty else { throw StageFailure(.decode, .emptyFile, "the document holds no text") }
        return document
    }
}
