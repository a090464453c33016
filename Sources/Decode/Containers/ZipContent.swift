import Bytes
import ReportModel

/// What a zip is the package of.
enum ZipContent {
    case container
    case empty
    case docx
    case foreign(ForeignFormat)

    /// - Parameters:
    ///   - source: seekable; it is left somewhere else.
    ///   - head: the first bytes.
    init(_ source: any ByteSource, head: Span<UInt8>) throws(StageFailure) {
        let directory = try ZipDirectory.names(source)
        let names = directory.flatMap { $0.isEmpty ? nil : $0 } ?? ZipContent.firstName(head)
        // An empty zip is nothing but the end of a directory.
        let isEmpty = directory?.isEmpty == true && ByteSearch.matches([0x50, 0x4B, 0x05, 0x06], in: head, at: 0)
        self = isEmpty ? .empty : .container
        for name in names {
            switch String(decoding: name, as: UTF8.self) {
            case "word/document.xml": self = .docx
            case "xl/workbook.xml": self = .foreign(.excel)
            case "ppt/presentation.xml": self = .foreign(.slides)
            case "OFD.xml": self = .foreign(.ofd)
            case "META-INF/container.xml": self = .foreign(.ebook)
            case "META-INF/manifest.xml": self = .foreign(.openDocument)
            // Told by the first entry alone, where the directory is lost.
            case let name where names.count == 1 && ZipContent.isPart(name): self = .docx
            default: continue
            }
            return
        }
    }

    /// What word processors write first.
    private static func isPart(_ name: String) -> Bool {
        name == "[Content_Types].xml" || name == "_rels/.rels" || name.hasPrefix("docProps/") || name.hasPrefix("word/")
    }

    /// The name in front of the first entry.
    private static func firstName(_ bytes: Span<UInt8>) -> [[UInt8]] {
        guard bytes.count > 30 else { return [] }
        let length = Int(bytes[26]) | Int(bytes[27]) << 8
        var name: [UInt8] = []
        for index in 30..<min(30 + length, bytes.count) { name.append(bytes[index]) }
        return [name]
    }
}
