import Bytes

/// The least and the greatest of texts, for statistics. Of long ones only the beginning is kept.
struct TextBounds {
    /// The beginning of a text, cut between two characters.
    private struct Bound {
        var bytes: [UInt8]
        var isCut: Bool
    }

    static let length = 64
    private var least: Bound?
    private var greatest: Bound?

    mutating func add(_ text: Span<UInt8>) {
        let count = TextBounds.cut(text)
        let head = text.extracting(0..<count)
        let isCut = count < text.count
        guard let least, let greatest else {
            let bound = Bound(bytes: ByteCopy.bytes(head), isCut: isCut)
            self.least = bound
            self.greatest = bound
            return
        }
        let low = ByteOrder.compare(head, least.bytes.span)
        if low < 0 {
            self.least = Bound(bytes: ByteCopy.bytes(head), isCut: isCut)
        } else if low == 0 && !isCut {
            // The whole text is below all longer ones that begin like it.
            self.least?.isCut = false
        }
        let high = ByteOrder.compare(head, greatest.bytes.span)
        if high > 0 {
            self.greatest = Bound(bytes: ByteCopy.bytes(head), isCut: isCut)
        } else if high == 0 && isCut {
            self.greatest?.isCut = true
        }
    }

    /// A text that none is below of, and whether it is itself one of them.
    var minimum: (bytes: [UInt8], isExact: Bool)? { least.map { ($0.bytes, !$0.isCut) } }

    /// A text that none is above of; nil where no such text can be told.
    var maximum: (bytes: [UInt8], isExact: Bool)? {
        guard let greatest else { return nil }
        if !greatest.isCut { return (greatest.bytes, true) }
        return TextBounds.next(greatest.bytes).map { ($0, false) }
    }

    /// Bytes up to the length, whole characters only.
    private static func cut(_ text: Span<UInt8>) -> Int {
        if text.count <= length { return text.count }
        var count = length
        while count > 0 && text[count] & 0xC0 == 0x80 { count -= 1 }
        return count
    }

    /// A short text above all that begin with `text`: its last character that has one is replaced by the next.
    private static func next(_ text: [UInt8]) -> [UInt8]? {
        var scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
        while let last = scalars.popLast() {
            let value = last.value == 0xD7FF ? 0xE000 : last.value + 1
            if let next = Unicode.Scalar(value) {
                var string = String.UnicodeScalarView(scalars)
                string.append(next)
                return Array(String(string).utf8)
            }
        }
        return nil
    }
}
