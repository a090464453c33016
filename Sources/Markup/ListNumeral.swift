/// Numerals of counted paragraphs.
enum ListNumeral {
    /// - Parameter format: `ST_NumberFormat` of WordprocessingML. Formats not known here give decimal digits.
    static func text(_ number: Int, format: String) -> String {
        guard number >= 0 else { return "\(number)" }
        switch format {
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital",
            "taiwaneseCounting", "taiwaneseCountingThousand":
            return chinese(number)
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
            guard (1...20).contains(number), let scalar = Unicode.Scalar(0x2460 + number - 1) else {
                return "\(number)"
            }
            return String(scalar)
        case "decimalFullWidth", "decimalFullWidth2":
            return String(String.UnicodeScalarView("\(number)".unicodeScalars.map { full($0) }))
        case "upperLetter": return letter(number, from: 0x41)
        case "lowerLetter": return letter(number, from: 0x61)
        default: return "\(number)"
        }
    }

    private static let digits: [String] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    /// As lists count: 十, 十一, 二十, 一百零一.
    private static func chinese(_ number: Int) -> String {
        switch number {
        case 0...9: return digits[number]
        case 10...99:
            let tens = number / 10 == 1 ? "" : digits[number / 10]
            return tens + "十" + (number % 10 == 0 ? "" : digits[number % 10])
        case 100...999:
            let rest = number % 100
            let hundreds = digits[number / 100] + "百"
            if rest == 0 { return hundreds }
            if rest < 10 { return hundreds + "零" + digits[rest] }
            return hundreds + (rest < 20 ? "一" : "") + chinese(rest)
        default: return "\(number)"
        }
    }

    private static func full(_ digit: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(digit.value + 0xFEE0) ?? digit
    }

    private static func letter(_ number: Int, from first: UInt32) -> String {
        guard (1...26).contains(number), let scalar = Unicode.Scalar(first + UInt32(number) - 1) else {
            return "\(number)"
        }
        return String(scalar)
    }
}
