import Emit
import Foundation
import ReportModel
import TestSupport
import Testing

/// What cannot be written ends the run; the old output stands, and nothing is left behind.
@Suite struct FailureTests {
    let scratch = Scratch()
    let options = EmitOptions(flavor: .plain, isDurable: true)

    private func run(_ directory: String, reports: Int = 1) throws {
        let folder = try OutputFolder(directory: directory, options: options)
        let renderer = Renderer(options: options)
        let batch = renderer.makeBatch()
        for index in 0..<reports {
            let digits = String(1_000_000 + index)
            let report = Samples.report(id: "r000000000" + digits, path: digits)
            renderer.render(
                Samples.file(digits, id: report.id), reports: [report], document: Samples.document, into: batch)
            try folder.append(batch)
        }
        _ = try folder.finish(Samples.manifest(files: reports))
    }

    @Test func aFileWhereAFolderShouldBeIsNamed() {
        scratch.write("x", to: "file")
        #expect(throws: EmitFailure.self) { try run(scratch.at("file/out")) }
        do {
            try run(scratch.at("file/out"))
        } catch let failure as EmitFailure {
            #expect(failure.message.contains("/file"))
            #expect(failure.message.contains("Not a directory") || failure.kind == .notAFolder)
        } catch {
            Issue.record("\(error)")
        }
        #expect(scratch.text("file") == "x")
    }

    @Test(arguments: ["/", ".", "..", "", "/proc/none/out", "/dev/null/out", "/dev/null"])
    func whatCannotBeAnOutputIsRefused(_ path: String) {
        #expect(throws: EmitFailure.self) { try run(path) }
    }

    @Test func aNameTooLongIsNamed() {
        let name = String(repeating: "n", count: 300)
        do {
            try run(scratch.at(name))
            Issue.record("a folder of that name was made")
        } catch let failure as EmitFailure {
            #expect(failure.kind == .cannotWrite)
            #expect(failure.message.contains("File name too long"))
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test(.enabled(if: Mount.isPossible, "no small disk can be mounted here"))
    func onAFullDiskTheOldOutputStands() throws {
        scratch.makeFolder("disk")
        try Mount.withSmallDisk(at: scratch.at("disk"), kilobytes: 1024) {
            let output = scratch.at("disk/out")
            try run(output)
            let before = try contents(output)
            #expect(before.count == 13)
            do {
                try run(output, reports: 2000)
                Issue.record("the disk was not full")
            } catch let failure as EmitFailure {
                #expect(failure.kind == .cannotWrite)
                #expect(failure.path.contains("/.out.gongkai-new/"))
                #expect(failure.reason.contains("No space left on device"))
            }
            #expect(try contents(output) == before)
            #expect(scratch.names("disk") == ["out"])
            // And the next run that fits goes well.
            try run(output, reports: 2)
            #expect(try Verifier.problems(in: output) == [])
        }
    }

    private func contents(_ folder: String) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            contents[name] = FileManager.default.contents(atPath: "\(folder)/\(name)")
        }
        return contents
    }
}

/// A disk of a few kilobytes, for those who may mount one.
private enum Mount {
    static let isPossible: Bool = {
        let scratch = Scratch()
        return (try? withSmallDisk(at: scratch.path, kilobytes: 64) { true }) ?? false
    }()

    static func withSmallDisk<Result>(at path: String, kilobytes: Int, _ body: () throws -> Result) throws -> Result {
        let mounted = try Tool.run("/usr/bin/env", ["mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path])
        guard mounted.status == 0 else { throw CocoaError(.fileWriteUnknown) }
        defer { _ = try? Tool.run("/usr/bin/env", ["umount", path]) }
        return try body()
    }
}
