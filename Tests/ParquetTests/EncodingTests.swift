import Bytes
import ReportModel
import Testing

@testable import Parquet

@Suite struct EncodingTests {
    private func plain(_ mantissa: Int64, scale: UInt8 = 0, _ type: NumberType) -> [UInt8] {
        var buffer = ByteBuffer()
        type.append(mantissa, scale: scale, to: &buffer)
        return buffer.bytes()
    }

    private func plain(_ value: Double) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) } }

    @Test func numbersInPlainEncoding() {
        #expect(plain(258, .integer) == [2, 1, 0, 0, 0, 0, 0, 0])
        #expect(plain(-1, .integer) == Array(repeating: 0xFF, count: 8))
        #expect(plain(-2, .date) == [0xFE, 0xFF, 0xFF, 0xFF])
        #expect(plain(15, scale: 1, .double) == [0, 0, 0, 0, 0, 0, 0xF8, 0x3F])
        // More digits than a fraction has: rounded once, not twice.
        #expect(plain(Int64.max, scale: 14, .double) == plain(Double("92233.72036854775807")!))
        #expect(plain(24_345_401_820_078_475, scale: 5, .double) == plain(Double("243454018200.78475")!))
        // 10^14 = 0x5AF3107A4000.
        #expect(plain(1, .decimal) == [0, 0, 0, 0, 0, 0, 0, 0, 0x5A, 0xF3, 0x10, 0x7A, 0x40, 0])
        #expect(plain(1, scale: 14, .decimal) == Array(repeating: 0, count: 13) + [1])
        #expect(plain(-1, scale: 14, .decimal) == Array(repeating: 0xFF, count: 14))
    }

    @Test(arguments: [Int64.max, Int64.min, 0, 1, -1]) func everyMantissaFitsItsDecimal(_ mantissa: Int64) {
        for scale in UInt8(0)...14 {
            let bytes = plain(mantissa, scale: scale, .decimal)
            #expect(bytes.count == 14)
            let value = bytes.reduce(Int128(bytes[0] >= 0x80 ? -1 : 0)) { $0 << 8 | Int128($1) }
            #expect(value == NumberType.unscaled(mantissa, scale))
            #expect(value.magnitude < 1_000_000_000_000_000_000_000_000_000_000_000)
        }
    }

    @Test func numbersAreOrderedWhateverTheirScale() {
        #expect(NumberType.isLess(DecimalValue(mantissa: 15, scale: 1), DecimalValue(2)))
        #expect(!NumberType.isLess(DecimalValue(2), DecimalValue(mantissa: 15, scale: 1)))
        #expect(NumberType.isLess(DecimalValue(mantissa: .min, scale: 0), DecimalValue(mantissa: .max, scale: 14)))
    }

    @Test func daysOfTheCalendar() {
        func days(_ text: String) -> Int? { DayNumber.days(text.utf8.span) }
        #expect(days("1970-01-01") == 0)
        #expect(days("1969-12-31") == -1)
        #expect(days("2000-02-29") == 11_016)
        #expect(days("2024-12-31") == 20_088)
        #expect(days("0001-01-01") == -719_162)
        #expect(days("2023-02-29") == nil)
        #expect(days("2100-02-29") == nil)
        #expect(days("2023-13-01") == nil)
        #expect(days("2023-1-01") == nil)
        #expect(days("") == nil)
    }

    @Test func thriftInTheCompactProtocol() {
        var thrift = ThriftWriter()
        thrift.element { thrift in
            thrift.integer(1, -1)
            thrift.long(3, 300)
            thrift.text(4, "é")
            thrift.boolean(5, true)
            thrift.boolean(6, false)
            thrift.structure(7) { $0.short(1, 2) }
            thrift.integers(8, [1, 2])
            thrift.texts(9, Array(repeating: "", count: 15))
        }
        let bytes = thrift.buffer.bytes()
        let fields: [[UInt8]] = [
            [0x15, 0x01], [0x26, 0xD8, 0x04], [0x18, 0x02, 0xC3, 0xA9], [0x11], [0x12], [0x1C, 0x14, 0x04, 0x00],
            [0x19, 0x25, 0x02, 0x04], [0x19, 0xF8, 0x0F] + Array(repeating: 0, count: 15), [0x00],
        ]
        #expect(bytes == fields.flatMap { $0 })
    }

    @Test func theBoundsOfTexts() {
        var bounds = TextBounds()
        #expect(bounds.minimum == nil && bounds.maximum == nil)
        for text in ["乙", "b", "a", "é"] { bounds.add(text.utf8.span) }
        #expect(bounds.minimum?.bytes == Array("a".utf8) && bounds.minimum?.isExact == true)
        #expect(bounds.maximum?.bytes == Array("乙".utf8) && bounds.maximum?.isExact == true)
    }

    @Test func longTextsAreCutBetweenCharacters() {
        // 64 bytes hold 21 characters of three bytes, and one byte of the next.
        let long = String(repeating: "中", count: 30)
        var bounds = TextBounds()
        bounds.add(long.utf8.span)
        let head = String(repeating: "中", count: 21)
        #expect(bounds.minimum?.bytes == Array(head.utf8) && bounds.minimum?.isExact == false)
        #expect(bounds.maximum?.bytes == Array((head.dropLast() + "丮").utf8) && bounds.maximum?.isExact == false)
        // The beginning alone is below every longer text, and is itself one of the texts.
        bounds.add(head.utf8.span)
        #expect(bounds.minimum?.isExact == true)
        #expect(bounds.maximum?.isExact == false)
    }

    @Test func aTextWithoutASuccessorHasNoBound() {
        var bounds = TextBounds()
        bounds.add(String(repeating: "\u{10FFFF}", count: 20).utf8.span)
        #expect(bounds.maximum == nil)
        #expect(bounds.minimum?.isExact == false)
        bounds = TextBounds()
        bounds.add(("a\u{D7FF}" + String(repeating: "\u{10FFFF}", count: 20)).utf8.span)
        #expect(bounds.maximum?.bytes == Array("a\u{E000}".utf8))
    }
}
