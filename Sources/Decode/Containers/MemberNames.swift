import Bytes
import ReportModel

/// Turns the names in a container into the ends of paths: readable, harmless, and none of them twice.
struct MemberNames {
    /// How often a name was given already, by its hash. A needless suffix after a collision does no harm.
    private var given: [Int: Int] = [:]
    private static let longest = 1024

    /// Names that packers add for themselves, and those that Discover would leave out.
    static func isHidden(_ name: String) -> Bool {
        parts(name, where: isSeparator).contains {
            ($0.utf8.first == UInt8(ascii: ".") && $0 != "." && $0 != "..") || $0 == "__MACOSX"
        }
    }

    /// Whether a name leads out of its container.
    static func leadsOut(_ name: String) -> Bool {
        let parts = parts(name, where: isSeparator)
        if parts.contains("..") || parts.first == "" { return true }
        // A drive letter.
        return parts.first.map { $0.utf8.count == 2 && $0.utf8.last == UInt8(ascii: ":") } ?? true
    }

    /// Cut by bytes, as every program does that follows a path: to Swift a slash with a combining mark behind it is one character,
    /// and no slash.
    private static func parts(_ name: String, where isSeparator: (UInt8) -> Bool) -> [String] {
        name.utf8.split(omittingEmptySubsequences: false, whereSeparator: isSeparator).map { String(Substring($0)) }
    }

    private static func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }

    /// Bytes in UTF-8 or the GB family as text; what is neither is spelled `%C4`.
    static func text(_ name: [UInt8]) -> String {
        if let text = String(validating: name, as: UTF8.self) { return text }
        var output = ByteBuffer()
        do throws(TextConversionError) {
            var converter = try GB18030Converter()
            try converter.convert(name.span, into: &output)
            return output.string(0..<output.count)
        } catch {
            return String(decoding: name.flatMap { $0 < 0x80 ? [$0] : escape($0) }, as: UTF8.self)
        }
    }

    /// A path's end that was not given before.
    ///
    /// - Parameter isAddress: the name is a URL or an identifier, in which `//` means something.
    mutating func path(for name: String, isAddress: Bool = false) -> String {
        let cleaned = MemberNames.clean(name, isAddress)
        var number = given[cleaned.hashValue, default: 0] + 1
        var path = number == 1 ? cleaned : "\(cleaned)~\(number)"
        while number > 1 && given[path.hashValue] != nil {
            number += 1
            path = "\(cleaned)~\(number)"
        }
        given[cleaned.hashValue] = number
        given[path.hashValue, default: 1] += 0
        return path
    }

    /// Without `./`, control characters and anything that a program might follow out of the container.
    private static func clean(_ name: String, _ isAddress: Bool) -> String {
        var parts: [String] = []
        for part in MemberNames.parts(name, where: { $0 == UInt8(ascii: "/") }) where part != "." && (isAddress || !part.isEmpty) {
            parts.append(part == ".." ? "%2E%2E" : part)
        }
        var bytes: [UInt8] = name.utf8.first == UInt8(ascii: "/") && !isAddress ? Array("%2F".utf8) : []
        for byte in parts.joined(separator: "/").utf8 {
            if byte < 0x20 || byte == 0x7F { bytes += escape(byte) } else { bytes.append(byte) }
        }
        if bytes.isEmpty { bytes = Array("unnamed".utf8) }
        if bytes.count > longest {
            bytes = Array(bytes[..<longest])
            while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
            if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func escape(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
