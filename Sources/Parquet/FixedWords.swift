import Bytes

/// Words that need no place in a lane, as their token tells them: the digits of small numbers, and lines of a text. Nearly all
/// that a report prints in its tables, and nearly all places where it stands.
struct FixedWords: Sendable {
    static let shared = FixedWords()

    /// Numbers below this one.
    private static let numbers = 1024
    /// Lines below this one; there is no line 0.
    private static let lines = 2048
    static let count = numbers + lines

    private let bytes: [UInt8]
    /// Where each word ends in ``bytes``.
    private let ends: [Int]

    private init() {
        var bytes: [UInt8] = []
        var ends: [Int] = []
        for number in 0..<FixedWords.numbers {
            bytes += Array(String(number).utf8)
            ends.append(bytes.count)
        }
        for line in 0..<FixedWords.lines {
            bytes += Array("L\(line)".utf8)
            ends.append(bytes.count)
        }
        self.bytes = bytes
        self.ends = ends
    }

    /// The token of a text that is one of these words; nil for any other, such as a number with zeros in front.
    @inline(__always)
    static func token(of text: Span<UInt8>) -> UInt32? {
        if text.isEmpty || text.count > 4 { return nil }
        if text[0] == UInt8(ascii: "0") && text.count > 1 { return nil }
        var value: UInt32 = 0
        for index in text.indices {
            let digit = text[index] &- UInt8(ascii: "0")
            if digit > 9 { return nil }
            value = value &* 10 &+ UInt32(digit)
        }
        return value < UInt32(numbers) ? value : nil
    }

    /// The token of a line; nil for one beyond those that are kept.
    @inline(__always)
    static func token(ofLine line: Int) -> UInt32? {
        line > 0 && line < lines ? UInt32(truncatingIfNeeded: numbers + line) : nil
    }

    /// The word of a token, for as long as `body` runs.
    func withText<Result>(_ token: UInt32, _ body: (Span<UInt8>) -> Result) -> Result {
        let number = Int(token)
        return body(bytes.span.extracting((number == 0 ? 0 : ends[number - 1])..<ends[number]))
    }
}
