import Bytes
import Markup
import ReportModel
import Testing

@Suite("Broken and hostile word processor documents")
struct BrokenWordTests {
    private func failing(_ bytes: [UInt8], _ options: MarkupOptions = MarkupOptions()) -> FindingCode? {
        failure { () throws(StageFailure) in try MarkupReader(options: options).docx(bytes) }
    }

    private func zip(_ document: String, flags: UInt16 = 0x0800) -> [UInt8] {
        var zip = StoredZip()
        zip.add("word/document.xml", Array(document.utf8), flags: flags)
        return zip.bytes()
    }

    @Test(
        "No zip, no main part, no XML",
        arguments: [
            [], Array("no zip at all".utf8), [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        ])
    func noDocument(bytes: [UInt8]) { #expect(failing(bytes) == .badDocx) }

    @Test(
        "A main part that is not well formed",
        arguments: [
            "", "<a>", "<a></b>", "text", "<a>&undefined;</a>", "<a>\u{1}</a>",
        ])
    func badXML(xml: String) { #expect(failing(zip(xml)) == .badDocx) }

    @Test(
        "A document type is refused, so that no entity is ever looked up",
        arguments: [
            "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
            "<!DOCTYPE a [<!ENTITY x \"xxxxxxxx\"><!ENTITY y \"&x;&x;&x;\">]><a>&y;</a>",
        ])
    func documentType(xml: String) { #expect(failing(zip(xml)) == .badDocx) }

    @Test("Every cut of a document fails by name")
    func cuts() {
        let whole = word(table(row(cell("规章"), cell("1"))))
        for count in stride(from: 0, to: whole.count - 1, by: 7) {
            let bytes = Array(whole[..<count])
            // The directory at the end may be missing where all members are there.
            guard let code = failing(bytes) else {
                #expect(count > whole.count - 500)
                continue
            }
            #expect(code == .badDocx)
        }
    }

    @Test("An encrypted member")
    func encrypted() { #expect(failing(zip("<a/>", flags: 0x0801)) == .badDocx) }

    @Test("Tables nested without end, elements with attributes without end")
    func depth() {
        let nested = String(repeating: "<w:tbl><w:tr><w:tc>", count: 20_000)
        #expect(failing(word(nested + String(repeating: "</w:tc></w:tr></w:tbl>", count: 20_000))) == .markupTooComplex)
        let deep = String(repeating: "<w:p>", count: 20_000) + String(repeating: "</w:p>", count: 20_000)
        #expect(failing(word(deep)) == .badDocx)
        let attributes = (0..<30_000).map { "a\($0)='1'" }.joined(separator: " ")
        #expect(failing(word("<w:p \(attributes)/>")) == .markupTooComplex)
    }

    @Test("Size and ratio have limits")
    func size() {
        var options = MarkupOptions()
        options.inflatedBytes = 1_000
        #expect(failing(word(String(repeating: paragraph("规章"), count: 50)), options) == .inflatedTooLarge)
    }

    @Test("A member that inflates beyond measure")
    func ratio() {
        // The deflate stream in a gzip member stands between ten bytes of header and eight of trailer.
        let zeros = [UInt8](repeating: 0x20, count: 300_000)
        let packed = Array(Deflate.gzip(zeros).dropFirst(10).dropLast(8))
        var zip = StoredZip()
        zip.add("word/document.xml", zeros, packed: packed)
        var options = MarkupOptions()
        options.ratioFloor = 100_000
        #expect(failing(zip.bytes(), options) == .ratioTooHigh)
        #expect(failing(zip.bytes()) == .badDocx)
    }

    @Test("A document without text")
    func empty() { #expect(failing(word("<w:p/><w:sectPr/>")) == .emptyFile) }

    @Test("Spans and numbers that make no sense")
    func nonsense() throws {
        let document = try MarkupReader().docx(
            word(
                table(
                    row(
                        cell("a", "<w:gridSpan w:val=\"99999999\"/>"), cell("b", "<w:gridSpan w:val=\"-3\"/>"),
                        cell("c", "<w:gridSpan/>")),
                    row(cell("d"), cell("e"), properties: "<w:gridBefore w:val=\"65535\"/>"))))
        let grid = try #require(document.grids.first)
        #expect(grid.rows == 2)
        #expect(grid.cells.map { document.string($0.span) } == ["a", "b", "c", "d", "e"])
        #expect(grid.columns <= 5)
    }
}
