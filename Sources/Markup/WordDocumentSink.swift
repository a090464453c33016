import ReportModel

/// Hears the main part of a word processor document.
final class WordDocumentSink: XMLSink {
    private var builder: WordBuilder

    init(numbering: WordNumbering, options: MarkupOptions) {
        builder = WordBuilder(numbering: numbering, options: options)
    }

    var failure: StageFailure? { builder.failure }
    var isDone: Bool { builder.failure != nil }

    func start(_ name: PackedName, isWord: Bool, attributes: XMLAttributes) {
        builder.start(WordElement.named(name, isWord: isWord), value: attributes.value)
    }

    func end() { builder.end() }

    func characters(_ bytes: [UInt8]) { builder.characters(bytes) }

    func tree() -> MarkupTree { builder.finish() }
}
