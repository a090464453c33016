import ReportModel
import Testing

@testable import Markup

@Suite("Pages that end too soon")
struct PageEndTests {
    private func read(_ html: some Sequence<UInt8>) throws(StageFailure) -> Outcome<Document> { try MarkupReader().html(Array(html)) }

    private let whole = """
        <html><body><h1>题</h1><div><p>文</p>
        <table><tr><td>规章</td><td class=n>1234</td></tr>
        <tr><td>许可</td><td><p><span>56</span>78</p></td></tr></table></div><p>尾</p></body></html>
        """

    @Test("Wherever a page is cut, that is said, and no figure is read that is a part of one")
    func cuts() throws {
        var cells: Set<String> = []
        // One `<` alone is no markup yet.
        for count in 2..<whole.utf8.count {
            let cut = Array(whole.utf8.prefix(count))
            do throws(StageFailure) {
                let outcome = try read(cut)
                let hasEnd = String(decoding: cut, as: UTF8.self).contains("</body")
                #expect(outcome.findings.map(\.code) == (hasEnd ? [] : [.cutOff]), "cut at \(count)")
                #expect(outcome.findings.allSatisfy { $0.severity == .warning && $0.locator == Locator(line: Int32(cut.count { $0 == 0x0A } + 1)) })
                for grid in outcome.value.grids { cells.formUnion(grid.cells.map { outcome.value.string($0.span) }) }
            } catch {
                let code = error.finding.code
                #expect(code == .emptyFile || code == .badEncoding, "cut at \(count): \(code)")
            }
        }
        #expect(cells.subtracting(["", "规章", "1234", "许可", "5678"]).isEmpty)
        #expect(cells.isSuperset(of: ["1234", "5678"]))
        #expect(try read(whole.utf8).findings.isEmpty)
    }

    @Test(
        "Pages and parts of pages that are whole are not taken for cut ones",
        arguments: [
            "<p>文", "<p>文<p>文", "<table><tr><td>1<td>2</table>", "<div><p>文</div>", "<body><div><table><tr><td>文</body>",
            "<html><body>文</html>", "<HTML><BODY>文</BODY>", "文 < 3", "<ul><li>文<li>文",
        ])
    func ends(html: String) throws { #expect(try read(html.utf8).findings.isEmpty) }

    @Test(
        "Parts of pages are cut where a table, a block or a tag has no end",
        arguments: ["<table><tr><td>1<td>", "<div><p>文</p>", "<p>文</p><p cl", "<p>文</p><script>var a = 1"])
    func parts(html: String) throws {
        #expect(try read(html.utf8).findings.map(\.code) == (html.contains("script") ? [] : [.cutOff]))
    }

    @Test("End tags that end nothing may stand in the cell that the cut has torn")
    func strays() throws {
        let html = "<html><table><tr><td>规章</td></tr>" + String(repeating: "</b>", count: 20_001) + "<tr><td>12</i>3</i>4"
        let outcome = try read(html.utf8)
        #expect(outcome.findings.map(\.code) == [.cutOff])
        #expect(render(outcome.value).contains("规章") && !render(outcome.value).contains("12"))
    }

    @Test("A page laid out in one large cell keeps its text")
    func largeCell() throws {
        let html = "<html><table><tr><td>" + (0..<300).map { "<p>第\($0)条</p>" }.joined()
        let outcome = try read(html.utf8)
        #expect(outcome.findings.map(\.code) == [.cutOff])
        #expect(render(outcome.value).contains("第299条"))
    }
}
