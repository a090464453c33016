import Bytes
import ReportModel
import Testing

@testable import Markup

@Suite("Charsets of pages")
struct CharsetTests {
    /// 规章许可 and 镕 (GBK, not GB 2312) in GB18030, then a character of four bytes (U+20087).
    private let chinese: [UInt8] = [
        0xB9, 0xE6, 0xD5, 0xC2, 0xD0, 0xED, 0xBF, 0xC9, 0xE9, 0x46, 0x95, 0x32, 0x90, 0x31,
    ]
    private let text = "规章许可镕\u{20087}"

    private func html(meta: String, body: [UInt8]) -> [UInt8] {
        Array("<html><head>\(meta)</head><body><p>".utf8) + body + Array("</p></body></html>".utf8)
    }

    @Test(
        "GB bytes are GB18030 whatever the page or the transport says",
        arguments: [
            "", "<meta charset=utf-8>", "<meta charset=gb2312>", "<meta charset='iso-8859-1'>",
            "<meta charset=x-unknown>",
            "<meta http-equiv=Content-Type content='text/html; charset=gbk'>",
        ], ["utf-8", "gb2312", nil])
    func gb(meta: String, hint: String?) throws {
        let document = try MarkupReader().html(html(meta: meta, body: chinese), charsetHint: hint).value
        #expect(document.encoding == .gb18030)
        #expect(render(document) == text)
    }

    @Test(
        "UTF-8 bytes are UTF-8 whatever the page or the transport says",
        arguments: [
            "", "<meta charset=gb2312>", "<meta http-equiv=Content-Type content='text/html; charset=big5'>",
        ], ["gbk", "utf-8", nil])
    func utf8(meta: String, hint: String?) throws {
        let document = try MarkupReader().html(html(meta: meta, body: Array(text.utf8)), charsetHint: hint).value
        #expect(document.encoding == .utf8)
        #expect(render(document) == text)
    }

    @Test("Byte order marks")
    func marks() throws {
        let source = "<p>规章 7</p>"
        let little: [UInt8] = [0xFF, 0xFE] + source.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + source.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let eight: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(source.utf8)
        for (bytes, encoding) in [(little, TextEncoding.utf16le), (big, .utf16be), (eight, .utf8)] {
            let document = try MarkupReader().html(bytes, charsetHint: nil).value
            #expect(document.encoding == encoding)
            #expect(render(document) == "规章 7")
        }
    }

    @Test("UTF-16 without a mark")
    func unmarked() throws {
        let bytes = "<p>规章 7</p>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let document = try MarkupReader().html(bytes, charsetHint: "UTF-16LE").value
        #expect(document.encoding == .utf16le)
        #expect(render(document) == "规章 7")
    }

    @Test("A page cut in the middle of a character loses that character only")
    func cut() throws {
        let body = String(repeating: "规章许可", count: 30)
        let eight = try MarkupReader().html(Array("<p>7</p><p>\(body)".utf8.dropLast()), charsetHint: nil).value
        #expect(eight.encoding == .utf8)
        #expect(render(eight) == "7\n" + body.dropLast() + "\u{FFFD}")
        let gb = try MarkupReader().html(Array("<p>7</p><p>".utf8) + chinese.dropLast(), charsetHint: nil).value
        #expect(gb.encoding == .gb18030)
        #expect(render(gb).hasPrefix("7\n规章许可镕\u{FFFD}"))
    }

    @Test("Bytes of no charset we know fail by name")
    func noise() {
        var state: UInt32 = 7
        let noise = (0..<4_000).map { _ -> UInt8 in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(state >> 24)
        }
        #expect(failure { () throws(StageFailure) in try MarkupReader().html(noise, charsetHint: nil).value } == .badEncoding)
    }

    @Test("Text given out is valid UTF-8 even for lone surrogates and control characters")
    func valid() throws {
        let document = try page("<p>a&#xD800;b&#0;c&#x110000;d\u{1}\u{0}e</p>")
        #expect(UTF8Survey(document.text).badOffset == nil)
        #expect(render(document).filter { "abcde".contains($0) } == "abcde")
    }
}
