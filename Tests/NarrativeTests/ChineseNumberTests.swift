import HanText
import Testing

@Suite struct ChineseNumberTests {
    static func read(_ text: String) -> String? {
        var number = ChineseNumber()
        for scalar in text.unicodeScalars where !number.feed(scalar.value) { return "refused \(scalar)" }
        guard let value = number.value else { return nil }
        return value.scale == 0 ? "\(value.mantissa)" : "\(value.mantissa)/\(value.scale)"
    }

    @Test(arguments: [
        ("0", "0"), ("301", "301"), ("12.5", "125/1"), ("零", "0"), ("三", "3"), ("两", "2"), ("十", "10"), ("十二", "12"),
        ("二十", "20"),
        ("三十五", "35"), ("一百", "100"), ("一百零五", "105"), ("一百一十", "110"), ("两百一十五", "215"), ("一千零五", "1005"),
        ("三千二百", "3200"), ("一千二百三十四", "1234"), ("一万", "10000"), ("三万五千", "35000"), ("十二万", "120000"),
        ("一百二十万", "1200000"), ("一亿", "100000000"), ("一亿二千万", "120000000"), ("1.2万", "12000"), ("0.12万", "1200"),
        ("5.2万", "52000"), ("3千", "3000"), ("12万5千", "125000"), ("3.5亿", "350000000"), ("1.23456万", "123456/1"),
        ("九点五", "95/1"),
        ("十二点三四", "1234/2"),
    ])
    func values(_ text: String, _ value: String) { #expect(ChineseNumberTests.read(text) == value) }

    @Test(arguments: [
        "三五", "一百二", "二〇二四", "百", "万", "千百", "百二", "十百", "1.", "九点", "99999999999999999999", "九九九九", "二百三百", "万万",
        "1234567890123456", "亿亿亿",
    ])
    func noExactNumber(_ text: String) { #expect(ChineseNumberTests.read(text) == nil) }

    @Test(arguments: ["条", "a", "1条", "1.2.3", ".5", "点五", " 1"])
    func refused(_ text: String) { #expect(ChineseNumberTests.read(text)?.hasPrefix("refused") == true) }

    @Test func tellsHowItWasWritten() {
        func number(_ text: String) -> ChineseNumber {
            var number = ChineseNumber()
            for scalar in text.unicodeScalars where !number.feed(scalar.value) { break }
            return number
        }
        let han = number("十二")
        #expect(han.isHan && han.hasMultiplier && !han.hasFraction && han.length == 2)
        let mixed = number("1.2万条")
        #expect(!mixed.isHan && mixed.hasMultiplier && mixed.length == 4)
    }
}
