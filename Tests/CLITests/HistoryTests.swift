import Foundation
import Testing

/// What `run.json` remembers of earlier runs, and what a run says that is not like the one before.
@Suite struct HistoryTests {
    private func record(_ place: Workplace) throws -> [String: Any] {
        let data = Data(try place.text("out/run.json").utf8)
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test func theLastThirtyRunsAreKept() throws {
        let place = try Workplace()
        for number in 1...33 {
            if number < 5 { try place.write(Workplace.noReport, to: "data/\(number).txt") }
            #expect(try place.run("run", "--quiet").status == 0)
        }
        let history = try #require(try record(place)["history"] as? [[String: Any]])
        #expect(history.count == 30)
        #expect((history.last?["files"] as? [String: Int])?["skipped"] == 4)
        #expect((history.first?["files"] as? [String: Int])?["skipped"] == 4)
        let times = history.compactMap { $0["finished_at"] as? String }
        #expect(times.count == 30 && times == times.sorted(by: >))
    }

    @Test func aRunWithFarFewerReportsSaysSo() throws {
        let corpus = try Corpus()
        let first = try corpus.place.run("run", "--quiet", "--retry-failed")
        #expect(!first.error.contains("warning:"))
        let reports = try #require(try record(corpus.place)["reports"] as? [String: Int])["found"] ?? 0
        #expect(reports >= 20)
        for path in try corpus.paths() where path.hasPrefix("text/") { try corpus.remove(path) }
        let second = try corpus.place.run("run", "--quiet")
        #expect(second.status <= 1)
        #expect(second.error.contains("gongkai: warning: "))
        #expect(second.error.contains(" reports where the run before had \(reports) [fewer_reports]\n"))
        #expect(second.error.contains("applications ("))
        #expect(second.error.contains("[fewer_rows]\n"))
        let warnings = try #require(try record(corpus.place)["warnings"] as? [[String: String]])
        #expect(warnings.compactMap { $0["code"] }.prefix(2) == ["fewer_reports", "fewer_rows"])
    }

    @Test func whatIsTooFarApartCanBeSet() throws {
        let corpus = try Corpus()
        #expect(try corpus.place.run("run", "--quiet").status <= 1)
        for path in try corpus.paths() where path.hasPrefix("text/") { try corpus.remove(path) }
        let settings = ["GONGKAI_WARN_FEWER_REPORTS": "90", "GONGKAI_WARN_FEWER_ROWS": "90", "GONGKAI_WARN_ZEROS": "100"]
        let run = try CommandRun.run(["run", "--quiet"], in: corpus.place.url, environment: settings)
        #expect(run.status <= 1)
        #expect(!run.error.contains("warning:"))
        #expect((try record(corpus.place)["warnings"] as? [Any])?.isEmpty == true)
    }

    @Test func anotherShareOfZerosIsTold() throws {
        let corpus = try Corpus()
        #expect(try corpus.place.run("run", "--quiet").status <= 1)
        for path in try corpus.paths() where path.hasSuffix(".txt") {
            var text = try Data(contentsOf: corpus.url(path))
            // Every lone nought becomes a one.
            for index in text.indices.dropFirst().dropLast()
            where text[index] == 0x30 && [0x20, 0x09, 0x0A, 0x7C].contains(text[index - 1]) && [0x20, 0x09, 0x0A, 0x0D, 0x7C].contains(text[index + 1]) {
                text[index] = 0x31
            }
            try text.write(to: corpus.url(path))
        }
        let run = try CommandRun.run(
            ["run", "--log-format", "json"], in: corpus.place.url, environment: ["GONGKAI_WARN_ZEROS": "1"])
        #expect(run.status <= 1)
        #expect(run.error.contains("\"event\": \"warning\""))
        #expect(run.error.contains("zeros_changed"))
    }
}
