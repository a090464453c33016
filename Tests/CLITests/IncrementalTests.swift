import Foundation
import Testing

/// A run over what the run before has left reads only what has changed, and writes what a run over all would write.
@Suite struct IncrementalTests {
    private let corpus: Corpus

    init() throws { corpus = try Corpus() }

    private var count: Int { get throws { try corpus.paths().count } }

    @Test func nothingIsReadWhereNothingHasChanged() throws {
        #expect(try corpus.night().read == count)
        #expect(try corpus.night().read == 0)
        #expect(try corpus.night("--jobs", "1").read == 0)
        #expect(try corpus.night("--full").read == count)
    }

    @Test func onlyWhatHasChangedIsRead() throws {
        try corpus.night()
        try corpus.append("\n补充说明：本年度共举办培训3次。\n", to: "text/qingshi-town-2023.txt")
        #expect(try corpus.night().read == 1)
        try corpus.remove("text/chenghu-water-bureau-2019.txt")
        #expect(try corpus.night().read == 0)
        try corpus.move("text/nanting-forestry-2023.txt", to: "another/place/南汀.txt")
        #expect(try corpus.night().read == 1)
        try corpus.copy("text/qingshi-town-2022.txt", to: "a-copy.txt")
        try corpus.place.write("", to: "data/text/empty.txt")
        try corpus.place.write(Workplace.noReport, to: "data/zz.txt")
        #expect(try corpus.night().read == 3)
        try corpus.remove("a-copy.txt")
        try corpus.remove("zz.txt")
        #expect(try corpus.night().read == 0)
    }

    /// Each report takes others with it: its copies, and the years of the same body.
    @Test(arguments: [
        "irregular/qingshi-town-2024-copy.txt", "text/qingshi-town-2024.txt", "text/qingshi-town-2023.txt",
        "text/qingshi-town-2022.txt", "formats/nanting-forestry-2023.html", "irregular/fengming-two-offices.txt",
    ])
    func whatOthersSaidOfAReportThatWentGoesWithIt(path: String) throws {
        try corpus.night()
        let data = try Data(contentsOf: corpus.url(path))
        try corpus.remove(path)
        #expect(try corpus.night().read == 0)
        try data.write(to: corpus.url(path))
        #expect(try corpus.night().read == 1)
        #expect(try corpus.night().read == 0)
    }

