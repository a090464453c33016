import Bytes
import Decode
import ReportModel
import Testing

@Suite struct JSONLinesTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func results(_ text: String, _ options: DecodeOptions = DecodeOptions()) throws -> [String] {
        try results(Array(text.utf8), options)
    }

    private func results(_ bytes: [UInt8], _ options: DecodeOptions = DecodeOptions()) throws -> [String] {
        try folder.decode(bytes, "a.jsonl", options).map {
            "\($0.path.dropFirst(7)) \($0.code?.rawValue ?? $0.lines.joined(separator: "/"))"
        }
    }

    @Test func takesTheDocumentFromItsField() throws {
        let lines = """
            {"text": "一\\n二", "url": "http://x.cn/1", "id": 7}
            { "id" : "n-2" , "content" : "三" , "other" : {"text": ["}", {"a": "\\"]"}]} }

            {"id":3,"html":"<table><tr><td>四</td><td>1</td></tr><tr><td>五</td><td>2</td></tr></table>","text":"none"}\r
            {"content":"五","text":"","url":null}
            {"text":"六","url":"http://x.cn/1"}
            """
        let documents = try folder.decode(Array(lines.utf8), "a.jsonl")
        #expect(
            documents.map(\.path)
                == ["http://x.cn/1", "n-2", "3", "L5", "http://x.cn/1~2"].map { "a.jsonl!/" + $0 })
        #expect(documents.map(\.format) == [.text, .text, .html, .text, .text])
        #expect(documents[0].lines == ["一", "二"] && documents[1].lines == ["三"])
        #expect(documents[3].lines == ["五"] && documents[4].lines == ["六"])
        #expect(documents[2].document?.string(documents[2].document?.grids.first?.cells.first?.span ?? .empty) == "四")
        var hasher = SHA256Hasher()
        #expect(documents[0].bytes == 7 && documents[0].sha256 == hasher.hash(Array("一\n二".utf8).span).hex)
    }

    @Test func resolvesEscapes() throws {
        #expect(
            try results(#"{"text":"\u5e74\u5EA6 \ud840\udc00 \t\"\\\/ \ud800x \udc00"}"#) == [
                "!/L1 年度 𠀀 \t\"\\/ \u{FFFD}x \u{FFFD}"
            ])
        #expect(try results(#"{"te\u0078t":"键","url":"a\/b\n"}"#) == ["!/a/b%0A 键"])
        #expect(try results(#"{"text":"x\u12"}"#) == ["!/L1 x\u{FFFD}12"])
    }

    @Test func fieldNamesCanBeSet() throws {
        var options = DecodeOptions()
        options.jsonFields.text = ["正文"]
        options.jsonFields.name = ["网址"]
        #expect(try results(#"{"正文":"甲","text":"乙","网址":"w"}"#, options) == ["!/w 甲"])
    }

    @Test func badLinesAreRows() throws {
        let good = #"{"text":"好"}"#
        for bad in [
            #"{"text":"x""#, #"{"text":"x"} y"#, #"{"title":"x"}"#, #"{"text":5}"#, "[]", "text", #"{"a":}"#,
            #"{"a" 1}"#, #"{"text":"x\"}"#,
        ] {
            #expect(try results("\(good)\n\(bad)\n\(good)\n") == ["!/L1 好", "!/L2 bad_record", "!/L3 好"])
        }
        let documents = try folder.decode(Array("\(good)\n[]".utf8), "a.jsonl")
        #expect(documents.last?.failure?.finding.locator == Locator(line: 2))
        // What begins badly is no JSON Lines.
        #expect(try results(#"{"text": "x","# + "\n\"b\": 1}\n\(good)\n") == [" bad_record"])
        #expect(try results(#"{"text":"  "}"#) == ["!/L1 empty_file"])
        #expect(try results("{\"text\":\"a\\u0000b\"}") == ["!/L1 nul_bytes"])
    }

    @Test func linesInGBAreRead() throws {
        // 誠 (D5 5C) ends in the byte of a backslash.
        let line = Array(#"{"text":""#.utf8) + [0xD5, 0x5C, 0xC4, 0xEA] + Array(#"","id":"x"}"#.utf8)
        #expect(try results(line) == ["!/x 誠年"])
    }

    @Test func longLinesArePassedOver() throws {
        var options = DecodeOptions()
        options.maxFileSize = 64
        let long = #"{"text":""# + String(repeating: "长", count: 60_000) + #""}"#
        #expect(
            try results("{\"text\":\"甲\"}\n\(long)\n{\"text\":\"乙\"}\n", options) == [
                "!/L1 甲", "!/L2 too_large", "!/L3 乙",
            ])
    }

    @Test func streamsCompressedLines() throws {
        let lines = (0..<2000).map { #"{"id":\#($0),"text":"第\#($0)份报告"}"# }.joined(separator: "\n")
        let documents = try folder.decode(Deflate.gzip(Array(lines.utf8)), "a.jsonl.gz")
        #expect(documents.map(\.path) == (0..<2000).map { "a.jsonl.gz!/\($0)" })
        #expect(documents.enumerated().allSatisfy { $1.lines == ["第\($0)份报告"] })
    }
}
