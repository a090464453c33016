import Bytes
import Decode
import ReportModel
import Testing

@Suite struct WARCTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func record(_ type: String, _ address: String, _ block: [UInt8], length: Int? = nil) -> [UInt8] {
        let head = """
            WARC/1.0\r
            WARC-Type: \(type)\r
            WARC-Target-URI: \(address)\r
            Content-Length: \(length ?? block.count)\r
            \r

            """
        return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
    }

    private func answer(_ body: [UInt8], status: String = "200 OK", _ fields: String...) -> [UInt8] {
        Array("HTTP/1.1 \(status)\r\n\(fields.map { $0 + "\r\n" }.joined())\r\n".utf8) + body
    }

    private func results(_ bytes: [UInt8], _ name: String = "a.warc", _ options: DecodeOptions = DecodeOptions()) throws
        -> [String]
    {
        try folder.decode(bytes, name, options).map {
            "\($0.path) \($0.code?.rawValue ?? $0.lines.joined(separator: "/"))"
        }
    }

    private let text = Array("一、总体情况\n二、主动公开".utf8)

    @Test func readsPagesAndPassesOverTheRest() throws {
        let page = Array("<html><body><p>年度报告</p><p>正文</p></body></html>".utf8)
        let warc =
            record("warcinfo", "", Array("software: x".utf8))
            + record("request", "http://x.cn/a", Array("GET / HTTP/1.1\r\n\r\n".utf8))
            + record("response", "http://x.cn/a?id=1", answer(text, "Content-Type: text/plain"))
            + record("response", "<http://x.cn/b.html>", answer(page, "content-type: text/html; charset=utf-8"))
            + record("resource", "file:///c.txt", text) + record("conversion", "http://x.cn/d", text)
            + record("response", "dns:x.cn", Array("x".utf8))
        let expected = [
            "http://x.cn/a?id=1 一、总体情况/二、主动公开", "http://x.cn/b.html 年度报告/正文", "file:///c.txt 一、总体情况/二、主动公开",
            "http://x.cn/d 一、总体情况/二、主动公开",
        ]
        #expect(try results(warc).joined(separator: "\n") == expected.map { "a.warc!/" + $0 }.joined(separator: "\n"))
        let packed = try results(Deflate.gzip(warc), "a.warc.gz")
        #expect(packed == expected.map { "a.warc.gz!/" + $0 })
        let formats = try folder.decode(warc, "a.warc").map(\.format)
        #expect(formats == [.text, .html, .text, .text])
    }

    @Test func everyRecordMayBeAMemberOfItsOwn() throws {
        let records = (0..<30).map { record("response", "http://x.cn/\($0)", answer(Array("第\($0)页".utf8))) }
        let expected = (0..<30).map { "a.warc.gz!/http://x.cn/\($0) 第\($0)页" }
        let found = try results(records.flatMap { Deflate.gzip($0) }, "a.warc.gz")
        #expect(found == expected)
    }

    @Test func takesCodingsOff() throws {
        let packed = Deflate.gzip(text)
        let half = text.count / 2
        let chunked =
            Array("\(String(half, radix: 16))\r\n".utf8) + text[..<half]
            + Array("\r\n\(String(text.count - half, radix: 16));x=1\r\n".utf8)
            + text[half...] + Array("\r\n0\r\n\r\n".utf8)
        let warc =
            record("response", "u:1", answer(packed, "Content-Encoding: gzip"))
            + record("response", "u:2", answer(text, "Content-Encoding: gzip"))
            + record("response", "u:3", answer(chunked, "Transfer-Encoding: chunked"))
            + record("response", "u:4", answer(text, "Transfer-Encoding: chunked"))
            + record("response", "u:5", answer([0x8B, 0x01, 0x80, 0xFF], "Content-Encoding: br"))
        let same = "一、总体情况/二、主动公开"
        #expect(
            try results(warc)
                == ["u:1 \(same)", "u:2 \(same)", "u:3 \(same)", "u:4 \(same)", "u:5 unsupported_format"].map {
                    "a.warc!/" + $0
                })
    }

    @Test func aChunkedAnswerThatBreaksOffIsNamed() throws {
        // 6 is no figure of the page, and 1234 may be one.
        let cut = [
            record("response", "u:1", answer(Array("6\r\n一二\r\n1234\r\n三".utf8), "Transfer-Encoding: chunked")),
            record("response", "u:2", answer(Array("6\r\n一二\r\n".utf8), "Transfer-Encoding: chunked")),
            record("response", "u:3", answer(Array("6\r\n一二".utf8), "Transfer-Encoding: chunked")),
        ]
        #expect(try results(cut.flatMap { $0 }) == ["a.warc!/u:1 bad_record", "a.warc!/u:2 bad_record", "a.warc!/u:3 bad_record"])
        let plain = record("response", "u:1", answer(Array("12\r\n一二".utf8), "Transfer-Encoding: chunked"))
        #expect(try results(plain) == ["a.warc!/u:1 12/一二"])
    }

    @Test func aRecordMayClaimAnyLength() throws {
        let good = record("response", "u:1", answer(text))
        let found = try results(good + record("response", "u:2", text, length: .max))
        #expect(found == ["a.warc!/u:1 一、总体情况/二、主动公开", "a.warc bad_container"])
    }

    @Test func pagesInGBAreRead() throws {
        // 年度报告
        let gb: [UInt8] = [0xC4, 0xEA, 0xB6, 0xC8, 0xB1, 0xA8, 0xB8, 0xE6]
        let page = Array("<html><body>".utf8) + gb + Array("</body></html>".utf8)
        let warc = record("response", "u:1", answer(page, "Content-Type: text/html; charset=iso-8859-1"))
        #expect(try results(warc) == ["a.warc!/u:1 年度报告"])
    }

    @Test func otherAnswersAreSkipped() throws {
        let warc =
            record("response", "u:1", answer(text, status: "404 Not Found"))
            + record("response", "u:2", Array("no http".utf8))
            + record("response", "u:3", answer([])) + record("response", "u:1", answer(text))
        let documents = try folder.decode(warc, "a.warc")
        #expect(documents.map(\.path) == ["u:1", "u:2", "u:3", "u:1~2"].map { "a.warc!/" + $0 })
        #expect(documents.map(\.code) == [.httpError, .badRecord, .emptyFile, nil])
        #expect(documents[0].failure?.isSkip == true && documents[1].failure?.isSkip == false)
    }

    @Test func damageGivesWhatStoodBefore() throws {
        let good = record("response", "u:1", answer(text))
        let same = "a.warc!/u:1 一、总体情况/二、主动公开"
        #expect(try results(good + Array(good.dropLast(30))) == [same, "a.warc bad_container"])
        #expect(try results(good + Array("no record\r\n".utf8)) == [same, "a.warc bad_container"])
        #expect(
            try results(good + Array("WARC/1.0\r\nWARC-Type: response\r\n\r\n".utf8)) == [same, "a.warc bad_container"])
        #expect(try results(good + record("response", "u:2", text, length: -5)) == [same, "a.warc bad_container"])
        #expect(try results(record("warcinfo", "", text)) == ["a.warc empty_container"])
        let packed = Deflate.gzip(good) + Deflate.gzip(good).dropLast(40)
        let found = try results(packed, "a.warc.gz")
        #expect(found == ["a.warc.gz!/u:1 一、总体情况/二、主动公开", "a.warc.gz bad_gzip"])
    }

    @Test func limitsHold() throws {
        let warc =
            record("response", "u:1", answer([UInt8](repeating: 0x41, count: 500)))
            + record("response", "u:2", answer(text))
        var options = DecodeOptions()
        options.maxFileSize = 200
        #expect(try results(warc, "a.warc", options) == ["a.warc!/u:1 too_large", "a.warc!/u:2 一、总体情况/二、主动公开"])
        options = DecodeOptions()
        options.maxMembers = 1
        #expect(try results(warc, "a.warc", options).last == "a.warc too_many_members")
        let huge = Array("WARC/1.0\r\nX: ".utf8) + [UInt8](repeating: 0x41, count: 1 << 20)
        #expect(try results(huge) == ["a.warc bad_container"])
    }

    @Test func containersInAnswersAreOpened() throws {
        let zip = ArchiveMaker.zip([ArchiveMaker.Member("x.txt", "附件")])
        #expect(try results(record("response", "u:1.zip", answer(zip))) == ["a.warc!/u:1.zip!/x.txt 附件"])
    }
}
