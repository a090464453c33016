import Foundation
import Testing

@Suite struct CommandTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test func quietIsSilentOnSuccess() throws {
        try place.write(Workplace.noReport, to: "data/a.txt")
        let run = try place.run("run", "--quiet")
        #expect(run.status == 0)
        #expect(run.output == "" && run.error == "")
    }

    @Test func theConfigurationTellsWhereEachValueCameFrom() throws {
        try place.write("{\n \"output\": \"../o\",\n \"csv\": {\"flavor\": \"plain\"}}", to: "etc/p.json")
        let run = try place.run("config", "--config", "etc/p.json", "--jobs", "3", environment: ["GONGKAI_QUIET": "true"])
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n").map { $0.split(separator: " ", omittingEmptySubsequences: true) }
        let rows = Dictionary(uniqueKeysWithValues: lines.map { (String($0[0]), $0.dropFirst().joined(separator: " ")) })
        #expect(rows["output"] == "\"etc/../o\" # etc/p.json:2:2")
        #expect(rows["csv.flavor"] == "\"plain\" # etc/p.json:3:10")
        #expect(rows["jobs"] == "3 # --jobs")
        #expect(rows["quiet"] == "true # GONGKAI_QUIET")
        #expect(rows["csv.headers"] == "\"en\" # default")
    }

    @Test func pathsOfTheConfigurationAreRelativeToIt() throws {
        try place.write(Workplace.noReport, to: "etc/reports/a.txt")
        try place.write("{\"input\": [\"reports\"], \"output\": \"../tables\"}", to: "etc/p.json")
        #expect(try place.run("--config", "etc/p.json").status == 0)
        #expect(try place.names() == [".tables.gongkai-store", "etc", "tables"])
    }

    @Test func theSameBytesForAnyNumberOfJobs() throws {
        for number in 0..<300 {
            try place.write(number % 7 == 0 ? "" : "第\(number)页\n", to: "data/\(number % 13)/\(number).txt")
        }
        for jobs in [1, 2, 8] {
            #expect(try place.run("--jobs", "\(jobs)", "--output", "out\(jobs)").status == 1)
        }
        for name in try place.names("out1") where name != "run.json" {
            let one = try Data(contentsOf: place.url.appendingPathComponent("out1/\(name)"))
            for jobs in [2, 8] {
                let other = try Data(contentsOf: place.url.appendingPathComponent("out\(jobs)/\(name)"))
                #expect(one == other, "\(name) differs for \(jobs) jobs")
            }
        }
    }

    @Test func failuresAreToldUpToANumberAndThenCounted() throws {
        for number in 0..<50 { try place.write("", to: "data/\(number).txt") }
        let run = try place.run()
        #expect(run.status == 1)
        #expect(run.error.split(separator: "\n").filter { $0.contains("[empty_file]") }.count == 20)
        #expect(run.error.contains("gongkai: 30 more failed; see "))
    }

    @Test func aFileNameCannotCommandTheTerminal() throws {
        try place.write("", to: "data/a\u{1B}[31m\u{202E}.txt")
        let run = try place.run("--quiet")
        #expect(run.error.contains("a\\u{1b}[31m\\u{202e}.txt: error: "))
        #expect(!run.error.contains("\u{1B}"))
    }

    @Test func jsonLinesForMachines() throws {
        try place.write("", to: "data/a.txt")
        let run = try place.run("--log-format", "json")
        #expect(run.status == 1)
        let events = try run.error.split(separator: "\n").map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(events.compactMap { $0["event"] as? String } == ["start", "problem", "end"])
        #expect(events[1]["code"] as? String == "empty_file")
        #expect(events[1]["path"] as? String == "a.txt")
        #expect((events[2]["files"] as? [String: Int])?["failed"] == 1)
        let bad = try place.run("--log-format", "json", "--input", "nowhere")
        #expect(bad.status == 66)
        let event = try #require(JSONSerialization.jsonObject(with: Data(bad.error.utf8)) as? [String: Any])
        #expect(event["event"] as? String == "error")
        #expect(event["code"] as? String == "no_input")
    }

    @Test func theProgressLineFitsATerminal() throws {
        for number in 0..<40 { try place.write(Workplace.noReport, to: "data/\(number).txt") }
        let run = try place.run("--progress", "always", environment: ["COLUMNS": "40"])
        #expect(run.status == 0)
        let shown = run.error.split(separator: "\r").map { $0.replacing("\u{1B}[K", with: "") }.filter { $0.contains("files") && !$0.contains("gongkai") }
        #expect(!shown.isEmpty)
        #expect(shown.allSatisfy { $0.count < 40 })
        #expect(!run.error.contains("to read"))
    }

    @Test func aReaderThatHangsUpIsNoError() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "{ \"$0\" schema; echo $? >status; } | head -c 1 >/dev/null", CommandRun.program.path]
        process.currentDirectoryURL = place.url
        try process.run()
        process.waitUntilExit()
        #expect(try place.text("status") == "0\n")
    }

    @Test func inspectShowsAPageThatIsNoReport() throws {
        try place.write(Workplace.noReport, to: "a.txt")
        let run = try place.run("inspect", "a.txt")
        #expect(run.output.hasPrefix("a.txt\n  decode     format text, encoding utf-8, 22 bytes, 1 lines, 0 structured tables\n"))
        #expect(run.output.contains("[not_a_report]\n"))
        #expect(run.error == "")
        let json = try place.run("inspect", "a.txt", "--stage", "decode", "--format", "json")
        #expect(json.status == 0)
        let value = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(value["encoding"] as? String == "utf-8")
        #expect((value["findings"] as? [Any])?.isEmpty == true)
    }

    @Test func anOutputIsSoundUntilADigitChanges() throws {
        try place.write(Workplace.noReport, to: "data/a.txt")
        #expect(try place.run("--quiet").status == 0)
        var run = try place.run("verify", "out")
        #expect(run.status == 0)
        #expect(run.output == "out: sound\n")
        try place.write(try place.text("out/files.csv").replacing("22,", with: "23,"), to: "out/files.csv")
        run = try place.run("verify", "out")
        #expect(run.status == 1)
        #expect(run.output == "")
        #expect(run.error.contains("files.csv"))
        run = try place.run("verify", "data")
        #expect(run.status == 74)
    }

    @Test func theSchemaNamesEveryTable() throws {
        let markdown = try place.run("schema").output
        let json = try place.run("schema", "--format", "json").output
        let value = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let tables = try #require(value["tables"] as? [[String: Any]]).compactMap { $0["name"] as? String }
        #expect(tables.contains("applications") && tables.contains("errors"))
        for table in tables { #expect(markdown.contains("`\(table)`"), "\(table)") }
    }

    @Test func helpFitsATerminalAndNamesEverySubcommand() throws {
        let run = try place.run("--help", environment: ["COLUMNS": "80"])
        #expect(run.status == 0)
        for word in ["run (default)", "inspect", "verify", "schema", "config"] { #expect(run.output.contains(word)) }
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(try place.run("--version").output == "0.1.0\n")
    }
}
