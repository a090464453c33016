import Bytes
import Testing

@Suite struct CharsetTests {
    private func gb(_ bytes: [UInt8]) -> Result<String, TextConversionError> {
        do throws(TextConversionError) {
            var converter = try GB18030Converter()
            var output = ByteBuffer()
            try converter.convert(bytes.span, into: &output)
            return .success(output.string(0..<output.count))
        } catch {
            return .failure(error)
        }
    }

    private func utf16(_ bytes: [UInt8], bigEndian: Bool) -> Result<String, TextConversionError> {
        do throws(TextConversionError) {
            var output = ByteBuffer()
            try UTF16Converter.convert(bytes.span, bigEndian: bigEndian, into: &output)
            return .success(output.string(0..<output.count))
        } catch {
            return .failure(error)
        }
    }

    @Test func readsTheGBFamily() {
        // 政府信息公开年度报告 in GB 2312.
        let words: [UInt8] = [
            0xD5, 0xFE, 0xB8, 0xAE, 0xD0, 0xC5, 0xCF, 0xA2, 0xB9, 0xAB, 0xBF, 0xAA, 0xC4, 0xEA, 0xB6, 0xC8, 0xB1, 0xA8,
            0xB8, 0xE6,
        ]
        #expect(gb(words) == .success("政府信息公开年度报告"))
        #expect(gb([0x31, 0x09] + words + [0x0A]) == .success("1\t政府信息公开年度报告\n"))
        // 镕 is in GBK only, 㐀 and 𠀀 have four bytes in GB18030, · and ， are punctuation.
        #expect(gb([0xE9, 0x46]) == .success("镕"))
        #expect(gb([0x81, 0x39, 0xEE, 0x39]) == .success("㐀"))
        #expect(gb([0x95, 0x32, 0x82, 0x36]) == .success("𠀀"))
        #expect(gb([0xA1, 0xA4, 0xA3, 0xAC]) == .success("·，"))
        #expect(gb([]) == .success(""))
    }

    @Test func saysWhereGBGoesWrong() {
        #expect(gb([0x41, 0xFF, 0x41]) == .failure(.badSequence(offset: 1)))
        #expect(gb([0x41, 0x80, 0x41]) == .failure(.badSequence(offset: 1)))
        #expect(gb([0xD5, 0xFE, 0xB8, 0x20]) == .failure(.badSequence(offset: 2)))
        #expect(gb([0xD5, 0xFE, 0xB8]) == .failure(.cutOff(offset: 2)))
        #expect(gb([0x81, 0x39, 0xEE]) == .failure(.cutOff(offset: 0)))
        #expect(gb([0x81, 0x39, 0x41, 0x39]) == .failure(.badSequence(offset: 0)))
    }

    @Test func readsUTF16() {
        let text = "第1章 𠀀\n"
        let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        #expect(utf16(little, bigEndian: false) == .success(text))
        #expect(utf16(big, bigEndian: true) == .success(text))
        #expect(utf16([0x41], bigEndian: false) == .failure(.cutOff(offset: 0)))
        #expect(utf16([0x41, 0, 0x40, 0xD8], bigEndian: false) == .failure(.cutOff(offset: 2)))
        #expect(utf16([0x41, 0, 0x40, 0xD8, 0x41, 0], bigEndian: false) == .failure(.badSequence(offset: 2)))
        #expect(utf16([0x00, 0xDC, 0x41, 0], bigEndian: false) == .failure(.badSequence(offset: 0)))
    }
}
