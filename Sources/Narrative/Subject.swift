internal import HanText
internal import ReportModel

/// How a check names the figure it is about: `applications_received/natural_person L12 收到自然人申请7件`.
enum Subject {
    /// In scalars.
    static let longestClause = 60

    static func text(_ fact: Fact, in document: Document) -> String {
        var name = fact.kind
        if let channel = fact.channel { name += "/\(channel)" }
        return "\(name) \(fact.locator) \(clause(fact.text, of: document.text))"
    }

    /// The start of a clause without white space.
    private static func clause(_ span: SourceSpan, of text: [UInt8]) -> String {
        guard span.start >= 0 && span.end > span.start && Int(span.end) <= text.count else { return "" }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(span.count)
        var index = Int(span.start)
        var left = longestClause
        while index < Int(span.end) && left > 0 {
            let (value, next) = UTF8Cursor.scalar(in: text.span, at: index)
            if !isWhiteSpace(value) {
                bytes.append(contentsOf: text[index..<next])
                left -= 1
            }
            index = next
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What Unicode has as white space.
    private static func isWhiteSpace(_ value: UInt32) -> Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}
