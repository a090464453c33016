/// What an element means for reading a report; elements that mean the same share a case.
enum Tag: UInt8, Sendable {
    case text
    /// Runs along in its paragraph, as every element without a name here does.
    case inline
    /// Starts and ends a paragraph.
    case block
    /// A paragraph whose blanks and line ends stand as written.
    case preformatted
    case lineBreak
    case table, rowGroup, row, cell, caption
    case body, head, title, meta, input, textarea
    /// Its content is kept apart from the text: a page may carry its report in there.
    case script
    /// No text for a reader inside.
    case dropped
    /// A box that floats beside the paragraph it stands in; read after it.
    case floating
}

extension Tag {
    /// Elements that a browser lays out as a paragraph of their own.
    var isBlock: Bool {
        switch self {
        case .block, .preformatted, .table, .rowGroup, .row, .cell, .caption, .body, .textarea: true
        default: false
        }
    }
}
