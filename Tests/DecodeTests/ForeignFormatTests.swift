import Decode
import ReportModel
import Testing

@Suite struct ForeignFormatTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test(
        arguments: [
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "a.doc", false, "docx"),
            (Array("{\\rtf1\\ansi}".utf8), "a.txt", false, "docx"),
            (Array("MIME-Version: 1.0\r\n".utf8), "a.html", false, "HTML"),
            (Array("{\n  \"text\": 1\n}".utf8), "a.json", false, "JSON Lines"),
            (Array("<?xml version=\"1.0\"?><报告/>".utf8), "a.xml", false, "XML"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a.txt", true, "image"),
            ([0xFF, 0xD8, 0xFF, 0xE0], "a.jpg", true, "image"),
            (Array("GIF89a".utf8), "a", true, "image"),
            ([0x7F, 0x45, 0x4C, 0x46, 1, 1, 1], "gongkai", true, "program"),
            (Array("body { color: red }".utf8), "style.css", true, "style"),
            (Array("<svg xmlns='x'/>".utf8), "logo.svg", true, "image"),
        ] as [([UInt8], String, Bool, String)])
    func hasAdvice(_ bytes: [UInt8], _ name: String, _ isSkip: Bool, _ word: String) throws {
        let all = try folder.decode(bytes, name)
        #expect(all.count == 1)
        #expect(all[0].code == .unsupportedFormat)
        #expect(all[0].failure?.isSkip == isSkip)
        #expect(all[0].failure?.finding.message.contains(word) == true)
        #expect(all[0].format == .unknown && all[0].sha256 != nil)
    }

    @Test func contentComesBeforeTheName() throws {
        let text = Array("年度报告\n一、总体情况".utf8)
        for name in ["a.doc", "a.pdf", "a.zip", "a.xls", "a.md", "a"] {
            #expect(try folder.decode(text, name).first?.format == .text)
        }
    }
}
