import Bytes
import Foundation
import Store
import Testing

@Suite struct RunStoreTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private let run = StoredRun(
        fingerprint: "a\nb", program: FileStamp(size: 1, modified: 2, changed: 3, inode: .max), programSHA256: "ff")

    private func input(_ path: String, _ number: Int64) -> StoredInput {
        StoredInput(
            path: path, stamp: FileStamp(size: number, modified: -number, changed: .max, inode: .max - 1), seen: number,
            sha256: number % 2 == 0 ? nil : String(repeating: "a", count: 64), receipt: [UInt8](repeating: 7, count: Int(number)),
            memo: [])
    }

    @Test func whatWasWrittenIsReadInTheOrderOfPaths() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let inputs = ["某/b.txt", "Z", "a", "a/b", "a.txt", "\u{10FFFF}", "e\u{301}", "é"].enumerated().map { input($1, Int64($0)) }
        try RunStore.write(run, inputs, to: path("one"))
        let read = try RunStore.read(path("one"))
        #expect(read.run == run)
        #expect(read.inputs.map { Array($0.path.utf8) } == inputs.map { Array($0.path.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
        for input in inputs { #expect(read.inputs.contains(input)) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["one"])
    }

    @Test func aStoreOverAnotherHasItsChanges() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try RunStore.write(run, (0..<500).map { input("p\($0)", $0) }, to: path("one"))
        let before = try Data(contentsOf: folder.appendingPathComponent("one"))
        var later = run
        later.fingerprint = "other"
        try RunStore.write(later, over: path("one"), without: ["p7", "none"], [input("p8", 9), input("q", 1)], to: path("two"))
        let read = try RunStore.read(path("two"))
        #expect(read.run == later)
        #expect(read.inputs.count == 500)
        #expect(!read.inputs.contains { $0.path == "p7" })
        #expect(read.inputs.first { $0.path == "p8" } == input("p8", 9))
        #expect(read.inputs.last == input("q", 1))
        #expect(try Data(contentsOf: folder.appendingPathComponent("one")) == before)
    }

    @Test(arguments: [0, 1, 100, 5000])
    func whatIsNoStoreIsDamaged(size: Int) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(repeating: 0x41, count: size).write(to: folder.appendingPathComponent("one"))
        #expect { try RunStore.read(path("one")) } throws: { ($0 as? StoreFailure)?.isDamaged == true }
    }

    @Test func aFolderThatIsNotThereIsNamed() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect { try RunStore.write(run, [], to: path("none/one")) } throws: {
            ($0 as? StoreFailure)?.path == path("none/one") && ($0 as? StoreFailure)?.isDamaged == false
        }
    }
}
