/// What an input is, told from its first bytes.
enum ContentType: Hashable, Sendable {
    case text
    case html
    /// Text in which tables stand as markup.
    case markedText
    case pdf
    /// A container, or the package of one document.
    case zip
    /// Something behind gzip.
    case gzip
    /// Something behind xz, bzip2 or zstd.
    case compressed
    case sevenZip
    case tar
    case warc
    case jsonLines
    case foreign(ForeignFormat)

    /// Whether it has to be opened before one knows what is in it.
    var isContainer: Bool {
        switch self {
        case .text, .html, .markedText, .pdf, .foreign: false
        case .zip, .gzip, .compressed, .sevenZip, .tar, .warc, .jsonLines: true
        }
    }
}
