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

    /// An element by the first eight bytes of its lower-case name and the name's length.
    static func html(_ name: PackedName) -> Tag { htmlTags[name] ?? .inline }

    private static let htmlTags: [PackedName: Tag] = {
        let names: [(Tag, String)] = [
            (
                .block,
                """
                address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form
                frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p section summary ul
                """
            ),
            (.preformatted, "pre listing xmp plaintext"),
            (.lineBreak, "br"), (.table, "table"), (.rowGroup, "tbody thead tfoot"), (.row, "tr"), (.cell, "td th"),
            (.caption, "caption"), (.body, "body"), (.head, "head"), (.title, "title"), (.meta, "meta"), (.input, "input"),
            (.textarea, "textarea"), (.script, "script"),
            (
                .dropped,
                """
                style template noscript noframes noembed select option optgroup datalist iframe object applet svg audio
                video canvas button map colgroup col rp rt
                """
            ),
        ]
        var tags: [PackedName: Tag] = [:]
        for (tag, words) in names {
            for word in words.split(whereSeparator: \.isWhitespace) { tags[PackedName(String(word))] = tag }
        }
        return tags
    }()
}
