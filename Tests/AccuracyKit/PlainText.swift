import ReportModel

/// Makes documents of plain text without the help of the pipeline's own decoder.
enum PlainText {
    /// The text's lines as the pipeline has them: cut at LF, CRLF, CR and form feeds.
    static func document(_ text: [UInt8]) -> Document {
        var lines: [Line] = []
        var start = 0
        var number: Int32 = 1
        var at = 0
        while at < text.count {
            let byte = text[at]
            at += 1
            guard byte == 0x0A || byte == 0x0D || byte == 0x0C else { continue }
            lines.append(Line(span: SourceSpan(start, at - 1), number: number))
            if byte == 0x0D && at < text.count && text[at] == 0x0A { at += 1 }
            if byte != 0x0C { number += 1 }
            start = at
        }
        if start < text.count { lines.append(Line(span: SourceSpan(start, text.count), number: number)) }
        return Document(text: text, lines: lines, format: .text, encoding: .utf8)
    }
}
