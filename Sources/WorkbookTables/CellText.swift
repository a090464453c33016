/// A text on its way into a cell: characters that XML cannot hold are written as spreadsheet programs write them
/// (`_x000D_`), and a text that is too long is cut with a mark.
struct CellText: ~Copyable {
    /// What stands behind a text that was cut.
    static let mark = "…〔截断 truncated〕"
    private static let markBytes = Array(mark.utf8)
    private static let room = SheetLimits.units - mark.utf16.count
    /// U+FFFD, for what has no written form.
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// With a zero behind it.
    private var bytes: [UInt8] = [0]

    /// Takes a text.
    ///
    /// - Returns: true where it was cut.
    @discardableResult
    mutating func set(_ text: Span<UInt8>) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        var units = 0
        // How much of it may stand in front of the mark.
        var fitting = 0
        var index = 0
        while index < text.count {
            if units <= CellText.room { fitting = bytes.count }
            let byte = text[index]
            var length = 1
            switch byte {
            case 0:
                bytes += CellText.replacement
                units += 1
            case 0x09, 0x0A:
                bytes.append(byte)
                units += 1
            case ..<0x20:
                escape(byte)
                units += 7
            case 0x5F where CellText.isEscape(text, at: index):
                escape(byte)
                units += 7
            case ..<0x80:
                bytes.append(byte)
                units += 1
            default:
                length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                // U+FFFE and U+FFFF are no characters to XML.
                if byte == 0xEF && text[index + 1] == 0xBF && text[index + 2] >= 0xBE {
                    bytes += CellText.replacement
                } else {
                    for place in index..<(index + length) { bytes.append(text[place]) }
                }
                units += length == 4 ? 2 : 1
            }
            index += length
            if units > SheetLimits.units {
                bytes.removeLast(bytes.count - fitting)
                bytes += CellText.markBytes
                bytes.append(0)
                return true
            }
        }
        bytes.append(0)
        return false
    }

    /// Appends the written form of a character, `_x001F_`.
    private mutating func escape(_ byte: UInt8) {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += "_x00".utf8
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
        bytes.append(0x5F)
    }

    /// True where a text has by itself what would be read as a written form.
    private static func isEscape(_ text: Span<UInt8>, at start: Int) -> Bool {
        guard start + 6 < text.count, text[start + 1] == 0x78, text[start + 6] == 0x5F else { return false }
        for place in (start + 2)..<(start + 6) {
            switch text[place] {
            case 0x30...0x39, 0x41...0x46, 0x61...0x66: break
            default: return false
            }
        }
        return true
    }

    borrowing func withCString(_ body: (UnsafePointer<CChar>) -> Void) {
        unsafe bytes.withUnsafeBytes { bytes in
            if let text = bytes.baseAddress { unsafe body(text.assumingMemoryBound(to: CChar.self)) }
        }
    }

    /// What stands in it.
    borrowing func string() -> String { String(decoding: bytes.dropLast(), as: UTF8.self) }
}
