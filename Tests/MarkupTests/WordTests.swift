import Markup
import ReportModel
import Testing

@Suite("Word processor documents")
struct WordTests {
    private func read(_ body: String, numbering: String? = nil, styles: String? = nil) throws -> Document {
        try MarkupReader().docx(word(body, numbering: numbering, styles: styles))
    }

    @Test("Paragraphs and tables in order, lines counted in paragraphs")
    func order() throws {
        let document = try read(
            paragraph("某镇2023年政府信息公开工作年度报告") + paragraph("") + paragraph("一、总体情况")
                + table(row(cell("规章"), cell("0")), row(cell("许可"), cell("3"))) + paragraph("　　尾　声  "))
        #expect(
            render(document)
                == "某镇2023年政府信息公开工作年度报告\n一、总体情况\n[2×2]\n  规章 | 0\n  许可 | 3\n尾　声")
        #expect(document.lines.map(\.number) == [1, 3, 3, 8])
        #expect(document.format == .docx)
        #expect(document.grids[0].cells.map(\.locator.description) == ["t1r1c1", "t1r1c2", "t1r2c1", "t1r2c2"])
    }

    @Test("Text cut over runs, fields, links and tracked changes joins")
    func runs() throws {
        let document = try read(
            """
            <w:p><w:r><w:t>规</w:t></w:r><w:proofErr w:type="gramEnd"/><w:r><w:t>章</w:t></w:r><w:ins><w:r><w:t>加</w:t></w:r></w:ins>
            <w:del><w:r><w:delText>删</w:delText><w:t>删</w:t></w:r></w:del><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 9</w:instrText></w:r><w:r><w:t>12</w:t></w:r>
            <w:hyperlink><w:r><w:t>件</w:t></w:r></w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>
            <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r><w:r><w:noBreakHyphen/><w:t>&lt;3</w:t></w:r></w:p>
            """)
        #expect(render(document) == "规章加12件显-<3")
    }

    @Test("What is struck out is left out, and raised digits stay marks")
    func marks() throws {
        func run(_ properties: String, _ text: String) -> String { "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>" }
        let document = try read(
            "<w:p>" + run("<w:strike/>", "7") + run("<w:dstrike w:val=\"true\"/>", "8") + run("<w:strike w:val=\"0\"/>", "12")
                + run("<w:vertAlign w:val=\"superscript\"/>", "1") + run("<w:vertAlign w:val=\"baseline\"/>", "件") + "</w:p>")
        #expect(render(document) == "12¹件")
    }

    @Test("Tabs and line breaks; tab stops are no tabs")
    func tabs() throws {
        let document = try read(
            """
            <w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr><w:r><w:t>规章</w:t><w:tab/><w:t>0</w:t><w:tab/><w:tab/>
            <w:t>2</w:t><w:br/><w:t>许可</w:t><w:tab/><w:t>5</w:t></w:r></w:p>
            """)
        #expect(render(document) == "规章\t0\t\t2\n许可\t5")
        #expect(document.lines.map(\.number) == [1, 1])
    }

    @Test("Merged cells expand to places")
    func merged() throws {
        let restart = "<w:vMerge w:val=\"restart\"/>"
        let document = try read(
            table(
                row(
                    cell("角", "<w:gridSpan w:val=\"2\"/>" + restart), cell("人员", "<w:gridSpan w:val=\"2\"/>"),
                    cell("合计", restart)),
                row(
                    cell("", "<w:gridSpan w:val=\"2\"/><w:vMerge/>"), cell("甲"), cell("乙"),
                    cell("", "<w:vMerge w:val=\"continue\"/>")),
                row(cell("组", restart), cell("一"), cell("1"), cell("2"), cell("3")),
                row(cell("", "<w:vMerge/>"), cell("二"), cell("4"), cell("5"), cell("9"))))
        let grid = try #require(document.grids.first)
        #expect(
            expanded(grid, document) == [
                ["角", "角", "人员", "人员", "合计"], ["角", "角", "甲", "乙", "合计"], ["组", "一", "1", "2", "3"],
                ["组", "二", "4", "5", "9"],
            ])
        #expect(grid.cells.last?.locator.description == "t1r4c5")
    }

    @Test("A merge that starts nowhere is a cell; columns left free shift a row; removed rows and cells are gone")
    func oddMerges() throws {
        let document = try read(
            table(
                row(cell("a", "<w:vMerge/>"), cell("b"), cell("c")),
                row(cell("d"), cell("e"), properties: "<w:gridBefore w:val=\"1\"/>"),
                row(cell("x"), cell("y"), cell("z"), properties: "<w:del w:id=\"1\"/>"),
                row(cell("f"), cell("g", "<w:cellDel w:id=\"2\"/>"), cell("h"), cell("i"))))
        let grid = try #require(document.grids.first)
        #expect(expanded(grid, document) == [["a", "b", "c"], ["∅", "d", "e"], ["f", "h", "i"]])
        #expect(grid.cells.first { document.string($0.span) == "d" }?.locator.description == "t1r2c1")
    }

    @Test("Several paragraphs in a cell, a table in a cell")
    func cells() throws {
        let inner = table(row(cell("a"), cell("1")), row(cell("b"), cell("2")))
        let document = try read(
            table(
                row(
                    "<w:tc>\(paragraph("结果"))\(paragraph(""))\(paragraph("维 持"))</w:tc>", cell("1"), cell("2"),
                    cell("3")),
                row("<w:tc>\(paragraph("外"))\(inner)<w:p/></w:tc>", cell("4"), cell("5"), cell("6"))))
        #expect(
            render(document) == "[2×4]\n  结果⏎维 持 | 1 | 2 | 3\n  外 | 4 | 5 | 6\n[2×2]\n  a | 1\n  b | 2")
    }

    @Test("Of a text box's two forms one is read, after its paragraph")
    func textBoxes() throws {
        let box = "<w:txbxContent>\(paragraph("框内"))</w:txbxContent>"
        let document = try read(
            """
            <w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>\(box)</wps:txbx></w:drawing>
            </mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>
            <w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>只此</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>
            """)
        #expect(render(document) == "前后\n框内\n只此")
    }

    @Test("What Word counts is a part of the text")
    func numbering() throws {
        let level: (Int, String, String) -> String = {
            "<w:lvl w:ilvl=\"\($0)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\($1)\"/><w:lvlText w:val=\"\($2)\"/></w:lvl>"
        }
        let definitions = """
            <w:abstractNum w:abstractNumId="4">\(level(0, "chineseCountingThousand", "%1、"))\(level(1, "japaneseCounting", "（%2）"))\
            \(level(2, "decimal", "%3."))\(level(3, "bullet", "●"))</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>
            """
        let styles = """
            <w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
            <w:style w:styleId="H2"><w:basedOn w:val="H"/></w:style>
            """
        let item: (Int) -> String = { "<w:numPr><w:ilvl w:val=\"\($0)\"/><w:numId w:val=\"7\"/></w:numPr>" }
        let document = try read(
            paragraph("总体情况", item(0)) + paragraph("主动公开", item(1)) + paragraph("依申请", item(1))
                + paragraph("子", item(2))
                + paragraph("点", item(3)) + paragraph("主动公开政府信息情况", "<w:pStyle w:val=\"H\"/>") + paragraph("甲", item(1))
                + paragraph("收到和处理", "<w:pStyle w:val=\"H2\"/>")
                + paragraph("不计", "<w:pStyle w:val=\"H\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>")
                + paragraph("无此", "<w:numPr><w:numId w:val=\"99\"/></w:numPr>"),
            numbering: definitions, styles: styles)
        #expect(
            render(document)
                == "一、总体情况\n（一）主动公开\n（二）依申请\n1.子\n点\n二、主动公开政府信息情况\n（一）甲\n三、收到和处理\n不计\n无此")
    }

    @Test("A table of contents is left out")
    func contents() throws {
        let document = try read(
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>"
                + paragraph("一、总体情况 1") + "</w:sdtContent></w:sdt><w:sdt><w:sdtContent>" + paragraph("一、总体情况")
                + "</w:sdtContent></w:sdt>")
        #expect(render(document) == "一、总体情况")
    }

    @Test("The strict variant of the format")
    func strict() throws {
        var zip = StoredZip()
        zip.add(
            "word/document.xml",
            Array(
                "<d xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'><body><p><r><t>规章</t></r></p></body></d>"
                    .utf8))
        #expect(render(try MarkupReader().docx(zip.bytes())) == "规章")
    }
}
