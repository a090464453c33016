/// What an input is, told from its first bytes.
enum ContentType: Hashable, Sendable {
    case text
    case html
    case pdf
    case gzip
    /// A zip, which may be a container or the package of one document.
    case zip
    /// Tar, 7z, or tar behind a compression other than gzip.
    case archive
    case warc
    case jsonLines
    case foreign(ForeignFormat)
}
