import Bytes

/// Takes single fields out of a JSON object without building the rest.
struct JSONObjectScanner {
    /// Where the value of a field stands.
    struct Field {
        var name: String
        var value: Range<Int>
        /// A string, without its quotes; otherwise a number, a word, an array or an object.
        var isString: Bool
    }

    /// The object's own fields with the names wanted, the last of equal names; nil where the bytes are no object.
    static func fields(_ bytes: Span<UInt8>, wanted: Set<String>) -> [String: Field]? {
        var place = blanks(bytes, 0)
        guard place < bytes.count, bytes[place] == UInt8(ascii: "{") else { return nil }
        place = blanks(bytes, place + 1)
        var fields: [String: Field] = [:]
        if place < bytes.count, bytes[place] == UInt8(ascii: "}") {
            return blanks(bytes, place + 1) == bytes.count ? fields : nil
        }
        while true {
            guard let name = string(bytes, place) else { return nil }
            place = blanks(bytes, name.upperBound + 1)
            guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else { return nil }
            place = blanks(bytes, place + 1)
            guard let value = value(bytes, place) else { return nil }
            let key = text(bytes, name)
            if wanted.contains(key) {
                fields[key] = Field(name: key, value: value.range, isString: value.isString)
            }
            place = blanks(bytes, value.isString ? value.range.upperBound + 1 : value.range.upperBound)
            guard place < bytes.count else { return nil }
            if bytes[place] == UInt8(ascii: "}") { return blanks(bytes, place + 1) == bytes.count ? fields : nil }
            guard bytes[place] == UInt8(ascii: ",") else { return nil }
            place = blanks(bytes, place + 1)
        }
    }

    /// Appends a string's characters with its escapes resolved. An escape of half a character becomes U+FFFD.
    static func unescape(_ bytes: Span<UInt8>, into output: inout ByteBuffer) {
        var place = 0
        while place < bytes.count {
            let next = ByteSearch.first(UInt8(ascii: "\\"), in: bytes, from: place)
            output.append(bytes.extracting(place..<next))
            guard next + 1 < bytes.count else { return }
            place = next + 2
            switch bytes[next + 1] {
            case UInt8(ascii: "n"): output.append(0x0A)
            case UInt8(ascii: "r"): output.append(0x0D)
            case UInt8(ascii: "t"): output.append(0x09)
            case UInt8(ascii: "b"): output.append(0x08)
            case UInt8(ascii: "f"): output.append(0x0C)
            case UInt8(ascii: "u"): output.append(scalar: scalar(bytes, &place))
            case let other: output.append(other)
            }
        }
    }

    static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        var output = ByteBuffer(capacity: range.count)
        unescape(bytes.extracting(range), into: &output)
        return output.string(0..<output.count)
    }

    /// The character of a `\\u` escape, whose digits start at `place`; two escapes where it takes two.
    private static func scalar(_ bytes: Span<UInt8>, _ place: inout Int) -> UInt32 {
        guard let first = unit(bytes, place) else { return 0xFFFD }
        place += 4
        if first & 0xF800 != 0xD800 { return first }
        guard first < 0xDC00, place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
            bytes[place + 1] == UInt8(ascii: "u"), let second = unit(bytes, place + 2), second & 0xFC00 == 0xDC00
        else { return 0xFFFD }
        place += 6
        return 0x10000 + ((first & 0x3FF) << 10 | second & 0x3FF)
    }

    private static func unit(_ bytes: Span<UInt8>, _ place: Int) -> UInt32? {
        guard place + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for index in place..<(place + 4) {
            let byte = bytes[index]
            let lower = byte | 0x20
            if byte >= 0x30 && byte <= 0x39 {
                value = value << 4 | UInt32(byte - 0x30)
            } else if lower >= 0x61 && lower <= 0x66 {
                value = value << 4 | UInt32(lower - 0x57)
            } else {
                return nil
            }
        }
        return value
    }

    private static func blanks(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var place = start
        while place < bytes.count, ContentSniffer.isWhite(bytes[place]) { place += 1 }
        return place
    }

    /// The inside of the string whose quote stands at `place`.
    private static func string(_ bytes: Span<UInt8>, _ place: Int) -> Range<Int>? {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return nil }
        var end = place + 1
        while end < bytes.count {
            if bytes[end] == UInt8(ascii: "\"") { return (place + 1)..<end }
            end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private static func value(_ bytes: Span<UInt8>, _ start: Int) -> (range: Range<Int>, isString: Bool)? {
        guard start < bytes.count else { return nil }
        if bytes[start] == UInt8(ascii: "\"") { return string(bytes, start).map { ($0, true) } }
        var place = start
        var depth = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                guard depth > 0, let inner = string(bytes, place) else { return nil }
                place = inner.upperBound
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return place > start ? (start..<place, false) : nil }
                depth -= 1
                if depth == 0 { return (start..<(place + 1), false) }
            case UInt8(ascii: ",") where depth == 0:
                return place > start ? (start..<place, false) : nil
            default: break
            }
            place += 1
        }
        return nil
    }
}
