import Foundation
import Testing

/// Runs that are killed at any moment. `KILLS` says how many; a thousand take a while.
@Suite struct KillTests {
    private static let count = ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 6

    @Test func killedRunsLeaveTheOldOutputOrTheNew() throws {
        let corpus = try Corpus()
        for path in try corpus.paths() where path.hasSuffix(".pdf") { try corpus.remove(path) }
        var longest = 0.0
        for _ in 0..<2 {
            let start = Date()
            #expect(try corpus.place.run("run", "--quiet").status <= 1)
            longest = max(longest, Date().timeIntervalSince(start))
        }
        var (old, new) = (0, 0)
        for number in 0..<KillTests.count {
            let before = try corpus.tables("out")
            try corpus.append("\n第\(number)次补充。\n", to: "text/qingshi-town-2023.txt")
            if number % 5 == 0 { try corpus.append("", to: "text/qingshi-town-2022.txt") }
            let arguments = number % 3 == 0 ? ["run", "--quiet", "--full"] : ["run", "--quiet"]
            let expected = try corpus.fresh()
            let process = try CommandProcess(arguments, in: corpus.place.url)
            usleep(UInt32(Double.random(in: 0...1.1) * longest * 1_000_000))
            process.send(SIGKILL)
            _ = try process.ended()
            let found = try corpus.tables("out")
            if found == before {
                old += 1
            } else if found == expected {
                new += 1
            } else {
                Issue.record("kill \(number) left a set that is neither the old nor the new")
            }
            #expect(try corpus.place.run("run", "--quiet").status <= 1)
            #expect(try corpus.tables("out") == expected, "after kill \(number)")
            #expect(try corpus.place.names() == [".out.gongkai-store", "data", "out"], "after kill \(number)")
        }
        print("killed \(KillTests.count) runs: \(old) left the old output, \(new) the new")
    }
}
