import Bytes

/// For bytes that are not all UTF-8: whether they were meant to be.
///
/// Text of the GB family hardly ever holds three bytes that form a UTF-8 character, while damaged UTF-8 is full of them.
struct UTF8Evidence {
    /// Far more well-formed characters beyond ASCII than faults.
    let isUTF8: Bool
    /// The only fault is that the last character is incomplete.
    let isCutOff: Bool

    private static let reach = 2048

    /// - Parameter bad: the first fault.
    init(_ bytes: Span<UInt8>, from bad: Int) {
        var good = 0
        var faults = 0
        // What stands round the first fault is enough to tell.
        var position = max(0, bad - UTF8Evidence.reach)
        while position < bad, bytes[position] & 0xC0 == 0x80 { position += 1 }
        let end = min(bytes.count, bad + UTF8Evidence.reach)
        while position < end {
            let length = UTF8Evidence.characterLength(bytes, position)
            if length == 0 {
                faults += 1
                position += 1
            } else {
                if length >= 3 { good += 1 }
                position += length
            }
        }
        isUTF8 = good >= 2 && good >= faults
        isCutOff = UTF8Evidence.isPrefix(bytes, bad)
    }

    /// 0 where the bytes at `position` are no character.
    private static func characterLength(_ bytes: Span<UInt8>, _ position: Int) -> Int {
        let lead = bytes[position]
        if lead < 0x80 { return 1 }
        let length = expectedLength(lead)
        guard length > 0, position + length <= bytes.count else { return 0 }
        for next in 1..<length where bytes[position + next] & 0xC0 != 0x80 { return 0 }
        return length
    }

    private static func expectedLength(_ lead: UInt8) -> Int {
        switch lead {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }

    private static func isPrefix(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
        let left = bytes.count - position
        guard left > 0, left < expectedLength(bytes[position]) else { return false }
        for next in 1..<max(left, 1) where bytes[position + next] & 0xC0 != 0x80 { return false }
        return true
    }
}
