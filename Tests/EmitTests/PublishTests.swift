import Emit
import ReportModel
import TestSupport
import Testing

@Suite struct PublishTests {
    let scratch = Scratch()
    let options = EmitOptions(flavor: .plain, isDurable: true)

    private func run(_ paths: [String], into name: String = "out") throws {
        let folder = try OutputFolder(directory: scratch.at(name), options: options)
        let renderer = Renderer(options: options)
        for path in paths {
            let batch = renderer.makeBatch()
            renderer.render(FileRecord(path: path, status: .ok, bytes: 1), reports: [], document: nil, into: batch)
            try folder.append(batch)
        }
        _ = try folder.finish(Samples.manifest(files: paths.count))
    }

    private func paths(_ name: String = "out") -> [String] {
        scratch.text("\(name)/files.csv").split(separator: "\n").dropFirst().map { String($0.split(separator: ",")[0]) }
    }

    private let tables = [
        "applications.csv", "checks.csv", "codebook.csv", "datapackage.json", "disclosures.csv", "errors.csv",
        "facts.csv",
        "files.csv", "panel.csv", "proceedings.csv", "reports.csv", "run.json", "sections.csv",
    ]

    @Test func makesTheFolderAndItsParents() throws {
        try run(["a", "b"], into: "x/y/out")
        #expect(scratch.names("x/y") == ["out"])
        #expect(scratch.names("x/y/out") == tables)
        #expect(paths("x/y/out") == ["a", "b"])
    }

    @Test func replacesAnOldOutputAsAWhole() throws {
        try run(["a", "b"])
        try run(["c"])
        #expect(paths() == ["c"])
        #expect(scratch.names() == ["out"])
    }

    @Test func anEmptyFolderIsTaken() throws {
        scratch.makeFolder("out")
        try run(["a"])
        #expect(paths() == ["a"])
    }

    @Test func nothingIsSeenBeforeTheEnd() throws {
        try run(["old"])
        let folder = try OutputFolder(directory: scratch.at("out"), options: options)
        let renderer = Renderer(options: options)
        let batch = renderer.makeBatch()
        renderer.render(FileRecord(path: "new", status: .ok, bytes: 1), reports: [], document: nil, into: batch)
        try folder.append(batch)
        #expect(paths() == ["old"])
        folder.abandon()
        #expect(paths() == ["old"])
        #expect(scratch.names() == ["out"])
    }

    @Test func aFolderWithAForeignFileIsRefused() throws {
        try run(["old"])
        scratch.write("mine", to: "out/notes.txt")
        #expect(throws: EmitFailure(.foreignFolder(entry: "notes.txt"), path: realPath("out"))) { try run(["new"]) }
        #expect(paths() == ["old"])
        #expect(scratch.text("out/notes.txt") == "mine")
        #expect(scratch.names() == ["out"])
    }

    @Test func aFolderThatMerelyHasATablesNameInItIsRefused() throws {
        scratch.makeFolder("out")
        scratch.write("mine", to: "out/files.csv")
        #expect(throws: EmitFailure(.foreignFolder(entry: "files.csv"), path: realPath("out"))) { try run(["new"]) }
        #expect(scratch.text("out/files.csv") == "mine")
    }

    @Test func aForeignFilePutThereDuringTheRunIsKept() throws {
        try run(["old"])
        let folder = try OutputFolder(directory: scratch.at("out"), options: options)
        scratch.write("mine", to: "out/notes.txt")
        #expect(throws: EmitFailure.self) { _ = try folder.finish(Samples.manifest(files: 0)) }
        folder.abandon()
        #expect(paths() == ["old"])
        #expect(scratch.text("out/notes.txt") == "mine")
    }

    @Test func aFileInTheWayIsNamed() throws {
        scratch.write("mine", to: "out")
        #expect(throws: EmitFailure(.notAFolder, path: realPath("out"))) { try run(["new"]) }
    }

    @Test func aSecondRunIsTurnedAwayWithTheProcessOfTheFirst() throws {
        let first = try OutputFolder(directory: scratch.at("out"), options: options)
        let lock = realPath("") + "/.out.gongkai-lock"
        #expect(throws: EmitFailure(.locked(pid: currentProcess), path: lock)) { try run(["new"]) }
        first.abandon()
        try run(["new"])
        #expect(paths() == ["new"])
        #expect(scratch.names() == ["out"])
    }

    @Test func leftOversOfADeadRunAreCleared() throws {
        try run(["old"])
        scratch.makeFolder(".out.gongkai-new/deep")
        scratch.write("x", to: ".out.gongkai-new/deep/x")
        scratch.write("1", to: ".out.gongkai-lock")
        let folder = try OutputFolder(directory: scratch.at("out"), options: options)
        #expect(scratch.names() == [".out.gongkai-lock", ".out.gongkai-new", "out"])
        #expect(!scratch.names(".out.gongkai-new").contains("deep"))
        folder.abandon()
        #expect(scratch.names() == ["out"])
    }

    @Test func anOutputThatWasMovedAsideComesBack() throws {
        try run(["old"])
        try rename("out", to: ".out.gongkai-old")
        let folder = try OutputFolder(directory: scratch.at("out"), options: options)
        #expect(paths() == ["old"])
        folder.abandon()
    }

    @Test func aLinkToAnOutputIsWrittenThrough() throws {
        scratch.makeFolder("real")
        try link("real", from: "out")
        try run(["a"])
        #expect(paths("real") == ["a"])
        #expect(isLink("out"))
    }

    @Test func countsThatDoNotAddUpPublishNothing() throws {
        try run(["old"])
        let folder = try OutputFolder(directory: scratch.at("out"), options: options)
        #expect(
            throws: EmitFailure(
                .inconsistent, path: realPath("") + "/.out.gongkai-new", reason: "rows of files: 0 instead of 3")
        ) { _ = try folder.finish(Samples.manifest(files: 3)) }
        folder.abandon()
        #expect(paths() == ["old"])
        #expect(scratch.names() == ["out"])
    }
}
