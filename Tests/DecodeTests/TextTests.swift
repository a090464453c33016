import Bytes
import Decode
import ReportModel
import Testing

@Suite struct TextTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func one(_ bytes: [UInt8], _ name: String = "a.txt", _ options: DecodeOptions = DecodeOptions()) throws
        -> DecodedDocument
    {
        let all = try folder.decode(bytes, name, options)
        #expect(all.count == 1)
        return all[0]
    }

    private let text = "2023年政府信息公开工作年度报告\n一、总体情况\n\n受理\t12\t件"

    /// The text in GB 2312, made with another implementation.
    private var gb: [UInt8] {
        TextTests.bytes(
            "32303233c4ead5feb8aed0c5cfa2b9abbfaab9a4d7f7c4eab6c8b1a8b8e60ad2bba1a2d7dccce5c7e9bff60a0acadcc0ed09"
                + "313209bcfe")
    }

    static func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex.utf8).map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    @Test func readsUTF8() throws {
        let decoded = try one(Array(text.utf8))
        #expect(decoded.lines == ["2023年政府信息公开工作年度报告", "一、总体情况", "", "受理\t12\t件"])
        #expect(decoded.document?.lines.map(\.number) == [1, 2, 3, 4])
        #expect(decoded.format == .text && decoded.encoding == .utf8 && decoded.findings.isEmpty)
        #expect(decoded.bytes == Int64(text.utf8.count))
        var hasher = SHA256Hasher()
        #expect(decoded.sha256 == hasher.hash(Array(text.utf8).span).hex)
        #expect(decoded.document?.format == .text && decoded.document?.encoding == .utf8)
        #expect(try one(Array((text + "\n").utf8)).lines.count == 4)
    }

    @Test func aByteOrderMarkIsNoText() throws {
        let decoded = try one([0xEF, 0xBB, 0xBF] + Array(text.utf8))
        #expect(decoded.document?.text == Array(text.utf8))
        #expect(decoded.encoding == .utf8)
    }

    @Test func readsUTF16() throws {
        let units = Array(text.utf16)
        let little = [[0xFF, 0xFE]] + units.map { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let big = [[0xFE, 0xFF]] + units.map { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        for (pairs, encoding) in [(little, TextEncoding.utf16le), (big, .utf16be)] {
            let decoded = try one(Array(pairs.joined()))
            #expect(decoded.document?.text == Array(text.utf8))
            #expect(decoded.encoding == encoding)
        }
        let cut = try one(Array(little.joined().dropLast()))
        #expect(cut.document?.text == Array(text.utf8.dropLast(3)))
        #expect(cut.findings.map(\.code) == [.badEncoding])
        #expect(try one([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xDC, 0x41, 0x00]).code == .badEncoding)
        #expect(try one([0xFF, 0xFE, 0x41, 0x00, 0x00, 0x00]).code == .nulBytes)
    }

    @Test func readsTheGBFamily() throws {
        let decoded = try one(gb)
        #expect(
            decoded.document.map { String(decoding: $0.text, as: UTF8.self) }
                == "2023年政府信息公开工作年度报告\n一、总体情况\n\n受理\t12\t件")
        #expect(decoded.encoding == .gb18030 && decoded.format == .text)
        #expect(decoded.bytes == Int64(gb.count))
        // One reader goes on to the next file.
        let worker = DecodeWorker()
        for _ in 0..<3 { #expect(worker.all(try folder.file("g.txt", gb)).first?.lines.count == 4) }
    }

    @Test func aCutOffCharacterIsAWarning() throws {
        for cut in 1...2 {
            let decoded = try one(Array("年度报告\n年".utf8.dropLast(cut)))
            #expect(decoded.lines == ["年度报告"])
            #expect(decoded.findings.map(\.code) == [.badEncoding] && decoded.findings.first?.severity == .warning)
            #expect(decoded.findings.first?.locator == Locator(line: 2))
        }
        let decoded = try one(Array(gb.dropLast()))
        #expect(decoded.lines.last == "受理\t12\t")
        #expect(decoded.findings.map(\.code) == [.badEncoding])
    }

    @Test func bytesInNoEncodingAreNamed() throws {
        // Damaged UTF-8 is not taken for GB18030, which would make other characters of it.
        var damaged = Array("第一行\n二、主动公开政府信息情况\n三、收到和处理".utf8)
        damaged[20] = 0xFF
        #expect(try one(damaged).code == .badEncoding)
        #expect(try one(damaged).failure?.finding.locator == Locator(line: 2))
        damaged[20] = 0x41
        #expect(try one(damaged).code == .badEncoding)
        // No charset at all.
        #expect(try one([0x61, 0xFF, 0xFE, 0x62, 0x0A]).code == .badEncoding)
        #expect(try one(Array("caf".utf8) + [0xE9] + Array(" au lait".utf8)).code == .badEncoding)
        var noise = SeededNoise(7)
        #expect(try one((0..<500).map { _ in noise.next() | 1 }).code == .badEncoding)
        // A bad byte in the middle of GB text.
        #expect(try one(gb + [0x0A, 0xFF, 0x0A] + gb).code == .badEncoding)
        #expect(try one(gb + [0x0A, 0xFF, 0x0A] + gb).failure?.finding.locator == Locator(line: 5))
        #expect(try one([0xEF, 0xBB, 0xBF] + gb).code == .badEncoding)
    }

    @Test func nulsAreNamed() throws {
        let decoded = try one(Array("第一行\n第\0二行\n".utf8))
        #expect(decoded.code == .nulBytes)
        #expect(decoded.failure?.finding.locator == Locator(line: 2))
        #expect(decoded.failure?.finding.severity == .error && decoded.failure?.isSkip == false)
        #expect(try one(gb + [0] + gb).code == .nulBytes)
        #expect(try one([UInt8](repeating: 0, count: 1000)).code == .nulBytes)
    }

    @Test(arguments: ["", " ", "\n\n\r\n\t \u{C}", "\u{FEFF}", "\u{3000}\u{3000}\n\u{A0}", "\u{FEFF}\n"])
    func emptyFilesAreNamed(_ text: String) throws {
        #expect(try one(Array(text.utf8)).code == .emptyFile)
        #expect(try one(Deflate.gzip(Array(text.utf8)), "a.txt.gz").code == .emptyFile)
    }

    @Test func everyKindOfLineEnd() throws {
        let decoded = try one(Array("一\r\n二\r三\n四\r\n\r\n五\u{C}六\n\u{C}七\n八\u{C}\n九".utf8))
        #expect(decoded.lines == ["一", "二", "三", "四", "", "五", "六", "七", "八", "", "九"])
        #expect(decoded.document?.lines.map(\.number) == [1, 2, 3, 4, 5, 6, 6, 7, 8, 8, 9])
    }

    @Test func lineSpansCoverTheText() throws {
        var noise = SeededNoise(9)
        let pieces = ["年", "\n", "\r", "\r\n", "\u{C}", "a b", "\t", "0"]
        for _ in 0..<300 {
            let text = (0..<40).map { _ in pieces[Int(noise.next()) % pieces.count] }.joined() + "x"
            let document = try #require(try one(Array(text.utf8)).document)
            let plain = text.unicodeScalars.split(omittingEmptySubsequences: true) {
                "\n\r\u{C}".unicodeScalars.contains($0)
            }
            #expect(
                document.lines.filter { !$0.span.isEmpty }.map { document.string($0.span) } == plain.map { String($0) })
            #expect(document.lines.map(\.number) == document.lines.map(\.number).sorted())
        }
    }

    @Test func limitsHold() throws {
        var options = DecodeOptions()
        options.maxLines = 3
        #expect(try one(Array("1\n2\n3".utf8), "a.txt", options).lines.count == 3)
        #expect(try one(Array("1\n2\n3\n4".utf8), "a.txt", options).code == .tooManyLines)
        #expect(try one(Array("1\r2\r3\r4".utf8), "a.txt", options).code == .tooManyLines)
        options = DecodeOptions()
        options.maxFileSize = 10
        let decoded = try one(Array("01234567890".utf8), "a.txt", options)
        #expect(decoded.code == .tooLarge && decoded.bytes == 11 && decoded.sha256 == nil)
    }

    @Test func filesThatCannotBeReadAreNamed() throws {
        let worker = DecodeWorker()
        let missing = SourceFile(path: "no.txt", location: folder.path + "/no.txt", size: 0)
        #expect(worker.all(missing).map(\.code) == [.unreadableFile])
        let aFolder = SourceFile(path: "folder", location: folder.path, size: 0)
        #expect(worker.all(aFolder).map(\.code) == [.notARegularFile])
        let problem = Finding(.discover, .error, .linkLoop, "loop")
        let found = SourceFile(path: "loop", location: folder.path + "/loop", size: 7, problem: problem)
        #expect(worker.all(found).map { $0.failure?.finding } == [problem])
    }
}
