import Bytes

/// Text in which tables stand as markup, as converters to Markdown write it.
enum MarkedText {
    /// Appends the text as a web page in which the line ends outside tables are kept.
    ///
    /// - Parameter text: in any charset that holds ASCII as it is.
    static func appendPage(_ text: Span<UInt8>, to page: inout ByteBuffer) {
        page.reserve(text.count + text.count / 8)
        var depth = 0
        var tagEnd = 0
        for place in text.indices {
            let byte = text[place]
            if byte == UInt8(ascii: "<"), place >= tagEnd {
                if isTag(open, text, place) { depth += 1 }
                if isTag(close, text, place) { depth = max(0, depth - 1) }
                if place + 1 < text.count, isTagStart(text[place + 1]) {
                    tagEnd = ByteSearch.first(UInt8(ascii: ">"), in: text, from: place)
                }
            } else if byte == 0x0A, depth == 0, place >= tagEnd {
                page.append(literal: "<br>")
            }
            page.append(byte)
        }
    }

    private static let open = Array("<table".utf8)
    private static let close = Array("</table".utf8)

    private static func isTagStart(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return (lower >= 0x61 && lower <= 0x7A) || byte == UInt8(ascii: "/")
    }

    private static func isTag(_ tag: [UInt8], _ text: Span<UInt8>, _ place: Int) -> Bool {
        guard place + tag.count < text.count else { return false }
        for (index, letter) in tag.enumerated() {
            let byte = text[place + index]
            if (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) != letter { return false }
        }
        let next = text[place + tag.count]
        return next == UInt8(ascii: ">") || ContentSniffer.isWhite(next)
    }
}
