import Bytes

/// Tells what an input is: by its content first, by its name where the content says nothing.
struct ContentSniffer: Sendable {
    /// As many bytes from the start as are looked at for a container.
    static let headLength = 4096

    /// - Parameters:
    ///   - bytes: the whole content or its start, not empty.
    ///   - name: the path, of which only the ending counts.
    func type(of bytes: Span<UInt8>, name: String) -> ContentType {
        if let type = Signature.type(of: bytes) { return type }
        if bytes[0] >= 0xFE, isUTF16Page(bytes) { return .html }
        if looksLikePDF(bytes) { return .pdf }
        if TarHeader.stands(in: bytes) { return .tar }
        var start = 0
        if ByteSearch.matches([0xEF, 0xBB, 0xBF], in: bytes, at: 0) { start = 3 }
        while start < bytes.count, ContentSniffer.isWhite(bytes[start]) { start += 1 }
        if start < bytes.count {
            let first = bytes[start]
            if first == UInt8(ascii: "{"), let type = jsonType(bytes, start) { return type }
            if first == UInt8(ascii: "<") {
                if HTMLMarks.isPage(bytes) {
                    let isMarkdown = name.hasSuffix(".md") || name.hasSuffix(".markdown")
                    return isMarkdown && !HTMLMarks.hasRoot(bytes) ? .markedText : .html
                }
                if hasXMLDeclaration(bytes, start) { return .foreign(.xml) }
            } else if HTMLMarks.hasTable(bytes) {
                return HTMLMarks.hasRoot(bytes) && !HTMLMarks.hasTablesOnly(bytes) ? .html : .markedText
            } else if HTMLMarks.hasRoot(bytes) {
                return .html
            }
        }
        return typeByName(name) ?? .text
    }

    static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    /// In UTF-16 every second byte of a tag is zero.
    private func isUTF16Page(_ bytes: Span<UInt8>) -> Bool {
        let hasMark =
            ByteSearch.matches([0xFF, 0xFE], in: bytes, at: 0) || ByteSearch.matches([0xFE, 0xFF], in: bytes, at: 0)
        guard hasMark else { return false }
        var letters: [UInt8] = []
        for place in 2..<min(bytes.count, ContentSniffer.headLength) where bytes[place] != 0 {
            letters.append(bytes[place])
        }
        return letters.first == UInt8(ascii: "<") && HTMLMarks.isPage(letters.span)
    }

    /// A PDF may have some bytes in front.
    private func looksLikePDF(_ bytes: Span<UInt8>) -> Bool {
        let head = bytes.extracting(0..<min(bytes.count, 1024))
        return ByteSearch.first(Array("%PDF-".utf8), in: head) != nil
    }

    /// An object that opens on the first line is JSON Lines if it closes there too.
    private func jsonType(_ bytes: Span<UInt8>, _ start: Int) -> ContentType? {
        var next = start + 1
        while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
        guard next < bytes.count else { return nil }
        if bytes[next] == UInt8(ascii: "\"") { return .jsonLines }
        if ContentSniffer.isWhite(bytes[next]) {
            while next < bytes.count, ContentSniffer.isWhite(bytes[next]) { next += 1 }
            if next < bytes.count, bytes[next] == UInt8(ascii: "\"") { return .foreign(.json) }
        }
        return nil
    }

    private func hasXMLDeclaration(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
        ByteSearch.matches(Array("<?xml".utf8), in: bytes, at: start)
    }

    /// Only endings that no text ever has.
    private func typeByName(_ name: String) -> ContentType? {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        switch name[dot...].lowercased() {
        case ".css", ".js", ".mjs", ".map": return .foreign(.style)
        case ".jpg", ".jpeg", ".png", ".gif", ".bmp", ".ico", ".svg", ".webp", ".tif", ".tiff": return .foreign(.image)
        case ".ttf", ".otf", ".woff", ".woff2", ".eot": return .foreign(.font)
        case ".htm", ".html", ".shtml", ".xhtml", ".jhtml": return .html
        default: return nil
        }
    }
}
