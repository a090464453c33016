import Foundation
import Testing

/// Faults that no Swift code can catch. A signal from outside stands for one of our own.
@Suite struct FaultTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// A text that keeps the program busy for a while.
    private static let hugeText = String(repeating: "（一）予以公开 1 0 0 0 0 0 1 今年本机关认真做好信息公开工作。\n", count: 500_000)

    private func writeHugeText(to path: String) throws { try place.write(Self.hugeText, to: path) }

    @Test func aFaultBetweenDocumentsEndsWithSeventy() throws {
        try place.write(Workplace.noReport, to: "data/a.txt")
        let process = try CommandProcess(["--files-from", "-"], in: place.url, input: nil)
        #expect(try process.wait(until: { try place.names().contains(".out.gongkai-new") }))
        process.send(SIGSEGV)
        let run = try process.ended()
        #expect(run.status == 70)
        #expect(run.error == "gongkai: error: a fault of our own ended the program (bad memory access) [internal_fault]\n")
        #expect(!place.exists("out"))
        // What it left behind goes with the next run.
        #expect(try place.run().status == 0)
        #expect(try place.names() == [".out.gongkai-store", "data", "out"])
    }

    @Test func aDocumentThatBringsTheProgramDownIsLeftOut() throws {
        try place.write(Workplace.noReport, to: "data/a.txt")
        try writeHugeText(to: "data/b.txt")
        try place.write(Workplace.noReport, to: "data/c.txt")
        var run: CommandRun
        repeat {
            // With one job the document is worked on by the main thread, which is the one that gets the signal.
            let process = try CommandProcess(["--jobs", "1"], in: place.url)
            // It has read the bytes of b.txt and not yet begun another document, unless it was much faster than we are.
            _ = try process.wait(until: { process.bytesRead > Self.hugeText.utf8.count })
            process.send(SIGILL)
            run = try process.ended()
        } while run.error.contains("0 failed")
        #expect(run.status == 1)
        #expect(run.error.contains("gongkai: note: started over without b.txt [internal_fault]\n"))
        #expect(run.error.contains("b.txt: error: the program itself failed on this document; please report it [internal_fault]\n"))
        #expect(try statuses() == ["a.txt": "skipped", "b.txt": "failed", "c.txt": "skipped"])
        #expect(try place.names() == [".out.gongkai-store", "data", "out"])
    }

    @Test(arguments: ["1", "2"])
    func aDocumentThatTakesTooLongIsLeftOut(jobs: String) throws {
        try place.write("{\"limits\": {\"seconds\": 3}}", to: "pipeline.json")
        try writeHugeText(to: "data/b.txt")
        try place.write(Workplace.noReport, to: "data/c.txt")
        let run = try place.run("--jobs", jobs)
        #expect(run.status == 1)
        #expect(run.error.contains("b.txt: error: reading it took longer than it may; limits.seconds says how long that is [out_of_time]\n"))
        #expect(try statuses() == ["b.txt": "failed", "c.txt": "skipped"])
    }

    private func statuses() throws -> [String: String] {
        var statuses: [String: String] = [:]
        for line in try place.text("out/files.csv").split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            statuses[String(fields[0])] = String(fields[1])
        }
        return statuses
    }
}
