import Bytes
import Decode
import ReportModel
import Testing

/// Files of which the end is missing, wherever they were cut: members that are whole may be read, and the last row says that there
/// was more.
@Suite struct CutTests {
    typealias Member = ArchiveMaker.Member

    private let folder: ScratchFolder
    private let members = (1...3).map { Member("\($0).txt", "第\($0)份 受理 \($0 * 7919) 件") }
    private let records = (1...3).map { number in
        let body = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n第\(number)页 受理 \(number * 7919) 件"
        let head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: u:\(number)\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
        return Array((head + body + "\r\n\r\n").utf8)
    }
    private let lines = (1...3).map { "{\"id\": \"\($0)\", \"text\": \"第\($0)行 受理 \($0 * 7919) 件\"}\n" }

    /// No format but tar is told by more bytes.
    private static let signature = 12

    init() throws { folder = try ScratchFolder() }

    /// Cuts a file everywhere but in its first bytes, by which its format is told, in its last `spare` bytes, and at places where
    /// nothing shows that there was more.
    private func expectNamed(
        _ name: String, _ whole: [UInt8], from first: Int = CutTests.signature, spare: Int = 0, unseen: Set<Int> = []
    ) throws {
        let worker = DecodeWorker()
        func texts(_ bytes: ArraySlice<UInt8>) throws -> (texts: [String], last: DecodedDocument?) {
            let documents = worker.all(try folder.file(name, Array(bytes)))
            #expect(Set(documents.map(\.path)).count == documents.count)
            return (documents.filter { $0.code == nil }.map { $0.lines.joined(separator: "\n") }, documents.last)
        }
        let intact = try texts(whole[...]).texts
        #expect(intact.count == 3, "\(name)")
        for cut in first..<(whole.count - spare) where !unseen.contains(cut) {
            let (read, last) = try texts(whole[..<cut])
            let isNamed = last?.path.hasPrefix(name) == true && last?.failure?.isSkip == false && last?.failure?.finding.severity == .error
            if !isNamed { Issue.record("\(name) cut at \(cut) of \(whole.count): the last row is \(last?.path ?? "none"), \(last?.code?.rawValue ?? "read")") }
            if read != Array(intact.prefix(read.count)) { Issue.record("\(name) cut at \(cut) of \(whole.count) reads \(read)") }
        }
    }

    @Test func archives() throws {
        let tar = ArchiveMaker.tar(members)
        // Of two blocks of zeros at the end, one is enough.
        try expectNamed("a.tar", tar, from: 512, spare: 512)
        try expectNamed("a.zip", ArchiveMaker.zip(members))
        try expectNamed("a.7z", ArchiveMaker.written(members, format: "7zip"))
        let halves = Deflate.gzip(Array(tar[..<1024])) + Deflate.gzip(Array(tar[1024...]))
        for packed in [Deflate.gzip(tar), halves] { try expectNamed("a.tar.gz", packed) }
        for (name, filter) in [("a.tar.xz", "xz"), ("a.tar.bz2", "bzip2")] {
            try expectNamed(name, ArchiveMaker.written([Member("x", tar)], format: "raw", filter: filter))
        }
        try expectNamed("a.zip.gz", Deflate.gzip(ArchiveMaker.zip(members)))
    }

    @Test func aTarWithinAContainer() throws {
        let cut = Array(ArchiveMaker.tar(members)[..<1024])
        let documents = try folder.decode(ArchiveMaker.zip([Member("a.tar", cut), Member("b.txt", "邻")]), "a.zip")
        #expect(documents.map(\.path) == ["a.zip!/a.tar!/1.txt", "a.zip!/a.tar", "a.zip!/b.txt"])
        #expect(documents.map(\.code) == [nil, .badContainer, nil])
    }

    @Test func webArchives() throws {
        // Behind a whole record a web archive may end.
        var unseen: Set<Int> = []
        for count in 1...2 {
            let end = records[..<count].reduce(0) { $0 + $1.count }
            unseen.formUnion([end - 1, end])
        }
        try expectNamed("a.warc", records.flatMap { $0 }, spare: 1, unseen: unseen)
        try expectNamed("a.warc.gz", Deflate.gzip(records.flatMap { $0 }))
        let packed = records.map { Deflate.gzip($0) }
        let ends = [packed[0].count, packed[0].count + packed[1].count]
        try expectNamed("a.warc.gz", packed.flatMap { $0 }, unseen: Set(ends))
    }

    @Test func jsonLines() throws {
        let whole = lines.flatMap { Array($0.utf8) }
        var unseen: Set<Int> = []
        for count in 1...2 {
            let end = lines[..<count].reduce(0) { $0 + $1.utf8.count }
            unseen.formUnion([end - 1, end])
        }
        try expectNamed("a.jsonl", whole, spare: 1, unseen: unseen)
        try expectNamed("a.jsonl.gz", Deflate.gzip(whole))
    }

    @Test func singleDocuments() throws {
        let page = Array("<html><body><p>年度报告</p><table><tr><td>受理</td><td>7919</td></tr></table></body></html>".utf8)
        let text = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>年度报告</w:t></w:r></w:p></w:body></w:document>"
        let word = ArchiveMaker.zip([Member("[Content_Types].xml", "<Types/>"), Member("word/document.xml", text)])
        for (name, whole) in [("a.docx", word), ("a.txt.gz", Deflate.gzip(Array(members[0].bytes + members[1].bytes))), ("a.html.gz", Deflate.gzip(page))] {
            #expect(try folder.decode(whole, name).map(\.code) == [nil])
            for cut in CutTests.signature..<whole.count {
                let documents = try folder.decode(Array(whole[..<cut]), name)
                #expect(documents.map(\.path) == [name] && documents[0].failure?.finding.severity == .error, "cut at \(cut)")
            }
        }
        let cut = try folder.decode(Array(page.dropLast(30)), "a.html")
        #expect(cut.map(\.code) == [nil] && cut[0].findings.map(\.code) == [.cutOff])
    }
}
