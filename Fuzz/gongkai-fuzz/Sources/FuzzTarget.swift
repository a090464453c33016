/// The parts of the program that meet bytes of others.
enum FuzzTarget: String, CaseIterable {
    case text, html, docx, archive, gzip, warc
    case jsonLines = "json-lines"
    case extract, numbers, settings

    /// What is done with an input, and what must hold then.
    var body: ([UInt8]) -> Void {
        switch self {
        case .text: DecodeBody(ending: ".txt").run
        case .html: DecodeBody(ending: ".html").run
        case .docx: DecodeBody(ending: ".docx").run
        case .archive: DecodeBody(ending: ".zip").run
        case .gzip: GzipBody().run
        case .warc: WARCBody().run
        case .jsonLines: JSONLinesBody().run
        case .extract: ExtractBody().run
        case .numbers: NumbersBody().run
        case .settings: SettingsBody().run
        }
    }
}
