import Bytes
import Decode
import ReportModel
import Testing

@Suite struct ContainerTests {
    typealias Member = ArchiveMaker.Member

    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func texts(_ documents: [DecodedDocument]) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: documents.map { ($0.path, $0.code?.rawValue ?? $0.lines.joined(separator: "\n")) })
    }

    private let members = [
        Member("年报/甲.txt", "一、总体情况"), Member("b.txt", "二"), Member("c.txt", Deflate.gzip(Array("三".utf8))),
    ]

    private let expected = ["年报/甲.txt": "一、总体情况", "b.txt": "二", "c.txt": "三"]

    private func expected(_ container: String) -> [String: String] {
        Dictionary(uniqueKeysWithValues: expected.map { ("\(container)!/\($0)", $1) })
    }

    @Test func everyKindOfContainer() throws {
        let zip = ArchiveMaker.zip(members)
        let tar = ArchiveMaker.tar(members)
        let containers: [(String, [UInt8])] = [
            ("a.zip", zip), ("a.tar", tar), ("a.tar.gz", Deflate.gzip(tar)), ("a.zip.gz", Deflate.gzip(zip)),
            ("a.tgz", Deflate.gzip(Array(tar[..<700])) + Deflate.gzip(Array(tar[700...]))),
            ("a.tar.xz", ArchiveMaker.written([Member("x", tar)], format: "raw", filter: "xz")),
            ("a.tar.bz2", ArchiveMaker.written([Member("x", tar)], format: "raw", filter: "bzip2")),
            ("a.7z", ArchiveMaker.written(members, format: "7zip")), ("no-ending", zip), ("a.txt", tar),
        ]
        for (name, bytes) in containers {
            let documents = try folder.decode(bytes, name)
            #expect(texts(documents) == expected(name))
        }
        // The members stand in the order of the container.
        #expect(try folder.decode(zip, "a.zip").map(\.path) == ["a.zip!/年报/甲.txt", "a.zip!/b.txt", "a.zip!/c.txt"])
    }

    @Test func membersHaveTheirOwnSizeAndDigest() throws {
        let documents = try folder.decode(ArchiveMaker.tar(members), "a.tar")
        var hasher = SHA256Hasher()
        #expect(documents.map(\.bytes) == members.map { Int64($0.bytes.count) })
        #expect(documents.map(\.sha256) == members.map { hasher.hash($0.bytes.span).hex })
    }

    @Test func compressedDocumentsAreNoContainers() throws {
        let text = "政府信息公开"
        for filter in ["xz", "bzip2"] {
            let packed = ArchiveMaker.written([Member("x", text)], format: "raw", filter: filter)
            let documents = try folder.decode(packed, "a.txt.\(filter)")
            #expect(texts(documents) == ["a.txt.\(filter)": text])
            #expect(documents.first?.bytes == Int64(packed.count))
        }
        let twice = Deflate.gzip(Deflate.gzip(Array(text.utf8)))
        #expect(texts(try folder.decode(twice, "a.gz.gz")) == ["a.gz.gz": text])
    }

    @Test func namesInGBAreRead() throws {
        var member = Member("", "正文")
        // 年报.txt
        member.name = [0xC4, 0xEA, 0xB1, 0xA8] + Array(".txt".utf8)
        #expect(texts(try folder.decode(ArchiveMaker.zip([member]), "a.zip")) == ["a.zip!/年报.txt": "正文"])
        #expect(texts(try folder.decode(ArchiveMaker.tar([member]), "a.tar")) == ["a.tar!/年报.txt": "正文"])
        member.name = [0xFF, 0x41]
        #expect(texts(try folder.decode(ArchiveMaker.zip([member]), "a.zip")) == ["a.zip!/%FFA": "正文"])
    }

    @Test func namesThatLeadOutAreNamed() throws {
        let names = ["../../x.txt", "/etc/passwd", "a/../../b.txt", "..\\x.txt", "C:/x.txt", "C:\\x.txt", "../\u{301}x.txt", "/\u{35A}x.txt"]
        let hostile = names.map { Member($0, "boo") } + [Member("ok.txt", "好")]
        for (name, bytes) in [("a.zip", ArchiveMaker.zip(hostile)), ("a.tar", ArchiveMaker.tar(hostile))] {
            let documents = try folder.decode(bytes, name)
            #expect(documents.filter { $0.code == .badMemberPath }.count == names.count)
            #expect(documents.last?.path == "\(name)!/ok.txt" && documents.last?.lines == ["好"])
            for document in documents {
                let inside = document.path.dropFirst(name.count + 2)
                #expect(!inside.utf8.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) })
            }
        }
    }

    @Test func equalNamesAreToldApart() throws {
        let twins = [Member("a.txt", "1"), Member("a.txt", "2"), Member("a.txt~2", "3"), Member("./a.txt", "4")]
        #expect(
            texts(try folder.decode(ArchiveMaker.tar(twins), "t.tar"))
                == ["t.tar!/a.txt": "1", "t.tar!/a.txt~2": "2", "t.tar!/a.txt~2~2": "3", "t.tar!/a.txt~3": "4"])
    }

    @Test func linksAreNotFollowed() throws {
        for kind in ["1", "2", "3"] as [Character] {
            let tar = ArchiveMaker.tar([Member("link", "")], kind: kind, target: "/etc/passwd")
            #expect(texts(try folder.decode(tar, "a.tar")) == ["a.tar!/link": "not_a_regular_file"])
        }
    }

    @Test func encryptedMembersAreNamed() throws {
        var secret = Member("geheim.txt", "xxxxxxxxxxxxxxxx")
        secret.isEncrypted = true
        let documents = try folder.decode(ArchiveMaker.zip([secret, Member("b.txt", "二")]), "a.zip")
        #expect(texts(documents) == ["a.zip!/geheim.txt": "encrypted_member", "a.zip!/b.txt": "二"])
    }

    @Test func emptyContainersAreARow() throws {
        let hidden = [Member("__MACOSX/._a.txt", "x"), Member(".DS_Store", "x")]
        for (name, bytes) in [
            ("a.zip", ArchiveMaker.zip([])), ("b.zip", ArchiveMaker.zip(hidden)),
            ("a.tar", ArchiveMaker.tar([Member("d/", "")], kind: "5")),
        ] {
            let documents = try folder.decode(bytes, name)
            #expect(texts(documents) == [name: "empty_container"])
            #expect(documents.first?.failure?.isSkip == true)
        }
    }

    @Test func aBrokenDirectoryIsNoEmptyContainer() throws {
        var zip = ArchiveMaker.zip(members)
        // Where the directory starts.
        zip[zip.count - 6] ^= 0x7F
        let documents = try folder.decode(zip, "a.zip")
        #expect(!documents.contains { $0.code == .emptyContainer })
        #expect(
            documents.contains { $0.path == "a.zip!/b.txt" && $0.lines == ["二"] }
                || documents.last?.code == .badContainer)
    }

    @Test func aDirectoryThatNamesNothingIsBroken() throws {
        var zip = ArchiveMaker.zip(members)
        for place in [8, 10, 12, 14] { zip[zip.count - 22 + place] = 0 }
        let documents = try folder.decode(zip, "a.zip")
        #expect(documents.map(\.path) == ["a.zip"] && documents.map(\.code) == [.badContainer])
    }

    @Test func containersInContainers() throws {
        var inner = ArchiveMaker.zip([Member("x.txt", "底")])
        var path = "x.txt"
        for depth in 2...3 {
            inner =
                depth == 2
                ? ArchiveMaker.tar([Member("\(depth).zip", inner)]) : ArchiveMaker.zip([Member("\(depth).tar", inner)])
            path = depth == 2 ? "2.zip!/x.txt" : "3.tar!/" + path
        }
        #expect(texts(try folder.decode(inner, "a.zip")) == ["a.zip!/\(path)": "底"])
        let deeper = ArchiveMaker.zip([Member("4.zip", inner), Member("b.txt", "邻")])
        #expect(
            texts(try folder.decode(deeper, "a.zip"))
                == ["a.zip!/4.zip!/3.tar!/2.zip": "container_too_deep", "a.zip!/b.txt": "邻"])
        let layers = (0..<6).reduce(Array("x".utf8)) { bytes, _ in Deflate.gzip(bytes) }
        #expect(texts(try folder.decode(layers, "a.gz")) == ["a.gz": "container_too_deep"])
        var options = DecodeOptions()
        options.maxDepth = 8
        #expect(texts(try folder.decode(layers, "a.gz", options)) == ["a.gz": "x"])
    }

    @Test func truncationGivesWhatWasReadAndOneRowForTheContainer() throws {
        let many = (0..<20).map { Member("\($0).txt", String(repeating: "第\($0)个", count: 200)) }
        for (name, whole) in [
            ("a.zip", ArchiveMaker.zip(many)), ("a.tar", ArchiveMaker.tar(many)),
            ("a.tar.gz", Deflate.gzip(ArchiveMaker.tar(many))),
            ("a.7z", ArchiveMaker.written(many, format: "7zip")),
        ] {
            let documents = try folder.decode(Array(whole[..<(whole.count * 6 / 10)]), name)
            let good = documents.filter { $0.code == nil }
            #expect(name == "a.7z" ? good.isEmpty : good.count >= 5, "\(name) \(texts(documents))")
            #expect(
                good.allSatisfy {
                    $0.document?.text.count == many[0].bytes.count || $0.document?.text.count == many[10].bytes.count
                })
            let container = documents.filter { $0.path == name }
            #expect(
                container.count == 1 && container.first?.failure?.finding.severity == .error,
                "\(name) \(documents.map(\.path))")
            #expect(Set(documents.map(\.path)).count == documents.count)
        }
    }

    @Test func aDamagedNumberNeverPasses() throws {
        let many = (0..<12).map { Member("\($0).txt", "第\($0)份 受理 \($0 * 7919) 件") }
        let intact = Set(many.map { String(decoding: $0.bytes, as: UTF8.self) })
        let one = Deflate.gzip(ArchiveMaker.tar(many))
        let parts = ArchiveMaker.tar(many)
        let two = Deflate.gzip(Array(parts[..<4096])) + Deflate.gzip(Array(parts[4096...]))
        let worker = DecodeWorker()
        var passed = 0
        for whole in [one, two] {
            for place in 10..<whole.count {
                var damaged = whole
                damaged[place] ^= 0x04
                let documents = worker.all(try folder.file("a.tar.gz", damaged))
                let texts = documents.filter { $0.code == nil }.map { $0.lines.joined(separator: "\n") }
                passed += texts.count
                if !texts.allSatisfy(intact.contains) { Issue.record("byte \(place): \(texts)") }
                // Some bytes mean nothing (a time, a copy of zeros from elsewhere); then all is there.
                let isNamed = documents.last?.path == "a.tar.gz" && documents.last?.code != nil
                if !isNamed && texts.count != many.count { Issue.record("byte \(place) is missed") }
            }
        }
        // What stands before the damaged part is not lost.
        #expect(passed > 0)
    }

    @Test func aDamagedNumberNeverPassesInAnArchive() throws {
        let many = (0..<6).map { Member("\($0).txt", "第\($0)份 受理 \($0 * 7919) 件") }
        let intact = Set(many.map { String(decoding: $0.bytes, as: UTF8.self) })
        let worker = DecodeWorker()
        for (name, whole) in [
            ("a.zip", ArchiveMaker.zip(many)), ("b.zip", ArchiveMaker.written(many, format: "zip")),
            ("a.7z", ArchiveMaker.written(many, format: "7zip")),
            ("a.tar.xz", ArchiveMaker.written([Member("x", ArchiveMaker.tar(many))], format: "raw", filter: "xz")),
            ("a.tar.bz2", ArchiveMaker.written([Member("x", ArchiveMaker.tar(many))], format: "raw", filter: "bzip2")),
        ] {
            for place in whole.indices {
                var damaged = whole
                damaged[place] ^= 0x04
                let documents = worker.all(try folder.file(name, damaged))
                let texts = documents.filter { $0.code == nil }.map { $0.lines.joined(separator: "\n") }
                if !texts.allSatisfy(intact.contains) { Issue.record("\(name), byte \(place): \(texts)") }
                if documents.isEmpty { Issue.record("\(name), byte \(place): nothing") }
            }
        }
    }

    @Test func whatIsCutOffBehindItsLastMemberIsNamed() throws {
        let zip = ArchiveMaker.zip(members)
        let tar = Deflate.gzip(ArchiveMaker.tar(members))
        for (name, bytes, code) in [
            ("a.zip", zip.dropLast(30), FindingCode.badContainer), ("a.tar.gz", tar.dropLast(4), .badGzip),
        ] {
            let documents = try folder.decode(Array(bytes), name)
            #expect(documents.filter { $0.code == nil }.count == 3)
            #expect(documents.last?.path == name && documents.last?.code == code, "\(texts(documents))")
        }
        #expect(try folder.decode(tar + [0, 0, 0], "a.tar.gz").count == 3)
    }

    @Test func everyTruncationEndsInOneWay() throws {
        let whole = ArchiveMaker.zip(members)
        let worker = DecodeWorker()
        for cut in 0..<whole.count {
            let documents = worker.all(try folder.file("a.zip", Array(whole[..<cut])))
            #expect(!documents.isEmpty)
            #expect(Set(documents.map(\.path)).count == documents.count)
        }
    }

    @Test func limitsAreNamedAndCanBeSet() throws {
        let many = (0..<10).map { Member("\($0).txt", "第\($0)") }
        var options = DecodeOptions()
        options.maxMembers = 4
        var documents = try folder.decode(ArchiveMaker.zip(many), "a.zip", options)
        #expect(documents.map(\.path) == ["a.zip!/0.txt", "a.zip!/1.txt", "a.zip!/2.txt", "a.zip!/3.txt", "a.zip"])
        #expect(documents.last?.code == .tooManyMembers)
        options = DecodeOptions()
        options.maxContainerSize = 9
        documents = try folder.decode(ArchiveMaker.tar(many), "a.tar", options)
        #expect(documents.last?.path == "a.tar" && documents.last?.code == .inflatedTooLarge)
        options = DecodeOptions()
        options.maxInflatedSize = 3
        documents = try folder.decode(ArchiveMaker.tar(many), "a.tar", options)
        #expect(documents.count == 10 && documents.allSatisfy { $0.code == .inflatedTooLarge })
        // A container may be larger than any document.
        options = DecodeOptions()
        options.maxFileSize = 100
        documents = try folder.decode(ArchiveMaker.zip(many), "a.zip", options)
        #expect(documents.count == 10 && documents.allSatisfy { $0.code == nil })
    }

    @Test func largeFilesAreReadPieceByPiece() throws {
        var noise = SeededNoise(5)
        let many = (0..<40).map { number in
            Member("\(number).txt", Array("第\(number)份\n".utf8) + (0..<40_000).map { _ in noise.next() % 26 + 0x61 })
        }
        let zip = ArchiveMaker.zip(many)
        let tar = ArchiveMaker.tar(many)
        for (name, bytes) in [
            ("a.zip", zip), ("a.tar", tar), ("a.tgz", Deflate.gzip(tar)), ("a.zip.gz", Deflate.gzip(zip)),
        ] {
            #expect(bytes.count > 1 << 20 || name.hasSuffix("gz"))
            let documents = try folder.decode(bytes, name)
            #expect(documents.map { $0.lines.first ?? "" } == (0..<40).map { "第\($0)份" })
            let cut = try folder.decode(Array(bytes[..<(bytes.count * 9 / 10)]), name)
            #expect(cut.last?.path == name && cut.last?.code != nil && cut.last?.sha256?.utf8.count == 64)
        }
        let long = Array(String(repeating: "第一行\n", count: 200_000).utf8)
        let document = try folder.decode(long, "a.txt").first
        var hasher = SHA256Hasher()
        #expect(document?.document?.lines.count == 200_000 && document?.sha256 == hasher.hash(long.span).hex)
    }

    @Test func aBombLeavesItsNeighboursAlone() throws {
        let zeros = [UInt8](repeating: 0, count: 40 << 20)
        let bomb = ArchiveMaker.written([Member("bomb.txt", zeros), Member("good.txt", "好")], format: "zip")
        #expect(bomb.count < 100_000)
        #expect(
            texts(try folder.decode(bomb, "a.zip")) == ["a.zip!/bomb.txt": "ratio_too_high", "a.zip!/good.txt": "好"])
        let packed = Deflate.gzip(zeros, level: 9)
        let tar = ArchiveMaker.tar([Member("bomb.gz", packed), Member("good.txt", "好")])
        #expect(texts(try folder.decode(tar, "a.tar")) == ["a.tar!/bomb.gz": "ratio_too_high", "a.tar!/good.txt": "好"])
        let inner = ArchiveMaker.written([Member("x", zeros)], format: "raw", filter: "xz")
        #expect(texts(try folder.decode(inner, "a.txt.xz")) == ["a.txt.xz": "ratio_too_high"])
    }

    @Test func whoeverTakesTheDocumentsMayStop() throws {
        struct Enough: Error {}
        let file = try folder.file("a.zip", ArchiveMaker.zip(members))
        var taken = 0
        #expect(throws: Enough.self) {
            try DecodeWorker().decode(file) { (_: consuming DecodedDocument) throws(Enough) in
                taken += 1
                if taken == 2 { throw Enough() }
            }
        }
        #expect(taken == 2)
    }
}