    @Test func contentDecidesWhereTimesLeaveADoubt() throws {
        try corpus.night()
        let path = "text/qingshi-town-2023.txt"
        let url = corpus.url(path)
        // The same bytes at another time are the same.
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: url.path)
        #expect(try corpus.night().read == 0)
        // Other bytes of the same length at the same time are others.
        var text = try String(contentsOf: url, encoding: .utf8)
        let digit = try #require(text.lastIndex { $0 >= "1" && $0 <= "8" && $0.isASCII })
        text.replaceSubrange(digit...digit, with: "9")
        let handle = try FileHandle(forWritingTo: url)
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: url.path)
        #expect(try corpus.night().read == 1)
    }

    @Test func anotherConfigurationReadsEverything() throws {
        try corpus.night()
        let plain = try corpus.night(environment: ["GONGKAI_CSV_FLAVOR": "plain"])
        #expect(try plain.read == count)
        #expect(plain.error.contains("note: the program, its codebook or the configuration is not that of the last run; every input is read [other_version]\n"))
        #expect(try corpus.night(environment: ["GONGKAI_CSV_FLAVOR": "plain"]).read == 0)
        let limited = ["GONGKAI_CSV_FLAVOR": "plain", "GONGKAI_LIMITS_LINES": "100"]
        #expect(try corpus.night(environment: limited).read == count)
        // What bears on no row changes nothing.
        #expect(try corpus.night("--jobs", "3", "--max-failed", "99", environment: limited).read == 0)
        #expect(try corpus.night("--input", "data", environment: limited).read == 0)
        // Other inputs are a change of the inputs.
        var left = try corpus.paths().count { !$0.hasPrefix("text/") }
        try corpus.place.write("{\"exclude\": [\"text/\"]}", to: "pipeline.json")
        #expect(try corpus.night(environment: limited).read == 0)
        try corpus.place.write("{}", to: "pipeline.json")
        left = try count - left
        #expect(try corpus.night(environment: limited).read == left)
    }

    @Test func knownFailuresAreReadAgainWhenAskedFor() throws {
        try corpus.place.write("", to: "data/empty.txt")
        try corpus.place.write("{\"a\": 1}\n{\"a\": 2}\n", to: "data/odd.jsonl")
        let first = try corpus.night()
        #expect(first.error.contains("empty.txt: error: "))
        let second = try corpus.night()
        #expect(second.read == 0)
        #expect(!second.error.contains("empty.txt: error: "))
        #expect(second.error.contains(" failed"))
        let failed = try corpus.place.text("out/files.csv").split(whereSeparator: \.isNewline).filter { $0.contains(",failed,") }
        let inputs = Set(failed.map { $0.prefix { $0 != "," && $0 != "!" } })
        #expect(try corpus.night("--retry-failed").read == inputs.count)
        #expect(try corpus.night().read == 0)
    }

    @Test func whatCouldNotBeOpenedIsTriedAgain() throws {
        try corpus.place.write("data/none.txt\ndata/text/qingshi-town-2023.txt\ndata/text/qingshi-town-2022.txt\n", to: "list")
        #expect(try corpus.night("--files-from", "list").read == 3)
        #expect(try corpus.night("--files-from", "list").read == 1)
        try corpus.copy("text/qingshi-town-2024.txt", to: "none.txt")
        #expect(try corpus.night("--files-from", "list").read == 1)
        #expect(try corpus.night("--files-from", "list").read == 0)
    }

    @Test func tablesThatWereTouchedAreNotTrusted() throws {
        try corpus.night()
        let table = corpus.place.url.appendingPathComponent("out/applications.csv")
        let handle = try FileHandle(forUpdating: table)
        try handle.seek(toOffset: 5000)
        try handle.write(contentsOf: Data("X".utf8))
        try handle.close()
        let run = try corpus.night()
        #expect(try run.read == count)
        #expect(run.error.contains("every input is read [output_changed]\n"))
        try FileManager.default.removeItem(at: corpus.place.url.appendingPathComponent("out/facts.csv"))
        #expect(try corpus.night().read == count)
        // Copied as it is, it is the same by its bytes.
        let copy = corpus.place.url.appendingPathComponent("copy")
        try FileManager.default.copyItem(at: corpus.place.url.appendingPathComponent("out"), to: copy)
        try FileManager.default.removeItem(at: corpus.place.url.appendingPathComponent("out"))
        try FileManager.default.moveItem(at: copy, to: corpus.place.url.appendingPathComponent("out"))
        #expect(try corpus.night().read == 0)
    }

    @Test(arguments: ["", "SQLite format 3\u{0}", "cut", "bit", "none"])
    func aDamagedStoreIsToldAndBuiltAnew(damage: String) throws {
        try corpus.night()
        let store = corpus.place.url.appendingPathComponent(".out.gongkai-store")
        var data = try Data(contentsOf: store)
        switch damage {
        case "cut": data.removeLast(data.count / 2)
        case "bit": data[data.count / 2] ^= 1
        default: data = Data(damage.utf8)
        }
        if damage == "none" { try FileManager.default.removeItem(at: store) } else { try data.write(to: store) }
        let run = try corpus.night()
        #expect(try run.read == count)
        #expect(run.error.contains(".out.gongkai-store is not what the last run has left; every input is read [store_damaged]\n"))
        #expect(try corpus.night().read == 0)
    }

    @Test func anOutputOfAnotherRunIsNotTheStores() throws {
        try corpus.night()
        let old = corpus.place.url.appendingPathComponent("old")
        try FileManager.default.copyItem(at: corpus.place.url.appendingPathComponent("out"), to: old)
        try corpus.remove("text/qingshi-town-2023.txt")
        try corpus.night()
        try FileManager.default.removeItem(at: corpus.place.url.appendingPathComponent("out"))
        try FileManager.default.moveItem(at: old, to: corpus.place.url.appendingPathComponent("out"))
        #expect(try corpus.night().read == count)
    }

    @Test func aContainerIsReadAsAWhole() throws {
        func record(_ name: String, _ path: String) throws -> String {
            let text = try String(contentsOf: corpus.url(path), encoding: .utf8)
            let object = try JSONSerialization.data(withJSONObject: ["id": name, "text": text])
            return String(decoding: object, as: UTF8.self) + "\n"
        }
        var lines = try record("one", "text/qingshi-town-2022.txt") + record("two", "text/qingshi-town-2023.txt")
        lines += try record("three", "irregular/fengming-two-offices.txt") + "{}\n"
        try corpus.place.write(lines, to: "data/all.jsonl")
        #expect(try corpus.night().read == count)
        #expect(try corpus.night().read == 0)
        try corpus.remove("text/qingshi-town-2022.txt")
        #expect(try corpus.night().read == 0)
        try corpus.append(try record("four", "text/qingshi-town-2024.txt"), to: "all.jsonl")
        #expect(try corpus.night().read == 1)
        try corpus.remove("all.jsonl")
        #expect(try corpus.night().read == 0)
    }

    @Test func theStoreFallsBehindNoOtherFormat() throws {
        try corpus.night()
        #expect(try corpus.place.run("verify", "out").output == "out: sound\n")
        try corpus.remove("text/qingshi-town-2023.txt")
        try corpus.night()
        #expect(try corpus.place.run("verify", "out").output == "out: sound\n")
    }
}
