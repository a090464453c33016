import HanText
import ReportModel

/// Figures: what is read is what an independent reading of the same digits gives, and what is printed is read back.
struct NumbersBody {
    private let cells = CellsBody()

    func run(_ bytes: [UInt8]) {
        let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
        for start in text.indices where text[start] & 0xC0 != 0x80 { check(text, from: start) }
        chinese(text)
        cells.run(text)
        var seed: UInt64 = 0
        for byte in bytes.prefix(8) { seed = seed << 8 | UInt64(byte) }
        printAndRead(Int64(seed % 1_000_000_000_000_000), style: bytes.dropFirst(8).first ?? 0)
        chineseRoundTrip(Int64(seed % 1_000_000_000_000))
    }

    private func check(_ text: [UInt8], from start: Int) {
        guard let number = NumberReader.read(text.span, from: start, to: text.count) else { return }
        require(number.end > start && number.end <= text.count, "a number that ends at \(number.end) of \(text.count)")
        var digits: [UInt32] = []
        var signs = 0
        var isNegative = false
        for scalar in String(decoding: text[start..<number.end], as: UTF8.self).unicodeScalars {
            if let digit = ScalarClass.digit(scalar.value) { digits.append(digit) }
            let folded = ScalarClass.folded(scalar.value)
            if folded == 0x2B || folded == 0x2D { signs += 1 }
            if folded == 0x2D { isNegative = true }
        }
        let value = digits.reduce(Int64(0)) { $0 * 10 + Int64($1) }
        require(digits.count == number.digits && signs == number.signs, "\(number) of \(digits)")
        require(number.mantissa == (isNegative ? -value : value), "\(number) of \(digits)")
        require(Int(number.scale) <= digits.count, "\(number) has more places than digits")
    }

    /// Prints a number in one of many ways.
    private func printAndRead(_ value: Int64, style: UInt8) {
        var digits = String(value)
        if style & 1 != 0 {
            var parts: [String] = []
            while digits.count > 3 {
                parts.insert(String(digits.suffix(3)), at: 0)
                digits.removeLast(3)
            }
            digits = ([digits] + parts).joined(separator: style & 2 != 0 ? "，" : ",")
        }
        var wanted = value
        if style & 4 != 0 {
            digits = (style & 8 != 0 ? "－" : "-") + digits
            wanted = -value
        }
        if style & 16 != 0 {
            digits = String(String.UnicodeScalarView(digits.unicodeScalars.map { (0x30...0x39).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0)! : $0 }))
        }
        let text = Array((digits + (style & 32 != 0 ? "件" : "")).utf8)
        let number = NumberReader.read(text.span, from: 0, to: text.count)
        require(number?.mantissa == wanted && number?.scale == 0, "\(digits) reads as \(String(describing: number))")
        require(number?.end == digits.utf8.count, "\(digits) ends elsewhere")
    }

    private func chinese(_ text: [UInt8]) {
        var number = ChineseNumber()
        var taken = 0
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if number.feed(ScalarClass.folded(scalar.value)) {
                taken += 1
            } else {
                require(number.length == taken, "\(number.length) scalars of \(taken)")
                if let value = number.value { require(value.mantissa >= 0, "\(value) below zero") }
                number = ChineseNumber()
                taken = 0
            }
        }
        if let value = number.value { require(value.mantissa >= 0, "\(value) below zero") }
    }

    private func chineseRoundTrip(_ value: Int64) {
        var number = ChineseNumber()
        let text = NumbersBody.han(value)
        for scalar in text.unicodeScalars { require(number.feed(scalar.value), "\(text) ends at \(scalar)") }
        require(number.value?.mantissa == value && number.value?.scale == 0, "\(text) is \(String(describing: number.value)), not \(value)")
    }

    /// A number below a trillion as it is written in full: 一百零五万三千零二.
    private static func han(_ value: Int64) -> String {
        if value == 0 { return "零" }
        var text = ""
        var isGap = false
        for (size, name) in [(Int64(100_000_000), "亿"), (10_000, "万"), (1, "")] {
            let part = value / size % 10_000
            if part == 0 {
                isGap = !text.isEmpty
                continue
            }
            if !text.isEmpty && (isGap || part < 1000) { text += "零" }
            text += below10000(part) + name
            isGap = false
        }
        return text
    }

    private static func below10000(_ value: Int64) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        var text = ""
        var isGap = false
        for (size, name) in [(Int64(1000), "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = Int(value / size % 10)
            if digit == 0 {
                isGap = !text.isEmpty
                continue
            }
            text += (isGap ? "零" : "") + digits[digit] + name
            isGap = false
        }
        return text
    }
}
