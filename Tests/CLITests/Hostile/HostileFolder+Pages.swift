/// Web pages and word processor documents.
extension HostileFolder {
    static let pages: [HostileInput] = [
        HostileInput("nested-tables.html", "markup_too_complex", text: "<html>" + String(repeating: "<table><tr><td>", count: 20_000)),
        HostileInput("nested-blocks.html", "markup_too_complex", text: "<html>" + String(repeating: "<div>", count: 200_000) + "一"),
        HostileInput("nested-fonts.html", "markup_too_complex", text: "<html>" + String(repeating: "<b><font>", count: 50_000) + "一"),
        HostileInput("attributes.html", "markup_too_complex", text: "<html><p " + (0..<100_000).map { "a\($0)=1 " }.joined() + ">一</p>"),
        HostileInput("spans.html", "not_a_report", text: "<html><table>" + String(repeating: "<tr><td rowspan=65534 colspan=1000000>1", count: 300) + "</table>"),
        HostileInput("cut.html", "not_a_report", firstPart("data/formats/nanting-forestry-2023.html", tenths: 1)),
        HostileInput("cut-tag.html", "empty_file", text: "<html><body><table><tr><td title=\"一"),
        HostileInput("script.html", "not_a_report", text: "<html><body onload=alert(1)><script>alert(document.cookie)</script><img src=x onerror=alert(1)>一</body></html>"),
        HostileInput("frames.html", "not_a_report", text: "<html><iframe src=\"file:///etc/hostname\"></iframe><object data=\"http://127.0.0.1/x\"></object><link rel=import href=//a/b>一</html>"),
        HostileInput("entities.html", "not_a_report", text: "<html>" + String(repeating: "&#x110000;&#0;&#xD800;&amp;amp;&bogus;", count: 20_000) + "一"),
        HostileInput("laughs.xhtml", "not_a_report", text: laughs + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>一&e9;&file;</body></html>"),
        HostileInput("charset.html", "not_a_report", Array("<html><meta charset=\"utf-7\"><meta charset=\"x-no-such\"><body>+ADw-script+AD4-一".utf8)),
        HostileInput("comment.html", "empty_file", text: "<html><!--" + String(repeating: "-- >", count: 100_000)),
    ]

    private static let start =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"

    static let words: [HostileInput] = [
        HostileInput("laughs.docx", "bad_docx", word(laughs + start + "<w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>")),
        HostileInput("other-file.docx", "bad_docx", word(laughs + start + "<w:p><w:r><w:t>&file;</w:t></w:r></w:p></w:body></w:document>")),
        HostileInput("broken.docx", "bad_docx", word(start + "<w:p><w:r></w:p>")),
        HostileInput("nested.docx", "markup_too_complex", word(start + String(repeating: "<w:tbl><w:tr><w:tc>", count: 20_000))),
        HostileInput("bomb.docx", "inflated_too_large", word(start + String(repeating: " ", count: 60_000_000) + "</w:body></w:document>")),
        HostileInput("cut.docx", "bad_docx", firstPart("data/formats/nanting-forestry-2023.docx")),
        HostileInput("empty.docx", "empty_file", word(start + "</w:body></w:document>")),
        HostileInput("spans.docx", "not_a_report", word(start + "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>")),
        HostileInput("secret.docx", "bad_docx", PackedBytes.zip([Member("[Content_Types].xml", "<Types/>"), Member("word/document.xml", [UInt8](repeating: 7, count: 99), flags: 1)])),
    ]

    private static func word(_ document: String) -> [UInt8] {
        PackedBytes.zip([
            Member("[Content_Types].xml", "<Types/>"), Member("word/document.xml", Array(document.utf8), isDeflated: true),
        ])
    }
}
