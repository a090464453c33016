import Bytes
import Decode
import ReportModel
import Testing

@Suite struct FormatTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private let page = "<table><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr></table>"

    @Test func pagesAreKnownByTheirTags() throws {
        for text in [
            "<!DOCTYPE html>\n\(page)", "<html>\(page)</html>", "\u{FEFF}  \n\(page)", "<div>\(page)</div>",
            "年度报告\n\(page)",
            "<?xml version='1.0'?><html>\(page)</html>",
        ] {
            let document = try folder.decode(Array(text.utf8), "a.txt").first
            #expect(document?.format == .html)
            #expect(document?.document?.grids.map(\.cells.count) == [3])
        }
        for text in ["金额 < 5 万元，比例 > 3", "<附件1>\n正文", "a <b> c"] {
            #expect(try folder.decode(Array(text.utf8), "a.txt").first?.format == .text)
        }
        #expect(try folder.decode(Array("纯文字".utf8), "a.html").first?.format == .html)
        #expect(try folder.decode(Array("  ".utf8), "a.html").first?.code == .emptyFile)
    }

    @Test func linesAroundTablesInTextAreKept() throws {
        let text =
            "年度报告\n\n一、总体情况\n正文 a < b\n<TABLE\n border=1>\n<tr><td>甲</td><td>1</td></tr>\n<tr><td>乙</td><td>2</td></tr></table>\n三、<b\n>收到</b>\n末"
        let document = try #require(try folder.decode(Array(text.utf8), "a.md").first?.document)
        let lines = document.lines.map { $0.grid >= 0 ? "#\($0.grid)" : document.string($0.span) }
        #expect(lines.filter { !$0.isEmpty } == ["年度报告", "一、总体情况", "正文 a < b", "#0", "三、收到", "末"])
        #expect(document.grids.map { $0.cells.map { document.string($0.span) } } == [["甲", "1", "乙", "2"]])
        #expect(document.lines.first { $0.grid < 0 && document.string($0.span) == "一、总体情况" }?.number == 3)
    }

    @Test func pagesInUTF16AreKnown() throws {
        let units = Array("<html><body><p>年度报告</p></body></html>".utf16)
        let bytes = [[0xFF, 0xFE]] + units.map { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let document = try folder.decode(Array(bytes.joined()), "a.txt").first
        #expect(document?.format == .html && document?.lines == ["年度报告"])
    }

    @Test func wordProcessorDocumentsAreKnownByTheirParts() throws {
        let body = """
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
            <w:p><w:r><w:t>年度报告</w:t></w:r></w:p></w:body></w:document>
            """
        let types = ArchiveMaker.Member("[Content_Types].xml", "<Types/>")
        let docx = ArchiveMaker.zip([types, ArchiveMaker.Member("word/document.xml", body)])
        for name in ["a.docx", "a.zip", "a"] {
            let document = try folder.decode(docx, name).first
            #expect(document?.format == .docx && document?.lines == ["年度报告"])
        }
        // Inside a container, packed or stored.
        for container in [
            ArchiveMaker.zip([ArchiveMaker.Member("b.docx", docx)]),
            ArchiveMaker.tar([ArchiveMaker.Member("b.docx", docx)]),
        ] {
            let documents = try folder.decode(container, "a.zip")
            #expect(documents.map(\.path) == ["a.zip!/b.docx"])
            #expect(documents.first?.lines == ["年度报告"])
        }
        #expect(try folder.decode(Deflate.gzip(docx), "a.docx.gz").first?.lines == ["年度报告"])
        let cut = try folder.decode(Array(docx[..<(docx.count / 2)]), "a.docx")
        #expect(cut.map(\.code) == [.badDocx] && cut.map(\.path) == ["a.docx"])
    }

    @Test func otherPackagesAreForeign() throws {
        for (part, word) in [
            ("xl/workbook.xml", "spreadsheet"), ("ppt/presentation.xml", "presentation"), ("OFD.xml", "OFD"),
            ("META-INF/manifest.xml", "OpenDocument"),
        ] {
            let documents = try folder.decode(ArchiveMaker.zip([ArchiveMaker.Member(part, "x")]), "a.docx")
            #expect(documents.map(\.code) == [.unsupportedFormat])
            #expect(documents.first?.failure?.finding.message.contains(word) == true)
        }
    }

    @Test func brokenPDFsAreNamed() throws {
        let documents = try folder.decode(Array("%PDF-1.4\nnothing".utf8), "a.pdf")
        #expect(documents.count == 1 && documents.first?.format == .pdf)
        #expect([.badPDF, .popplerMissing].contains(documents.first?.code))
    }
}
