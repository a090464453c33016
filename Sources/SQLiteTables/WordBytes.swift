import Tables

/// The words of all vocabularies as bytes, made once for all tables.
final class WordBytes: Sendable {
    private let bytes: [UInt8]
    /// Where each word begins; the last is the end.
    private let starts: [Int]
    /// The number of a vocabulary's first word, by its raw value.
    private let first: [Int]

    init() {
        var bytes: [UInt8] = []
        var starts: [Int] = []
        var first: [Int] = []
        for vocabulary in Vocabulary.allCases {
            first.append(starts.count)
            for word in vocabulary.words {
                starts.append(bytes.count)
                bytes += word.code.utf8
            }
        }
        self.bytes = bytes
        self.starts = starts + [bytes.count]
        self.first = first
    }

    /// Gives the bytes of a word to `body`.
    func withWord(_ code: Code, _ body: (Span<UInt8>) -> Void) {
        let number = first[code.vocabulary.rawValue] + code.index
        let bytes = bytes
        body(bytes.span.extracting(starts[number]..<starts[number + 1]))
    }
}
