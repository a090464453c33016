import Bytes
import ReportModel

/// Cuts text into lines at LF, CRLF and CR.
///
/// A form feed ends a line too, but is no line of the source: what follows it on the same line keeps that line's number.
struct LineCutter {
    let maxLines: Int

    /// Nil where there are too many lines.
    func lines(of text: Span<UInt8>, _ survey: UTF8Survey) -> [Line]? {
        if survey.hasOtherControls { return linesWithControls(text) }
        guard survey.lineFeeds < maxLines else { return nil }
        // All line ends are line feeds, and their number is known.
        return [Line](capacity: survey.lineFeeds + 1) { lines in
            var start = 0
            var number: Int32 = 1
            while start < text.count {
                let end = ByteSearch.first(0x0A, in: text, from: start)
                lines.append(Line(span: SourceSpan(start, end), number: number))
                start = end + 1
                number &+= 1
            }
        }
    }

    private func linesWithControls(_ text: Span<UInt8>) -> [Line]? {
        var lines: [Line] = []
        lines.reserveCapacity(min(text.count / 16 + 1, maxLines))
        var start = 0
        var number: Int32 = 1
        var position = 0
        while position < text.count {
            let byte = text[position]
            guard byte == 0x0A || byte == 0x0D || byte == 0x0C else {
                position += 1
                continue
            }
            if byte != 0x0C || position > start {
                lines.append(Line(span: SourceSpan(start, position), number: number))
            }
            position += 1
            if byte == 0x0D, position < text.count, text[position] == 0x0A { position += 1 }
            if byte != 0x0C { number += 1 }
            start = position
            if lines.count > maxLines { return nil }
        }
        if start < text.count { lines.append(Line(span: SourceSpan(start, text.count), number: number)) }
        return lines.count > maxLines ? nil : lines
    }

    /// The line in which a byte of the source stands.
    static func locator(of offset: Int, in bytes: Span<UInt8>) -> Locator {
        var number: Int32 = 1
        var position = 0
        while position < offset {
            let byte = bytes[position]
            position += 1
            if byte == 0x0A || (byte == 0x0D && !(position < bytes.count && bytes[position] == 0x0A)) { number += 1 }
        }
        return Locator(line: number)
    }
}
