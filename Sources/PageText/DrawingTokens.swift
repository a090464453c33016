/// Cuts the PostScript that `pdftocairo` writes into numbers and operators; strings and pictures are passed over.
struct DrawingTokens {
    enum Token: Equatable {
        case number(Double)
        /// An operator or a name.
        case word(ArraySlice<UInt8>)
        case open
        case close
        /// A line that begins with `%%`.
        case comment(ArraySlice<UInt8>)
    }

    private let bytes: [UInt8]
    private var at: Int

    /// - Parameter start: where the first page begins.
    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        at = start
    }

    mutating func next() -> Token? {
        while at < bytes.count {
            let byte = bytes[at]
            switch byte {
            case 0...0x20:
                at += 1
            case UInt8(ascii: "("):
                passString()
            case UInt8(ascii: "<"):
                // `<<` opens a dictionary, `<` a string of hex digits.
                if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "<") {
                    at += 2
                } else {
                    pass(through: UInt8(ascii: ">"))
                }
            case UInt8(ascii: ">"):
                at += 1
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                at += 1
                return .open
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                at += 1
                return .close
            case UInt8(ascii: "%"):
                let start = at
                pass(through: UInt8(ascii: "\n"))
                return .comment(bytes[start..<at])
            default:
                let start = at
                while at < bytes.count, !DrawingTokens.ends(bytes[at]) || at == start { at += 1 }
                let word = bytes[start..<at]
                if let number = DrawingTokens.number(word) { return .number(number) }
                if word.elementsEqual("cairo_image".utf8) { passPicture() }
                return .word(word)
            }
        }
        return nil
    }

    private mutating func pass(through end: UInt8) {
        while at < bytes.count, bytes[at] != end { at += 1 }
        at += 1
    }

    private mutating func passString() {
        var depth = 0
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == UInt8(ascii: "\\") {
                at += 1
            } else if byte == UInt8(ascii: "(") {
                depth += 1
            } else if byte == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { return }
            }
        }
    }

    /// A picture's data in base 85 end in `~>`.
    private mutating func passPicture() {
        while at + 1 < bytes.count, bytes[at] != UInt8(ascii: "~") || bytes[at + 1] != UInt8(ascii: ">") { at += 1 }
        at += 2
    }

    private static func ends(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "%"), UInt8(ascii: "/"):
            true
        default: false
        }
    }

    private static func number(_ word: ArraySlice<UInt8>) -> Double? {
        var digits = word
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits = digits.dropFirst() }
        guard !digits.isEmpty, digits.count < 16 else { return nil }
        var mantissa = 0
        var divisor = 1.0
        var hasPoint = false
        for byte in digits {
            if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else if (0x30...0x39).contains(byte) {
                mantissa = mantissa * 10 + Int(byte - 0x30)
                if hasPoint { divisor *= 10 }
            } else {
                return nil
            }
        }
        let value = Double(mantissa) / divisor
        return isNegative ? -value : value
    }
}
