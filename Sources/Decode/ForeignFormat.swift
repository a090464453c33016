/// Formats that are recognised and not read.
enum ForeignFormat: Hashable, Sendable {
    case word, oldOffice, excel, slides, richText, openDocument, ofd, mailArchive, xml, json
    case rar, image, media, program, database, font, style, ebook

    /// One sentence: what it is, and which program makes of it something that can be read.
    var advice: String {
        switch self {
        case .word: "an old Word or WPS document; convert it with `soffice --headless --convert-to docx`"
        case .oldOffice:
            "an old office document; convert it with `soffice --headless --convert-to docx` (text) or `html` (sheets)"
        case .excel: "a spreadsheet; convert it with `soffice --headless --convert-to html`"
        case .slides: "a presentation; convert it with `soffice --headless --convert-to pdf`"
        case .richText: "rich text; convert it with `soffice --headless --convert-to docx`"
        case .openDocument: "an OpenDocument file; convert it with `soffice --headless --convert-to docx`"
        case .ofd: "an OFD document; export it as PDF with an OFD reader"
        case .mailArchive: "a page saved as MHTML; save it again as HTML"
        case .xml: "XML that is no web page; save the document as DOCX or HTML"
        case .json: "JSON over several lines; JSON Lines holds one object a line"
        case .rar: "a packed file of a kind that is not read; pack its contents as zip, 7z or tar"
        case .image: "an image; its text would have to be recognised first"
        case .media: "sound or film"
        case .program: "a program or program data"
        case .database: "a database"
        case .font: "a font"
        case .style: "a style sheet or script of a web page"
        case .ebook: "an electronic book; convert it to HTML"
        }
    }

    /// Whether no report is ever kept in this way, so that leaving it out is no failure.
    var isNoneOfOurs: Bool {
        switch self {
        case .image, .media, .program, .database, .font, .style: true
        default: false
        }
    }
}
