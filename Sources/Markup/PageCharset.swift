import Bytes
import ReportModel

/// Finds out what charset a page is in and makes it UTF-8. What the page says of itself is not believed: bytes that are
/// UTF-8 are read as UTF-8, all others as GB18030, which holds GB 2312 and GBK.
enum PageCharset {
    /// - Parameter hint: the charset named by the transport, if any; looked at for UTF-16 only.
    static func utf8(
        _ bytes: [UInt8], hint: String?
    ) throws(StageFailure) -> (text: [UInt8], encoding: TextEncoding) {
        if bytes.starts(with: [0xFF, 0xFE]) { return (try utf16(bytes, from: 2, bigEndian: false), .utf16le) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (try utf16(bytes, from: 2, bigEndian: true), .utf16be) }
        if let bigEndian = looksLikeUTF16(bytes, hint: hint) {
            return (try utf16(bytes, from: 0, bigEndian: bigEndian), bigEndian ? .utf16be : .utf16le)
        }
        if UTF8Survey(bytes).badOffset == nil { return (bytes, .utf8) }
        if isNearlyUTF8(bytes) {
            return (Array(String(decoding: bytes, as: UTF8.self).utf8), .utf8)
        }
        return (try gb18030(bytes), .gb18030)
    }

    /// Markup has an ASCII letter behind its first `<`; in UTF-16 a zero byte stands beside it.
    private static func looksLikeUTF16(_ bytes: [UInt8], hint: String?) -> Bool? {
        guard bytes.count >= 4 else { return nil }
        let named = hint?.lowercased().hasPrefix("utf-16") == true
        if bytes[1] == 0 && bytes[0] != 0 && (bytes[3] == 0 || named) { return false }
        if bytes[0] == 0 && bytes[1] != 0 && (bytes[2] == 0 || named) { return true }
        return nil
    }

    /// True where the bytes are UTF-8 but for some broken characters: a page cut or patched in the middle of one. Of Chinese
    /// text in GB18030 not one character in five looks like UTF-8.
    private static func isNearlyUTF8(_ bytes: [UInt8]) -> Bool {
        var whole = 0
        var broken = 0
        var place = 0
        while place < bytes.count {
            let lead = bytes[place]
            if lead < 0x80 {
                place += 1
                continue
            }
            let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
            var next = place + 1
            while next < min(place + length, bytes.count) && bytes[next] & 0xC0 == 0x80 { next += 1 }
            if lead >= 0xC2 && lead < 0xF5 && next == place + length { whole += 1 } else { broken += 1 }
            place = next
        }
        return broken * 4 <= whole
    }

    private static func utf16(_ bytes: [UInt8], from start: Int, bigEndian: Bool) throws(StageFailure) -> [UInt8] {
        try convert(bytes, from: start, step: 2) { (rest, output) throws(TextConversionError) in
            try UTF16Converter.convert(rest, bigEndian: bigEndian, into: &output)
        }
    }

    private static func gb18030(_ bytes: [UInt8]) throws(StageFailure) -> [UInt8] {
        try convert(bytes, from: 0, step: 1) { (rest, output) throws(TextConversionError) in
            var converter = try GB18030Converter()
            try converter.convert(rest, into: &output)
        }
    }

    /// Converts piece by piece. A bad sequence becomes U+FFFD and reading goes on `step` bytes further; where they are many,
    /// the page is in some other charset.
    private static func convert(
        _ bytes: [UInt8], from start: Int, step: Int,
        _ conversion: (Span<UInt8>, inout ByteBuffer) throws(TextConversionError) -> Void
    ) throws(StageFailure) -> [UInt8] {
        var output = ByteBuffer(capacity: bytes.count + bytes.count / 2 + 8)
        var place = start
        var faults = 0
        while place < bytes.count {
            do throws(TextConversionError) {
                try conversion(bytes.span.extracting(place..<bytes.count), &output)
                break
            } catch {
                switch error {
                case .badSequence(let offset), .cutOff(let offset): place += offset + step
                case .unavailable:
                    throw StageFailure(.decode, .badEncoding, "this system's iconv does not know GB18030")
                }
                faults += 1
                if faults > 8 + bytes.count / 200 {
                    throw StageFailure(.decode, .badEncoding, "the page is neither UTF-8 nor GB18030")
                }
                output.append(scalar: 0xFFFD)
            }
        }
        return output.bytes()
    }
}
