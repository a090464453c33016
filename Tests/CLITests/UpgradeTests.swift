import Bytes
import Foundation
import Testing

/// After an upgrade nothing of the last run is taken over: every input is read, and the tables are those of a full run.
@Suite struct UpgradeTests {
    private let corpus: Corpus

    init() throws { corpus = try Corpus() }

    private static let note = "note: the program, its codebook or the configuration is not that of the last run; every input is read [other_version]\n"

    /// What the last run has kept, as a program of another version would have kept it.
    private func age(_ word: String) throws {
        let store = corpus.place.url.appendingPathComponent(".out.gongkai-store")
        let record = corpus.place.url.appendingPathComponent("out/run.json")
        var data = try Data(contentsOf: store)
        let before = SHA256Hasher.hex(of: data)
        let versions = (0...9).compactMap { data.firstRange(of: Data("\(word) \($0).".utf8)) }
        let place = try #require(versions.first, "no \(word) in the store").upperBound - 2
        data[place] = data[place] == 0x39 ? 0x38 : data[place] + 1
        try data.write(to: store)
        let json = try String(contentsOf: record, encoding: .utf8)
        #expect(json.contains(before))
        try Data(json.replacing(before, with: SHA256Hasher.hex(of: data)).utf8).write(to: record)
    }

    @Test(arguments: ["program", "schema", "codebook"])
    func anotherVersionReadsEverything(word: String) throws {
        try corpus.night()
        try age(word)
        let run = try corpus.night()
        #expect(try run.read == corpus.paths().count)
        #expect(run.error.contains(UpgradeTests.note))
        #expect(try corpus.night().read == 0)
    }

    /// A program that is not the same to the byte may have another codebook, whatever its version.
    @Test func anotherProgramReadsEverything() throws {
        try corpus.night()
        let count = try corpus.paths().count
        let expected = try corpus.tables("out")
        let other = corpus.place.url.appendingPathComponent("gongkai")
        try FileManager.default.copyItem(at: CommandRun.program, to: other)
        // A copy is the same program.
        #expect(try said(by: other).contains("gongkai: 0 of \(count) files to read, "))
        let handle = try FileHandle(forWritingTo: other)
        try handle.seekToEnd()
        try handle.write(contentsOf: Data([0]))
        try handle.close()
        #expect(try said(by: other).contains(UpgradeTests.note))
        #expect(try corpus.tables("out") == expected)
        #expect(try said(by: other).contains("gongkai: 0 of \(count) files to read, "))
        #expect(try corpus.tables("out") == expected)
    }

    private func said(by program: URL) throws -> String {
        let process = Process()
        process.executableURL = program
        process.currentDirectoryURL = corpus.place.url
        process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GONGKAI_") }
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus <= 1, "\(said)")
        return said
    }
}

extension SHA256Hasher {
    fileprivate static func hex(of data: Data) -> String {
        var hasher = SHA256Hasher()
        hasher.update(Array(data).span)
        return hasher.finish().hex
    }
}
