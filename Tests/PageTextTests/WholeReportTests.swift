import FoundationEssentials
import PageText
import ReportModel
import Testing

/// Whole reports as word processors and browsers write them; beside each PDF stands what is printed in it.
@Suite struct WholeReportTests {
    @Test(arguments: ["writer-three-pages", "web-three-pages"]) func report(name: String) throws {
        let path = "\(Fixtures.folder)/\(name)"
        let document = try PDFReader(options: .patient).read(path: path + ".pdf", bytes: [])
        let expected = try String(contentsOf: URL(filePath: path + ".txt"), encoding: .utf8)
        let (lines, wanted) = (document.rendered.split(separator: "\n"), expected.split(separator: "\n"))
        for (line, want) in zip(lines, wanted) { #expect(line == want) }
        #expect(lines.count == wanted.count)
        #expect(document.encoding == .utf8)
    }
}
